// pragma_table_info and its kin, the texts of CREATE TABLE and the data dictionary. See the header.
#include "transfer/tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace fintool {
namespace {

using Owner = Table::Owner;

// How the rows of one company or release are found, in an order in which they are found without
// sorting. A table that is not named here belongs to none and is handed over as a whole: a new one
// is never forgotten.
struct Belonging {
    std::string_view table;
    Owner owner;
    std::string_view from;   // the table is t, the number ?1
    std::string_view order;  // empty: by the key
};
constexpr std::string_view of_filing = "t WHERE t.filing_id = ?1";
constexpr std::string_view of_statement =
    "t JOIN statements s ON t.statement_id = s.id WHERE s.filing_id = ?1";
constexpr std::string_view of_line_item =
    "t JOIN line_items l ON t.line_item_id = l.id JOIN statements s ON l.statement_id = s.id"
    " WHERE s.filing_id = ?1";
constexpr std::array belongings = {
    Belonging{"companies", Owner::company, "t WHERE t.id = ?1", ""},
    Belonging{"periods", Owner::company, "t WHERE t.company_id = ?1",
              "t.kind, t.start_on, t.end_on"},
    Belonging{"filings", Owner::release, "t WHERE t.id = ?1", ""},
    Belonging{"filing_identities", Owner::release, of_filing, ""},
    Belonging{"company_names", Owner::release, of_filing, ""},
    Belonging{"source_texts", Owner::release, of_filing, ""},
    Belonging{"statements", Owner::release, of_filing, "t.ordinal"},
    Belonging{"statement_columns", Owner::release, of_statement, "s.ordinal, t.column_no"},
    Belonging{"line_items", Owner::release, of_statement, "s.ordinal, t.row_no"},
    Belonging{"line_item_values", Owner::release, of_line_item, "s.ordinal, l.row_no, t.column_no"},
    Belonging{"metrics", Owner::release,
              "t JOIN temp.metrics_by_filing b ON t.id = b.id WHERE b.filing_id = ?1", "b.id"},
    Belonging{"metric_inputs", Owner::inputs,
              "t JOIN temp.metrics_by_filing b ON t.metric_id = b.id WHERE b.filing_id = ?1",
              "b.id, t.input_no"},
    Belonging{"checks", Owner::release, of_filing, ""},
    Belonging{"claims", Owner::release, of_filing, ""},
    Belonging{"diagnostics", Owner::release, of_filing, ""},
};

// Metrics have no index that begins with the filing; writing has no use for one.
constexpr const char* temporary_table =
    "CREATE TEMP TABLE metrics_by_filing (filing_id INTEGER, id INTEGER,"
    " PRIMARY KEY (filing_id, id)) WITHOUT ROWID;"
    "INSERT INTO metrics_by_filing SELECT filing_id, id FROM metrics ORDER BY 1, 2;";

const Belonging* belonging_of(const std::string& table) {
    for (const Belonging& one : belongings) {
        if (one.table == table) return &one;
    }
    return nullptr;
}

// What is declared; of text also what its CHECK demands.
TableColumn::Type type_of(const std::string& declared, const std::string& name,
                          const std::string& create) {
    using Type = TableColumn::Type;
    if (declared == "INTEGER") return Type::bigint;
    if (declared == "REAL") return Type::real;
    if (declared == "BLOB") return Type::bytes;
    if (declared.empty()) return Type::numeric;
    if (name.ends_with("_at")) return Type::timestamp;
    const bool day = create.find("CHECK (" + name + " GLOB '[12][0-9][0-9][0-9]-") != create.npos;
    return day ? Type::date : Type::text;
}

Status read_columns(Snapshot& snapshot, Table& table, const std::string& create) {
    auto rows = snapshot.rows(
        "SELECT i.name, i.type, i.\"notnull\", i.pk, d.meaning FROM pragma_table_info(?1) i"
        " LEFT JOIN data_dictionary d ON d.table_name = ?1 AND d.column_name = i.name"
        " ORDER BY i.cid");
    if (!rows) return rows.error();
    rows->bind(1, table.name);
    std::map<std::int64_t, std::string> key;
    for (auto more = rows->next();; more = rows->next()) {
        if (!more) return more.error();
        if (!*more) break;
        TableColumn column;
        column.name = rows->text(0);
        column.type = type_of(rows->text(1), column.name, create);
        column.required = rows->integer(2) != 0;
        column.meaning = rows->text(4);
        if (rows->integer(3) > 0) key[rows->integer(3)] = column.name;
        table.columns.push_back(std::move(column));
    }
    for (const auto& [place, name] : key) table.key.push_back(name);
    return Done{};
}

Status read_foreign_keys(Snapshot& snapshot, Table& table) {
    auto rows = snapshot.rows(
        "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1) ORDER BY id DESC");
    if (!rows) return rows.error();
    rows->bind(1, table.name);
    for (auto more = rows->next();; more = rows->next()) {
        if (!more) return more.error();
        if (!*more) return Done{};
        table.foreign.push_back({rows->text(0), rows->text(1), rows->text(2)});
    }
}

// Of named indexes and UNIQUE constraints; that of the primary key is no index of its own. Those by
// GLOB, which no other engine has, serve questions that are asked here.
Status read_indexes(Snapshot& snapshot, Table& table) {
    auto rows = snapshot.rows(
        "SELECT l.name, l.\"unique\", l.origin, i.name, m.sql FROM pragma_index_list(?1) l"
        " JOIN pragma_index_info(l.name) i LEFT JOIN sqlite_master m ON m.name = l.name WHERE "
        "l.origin <> 'pk' AND coalesce(m.sql, '') NOT LIKE '% GLOB %' ORDER BY l.seq DESC, "
        "i.seqno");
    if (!rows) return rows.error();
    rows->bind(1, table.name);
    std::string last;
    for (auto more = rows->next();; more = rows->next()) {
        if (!more) return more.error();
        if (!*more) break;
        if (rows->text(0) != last) table.indexes.push_back({});
        last = rows->text(0);
        TableIndex& index = table.indexes.back();
        index.name = last;
        index.unique = rows->integer(1) != 0;
        index.columns.push_back(rows->text(3));
        const std::string sql = rows->text(4);
        const std::size_t where = sql.find(" WHERE ");
        if (where != sql.npos) index.where = sql.substr(where + 7);
    }
    for (TableIndex& index : table.indexes) {
        if (index.name.starts_with("sqlite_")) {
            index.name = table.name + "_by_" + joined(index.columns, "_");
        }
    }
    return Done{};
}

// Tables behind those that they point to.
std::vector<Table> in_order(std::vector<Table> tables) {
    std::vector<Table> sorted;
    std::set<std::string> there;
    while (!tables.empty()) {
        const auto next = std::find_if(tables.begin(), tables.end(), [&](const Table& table) {
            return std::all_of(table.foreign.begin(), table.foreign.end(), [&](const auto& key) {
                return key.table == table.name || there.contains(key.table);
            });
        });
        const auto taken = next == tables.end() ? tables.begin() : next;
        there.insert(taken->name);
        sorted.push_back(std::move(*taken));
        tables.erase(taken);
    }
    return sorted;
}

std::string selected(const Table& table) {
    std::string out;
    for (const TableColumn& column : table.columns) {
        out += (out.empty() ? "SELECT t." : ", t.") + sql_name(column.name);
    }
    return out + " FROM " + table.name + " ";
}

std::string ordered(const Table& table) {
    std::string out;
    for (const std::string& name : table.key) out += (out.empty() ? " ORDER BY t." : ", t.") + name;
    return out;
}

}  // namespace

Result<std::vector<Table>> read_tables(Snapshot& snapshot) {
    auto rows = snapshot.rows(
        "SELECT m.name, m.sql, d.meaning FROM sqlite_master m JOIN data_dictionary d"
        " ON d.table_name = m.name AND d.column_name = '' WHERE m.type = 'table' ORDER BY m.rowid");
    if (!rows) return rows.error();
    std::vector<Table> tables;
    for (auto more = rows->next();; more = rows->next()) {
        if (!more) return more.error();
        if (!*more) break;
        Table table{rows->text(0), rows->text(2), Owner::none, {}, {}, {}, {}};
        if (const Belonging* one = belonging_of(table.name)) table.owner = one->owner;
        if (const Status read = read_columns(snapshot, table, rows->text(1)); !read) {
            return read.error();
        }
        if (const Status read = read_foreign_keys(snapshot, table); !read) return read.error();
        if (const Status read = read_indexes(snapshot, table); !read) return read.error();
        tables.push_back(std::move(table));
    }
    if (const Status made = snapshot.run(temporary_table); !made) return made.error();
    return in_order(std::move(tables));
}

bool is_of_releases(const Table& table) {
    return table.owner == Owner::release || table.owner == Owner::inputs;
}

std::string rows_of_owner(const Table& table) {
    const Belonging* one = belonging_of(table.name);
    if (!one) return rows_of_table(table);
    const std::string order =
        one->order.empty() ? ordered(table) : " ORDER BY " + std::string(one->order);
    return selected(table) + std::string(one->from) + order;
}

std::string owned_by(const Table& table, const std::string& numbers) {
    const std::string chosen = " IN (SELECT number FROM " + numbers + ")";
    const auto has = [&](std::string_view name) {
        return std::any_of(table.columns.begin(), table.columns.end(),
                           [&](const TableColumn& column) { return column.name == name; });
    };
    if (table.name == "companies" || table.name == "filings") return "id" + chosen;
    if (table.owner == Owner::company) return "company_id" + chosen;
    if (table.owner == Owner::inputs) {
        return "metric_id IN (SELECT id FROM metrics WHERE filing_id" + chosen + ")";
    }
    if (has("filing_id")) return "filing_id" + chosen;
    const std::string statements = "(SELECT id FROM statements WHERE filing_id" + chosen + ")";
    if (has("statement_id")) return "statement_id IN " + statements;
    return "line_item_id IN (SELECT id FROM line_items WHERE statement_id IN " + statements + ")";
}

std::string rows_of_table(const Table& table) { return selected(table) + "t" + ordered(table); }

std::string joined(const std::vector<std::string>& names, const std::string& between) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : between) + name;
    return out;
}

std::string sql_name(const std::string& name) { return '"' + name + '"'; }

}  // namespace fintool
