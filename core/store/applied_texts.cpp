// Views, canned queries, data dictionary and vocabulary: made anew when the program's texts differ
// from those that the database was written with. One transaction; rows of releases are not touched.
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "base/embedded.h"
#include "base/sha256.h"
#include "base/text.h"
#include "facts/metrics.h"
#include "store/computed.h"
#include "store/dictionary.h"
#include "store/schema.h"

namespace fintool {
namespace {

struct CannedQuery {
    std::string name, title, help, sql;
};

// The comment lines at the top are title and help, the rest is the statement.
CannedQuery read_canned_query(const EmbeddedText& file) {
    CannedQuery query;
    query.name = file.name;
    bool in_head = true;
    for (const std::string_view line : split(file.text, '\n')) {
        in_head = in_head && line.starts_with("--");
        if (!in_head) {
            query.sql += std::string(line) + "\n";
            continue;
        }
        std::string& into = query.title.empty() ? query.title : query.help;
        if (!into.empty()) into += ' ';
        into += trim(line.substr(2));
    }
    std::string_view sql = trim(query.sql);
    while (!sql.empty() && sql.back() == ';') sql = trim(sql.substr(0, sql.size() - 1));
    query.sql = std::string(sql);
    return query;
}

// A parameter (:name, @name, $name, ?) outside of strings and comments: no view can have one.
bool has_parameter(std::string_view sql) {
    char quote = 0;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        const char c = sql[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (sql.substr(i, 2) == "--") {
            i = std::min(sql.find('\n', i), sql.size());
        } else if (c == ':' || c == '@' || c == '$' || c == '?') {
            return true;
        }
    }
    return false;
}

std::string view_sql(const CannedQuery& query) {
    return "CREATE VIEW \"" + query.name + "\" AS\n-- " + query.title + "\n" + query.sql;
}

std::string formula_texts() {
    std::string all;
    for (const Formula& formula : computed_formulas()) {
        all += std::string(formula.metric) + " " + std::string(to_string(formula.rule)) + " " +
               std::string(formula.left) + " " + std::string(formula.right) + "\n";
    }
    return all;
}

// All texts by the name under which applied_texts remembers them.
std::map<std::string, std::string> program_texts() {
    std::map<std::string, std::string> texts;
    const auto add = [&](std::string_view kind, const std::vector<EmbeddedText>& files) {
        for (const EmbeddedText& file : files) {
            texts[std::string(kind) + std::string(file.name)] = sha256_hex(file.text);
        }
    };
    add("view:", embedded_views());
    add("query:", embedded_queries());
    add("data:", embedded_data());
    // Comments live in the migrations; a newer program may read them otherwise.
    add("migration:", embedded_migrations());
    texts["table:formulas"] = sha256_hex(formula_texts());
    return texts;
}

std::map<std::string, std::string> applied_texts(Connection& connection) {
    std::map<std::string, std::string> texts;
    SQLite::Statement& rows = connection.bound("SELECT name, sha256 FROM applied_texts");
    while (rows.executeStep()) texts[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
    return texts;
}

std::vector<std::string> names(Connection& connection, const char* sql) {
    std::vector<std::string> found;
    SQLite::Statement& rows = connection.bound(sql);
    while (rows.executeStep()) found.push_back(rows.getColumn(0).getString());
    return found;
}

// Views that a user made stay: only those that the dictionary knows are ours.
void drop_views(Connection& connection) {
    const auto ours = names(connection,
                            "SELECT name FROM sqlite_master WHERE type = 'view' AND name IN"
                            " (SELECT table_name FROM data_dictionary)");
    connection.drop_statements();
    for (const std::string& name : ours) connection.script("DROP VIEW \"" + name + "\"");
}

void create_views(Connection& connection) {
    for (const EmbeddedText& file : embedded_views()) connection.script(std::string(file.text));
    // What a user has saved stays; where the program now has one of that name, under another.
    connection.run(
        "DELETE FROM canned_queries WHERE name IN"
        " (SELECT substr(name, 7) FROM applied_texts WHERE name LIKE 'query:%')");
    for (const EmbeddedText& file : embedded_queries()) {
        const CannedQuery query = read_canned_query(file);
        connection.run("UPDATE OR REPLACE canned_queries SET name = name || '_own' WHERE name = ?",
                       query.name);
        connection.run("INSERT INTO canned_queries (name, title, help, sql) VALUES (?, ?, ?, ?)",
                       query.name, query.title, query.help, Verbatim{query.sql});
        if (!has_parameter(query.sql)) connection.script(view_sql(query));
    }
}

// `theirs`: views that a user made. Tables without comments are no tables of ours, either.
void fill_dictionary(Connection& connection, const std::set<std::string>& theirs) {
    connection.run("DELETE FROM data_dictionary");
    std::map<std::string, std::string> created;
    {
        SQLite::Statement& rows = connection.bound(
            "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'view')"
            " AND name NOT LIKE 'sqlite%'");
        while (rows.executeStep()) {
            created[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
        }
    }
    for (const auto& [name, sql] : created) {
        const bool canned =
            connection.integer("SELECT 1 FROM canned_queries WHERE name = ?", name).has_value();
        const std::vector<Meaning> meanings = read_meanings(sql);
        if (theirs.contains(name) || meanings.front().text.empty()) continue;
        for (const Meaning& meaning : meanings) {
            if (canned && !meaning.column.empty()) continue;
            connection.run("INSERT OR IGNORE INTO data_dictionary VALUES (?, ?, ?)", name,
                           meaning.column, meaning.text);
        }
    }
}

std::string_view unit_kind(Unit::Kind kind) {
    switch (kind) {
        case Unit::Kind::money: return "money";
        case Unit::Kind::money_per_share: return "money per share";
        case Unit::Kind::shares: return "shares";
        case Unit::Kind::percent: return "percent";
        case Unit::Kind::ratio: return "ratio";
        case Unit::Kind::count: return "count";
    }
    return "";
}

void fill_vocabulary(Connection& connection) {
    connection.run("DELETE FROM metric_names");
    for (const Metric& metric : metric_vocabulary()) {
        connection.run(
            "INSERT INTO metric_names (name, title, unit_kind, statement, instant, additive,"
            " us_gaap_tag) VALUES (?, ?, ?, ?, ?, ?, ?)",
            metric.name, metric.title, unit_kind(metric.unit_kind), to_string(metric.statement),
            metric.instant, metric.additive, OrNull(metric.us_gaap_tag));
    }
}

void fill_formulas(Connection& connection) {
    connection.run("DELETE FROM metric_formulas");
    for (const Formula& formula : computed_formulas()) {
        const bool ratio = formula.rule == Formula::Rule::ratio;
        const bool difference = formula.rule == Formula::Rule::difference;
        connection.run(
            "INSERT INTO metric_formulas (metric, rule, left_metric, right_metric, unit)"
            " VALUES (?, ?, ?, ?, ?)",
            formula.metric, to_string(formula.rule), formula.left, formula.right,
            ratio        ? "ratio"
            : difference ? ""
                         : "percent");
    }
}

void apply_all(Connection& connection, const std::map<std::string, std::string>& texts) {
    drop_views(connection);
    const auto left = names(connection, "SELECT name FROM sqlite_master WHERE type = 'view'");
    create_views(connection);
    fill_dictionary(connection, {left.begin(), left.end()});
    fill_vocabulary(connection);
    fill_formulas(connection);
    connection.run("DELETE FROM applied_texts");
    for (const auto& [name, sha256] : texts) {
        connection.run("INSERT INTO applied_texts (name, sha256) VALUES (?, ?)", name, sha256);
    }
}

}  // namespace

void bring_up_to_date(Connection& connection) {
    const auto texts = program_texts();
    const auto is_current = [&] {
        return schema_of(connection) >= newest_schema() && applied_texts(connection) == texts;
    };
    if (is_current()) return;  // no lock for nothing
    connection.script("BEGIN IMMEDIATE");
    try {
        if (!is_current()) {  // another process may have been faster
            migrate_schema(connection);
            apply_all(connection, texts);
        }
        connection.script("COMMIT");
    } catch (...) {
        if (connection.in_transaction()) connection.script("ROLLBACK");
        throw;
    }
    connection.drop_statements();
}

}  // namespace fintool
