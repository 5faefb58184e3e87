// The prompt: a line is a question, a canned query, SQL, or a command that begins with a backslash.
#include "prompt.h"

#include <algorithm>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "line_editor.h"
#include "log.h"
#include "output.h"
#include "query/canned.h"
#include "query/names.h"
#include "query/reader.h"

namespace fintool::app {
namespace {

constexpr const char* prompt_help =
    R"(revenue by quarter for ACME    a question; also a canned query's name, or SQL on one line
\d           tables and views          \d NAME      the columns of one
\l           queries and metrics       \c           companies
\s QUESTION  the SQL of a question     \t           rows become columns, on and off
\f FORMAT    table, csv, json ...      \q           ends, as Ctrl-D does
)";

constexpr const char* tables_sql =
    "SELECT DISTINCT table_name AS name, meaning FROM data_dictionary WHERE column_name = ''"
    " ORDER BY name";
constexpr const char* columns_sql =
    "SELECT column_name AS column_, meaning FROM data_dictionary"
    " WHERE table_name = :name AND column_name <> ''";

// What the prompt completes: metrics, tickers, canned queries, tables and columns.
std::vector<std::string> words_of_database(const std::string& database) {
    std::vector<std::string> words;
    Result<Reader> reader = Reader::open(database);
    if (!reader) return words;
    if (const Result<Names> names = read_names(*reader)) {
        for (const MetricName& metric : names->metrics) words.push_back(metric.name);
        for (const CompanyName& company : names->companies) {
            if (!company.ticker.empty()) words.push_back(company.ticker);
        }
    }
    for (const CannedQuery& query : canned_queries()) words.push_back(query.name);
    const auto columns = reader->run(
        "SELECT DISTINCT table_name FROM data_dictionary UNION SELECT DISTINCT column_name FROM"
        " data_dictionary WHERE column_name <> ''");
    if (!columns) return words;
    for (const auto& row : columns->rows) {
        if (const auto* name = std::get_if<std::string>(&row[0])) words.push_back(*name);
    }
    return words;
}

int show_sql_result(const Common& common, const QueryOptions& options, const char* sql,
                    const std::vector<SqlParameter>& parameters) {
    Result<Reader> reader = Reader::open(common.database);
    if (!reader) return failure(reader.error());
    const Result<ResultSet> found = reader->run(sql, parameters);
    return found ? write_answer(*found, common, options.shape) : failure(found.error());
}

// "\d companies": false where the prompt ends.
bool run_backslash(const std::string& line, const Common& common, QueryOptions& options) {
    const char letter = line.size() > 1 ? line[1] : '?';
    const std::string rest(
        trim(std::string_view(line).substr(std::min<std::size_t>(2, line.size()))));
    QueryOptions once = options;
    switch (letter) {
        case 'q': return false;
        case 'd':
            if (rest.empty()) {
                show_sql_result(common, options, tables_sql, {});
            } else {
                show_sql_result(common, options, columns_sql, {{"name", rest}});
            }
            return true;
        case 'l': once.list = true; break;
        case 'c': {
            CompaniesOptions all;
            all.shape = options.shape;
            run_companies(common, all);
            return true;
        }
        case 's':
            once.show_sql = true;
            once.words = {rest};
            break;
        case 't': options.shape.transpose = !options.shape.transpose; return true;
        case 'f':
            once.shape.format = rest;
            if (rest.empty() || format_of(once.shape)) options.shape.format = rest;
            return true;
        default: std::cout << prompt_help; return true;
    }
    run_query(common, once);
    return true;
}

}  // namespace

int run_prompt(const Common& common, const QueryOptions& options) {
    {
        const Result<Reader> reader = Reader::open(common.database);
        if (!reader) return failure(reader.error());
    }
    note(common.database + ": ask, or \\? for help");
    LineEditor lines(words_of_database(common.database));
    QueryOptions kept = options;
    while (const std::optional<std::string> typed = lines.next()) {
        const std::string line(trim(*typed));
        if (line.empty()) continue;
        if (line == "quit" || line == "exit") return done;
        if (line[0] == '\\') {
            if (!run_backslash(line, common, kept)) return done;
            continue;
        }
        QueryOptions once = kept;
        once.words = {line};
        run_query(common, once);
    }
    std::cout << "\n";
    return done;
}

}  // namespace fintool::app
