// A value is contradicted where a cell that it is, or that it is derived from, has that proof.
#include "query/contradicted.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>

#include "query/series_sql.h"

namespace fintool {
namespace {

constexpr std::size_t ids_at_once = 500;

using Ids = std::vector<std::int64_t>;

// "17,23", as series_sql() gives them; one of them alone is a number.
Ids ids_of(const SqlValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return {*number};
    Ids ids;
    const auto* text = std::get_if<std::string>(&value);
    for (std::size_t at = 0; text && at < text->size();) {
        ids.push_back(std::stoll(text->substr(at)));
        at = std::min(text->find(',', at), text->size() - 1) + 1;
    }
    return ids;
}

std::string list_of(const Ids& ids) {
    std::string list;
    for (const std::int64_t id : ids) list += (list.empty() ? "" : ", ") + std::to_string(id);
    return list;
}

// Of metrics their ids; of line items the negative ids. With the value that is denied.
std::string denied_sql(const Ids& ids) {
    Ids metrics, rows;
    for (const std::int64_t id : ids) (id < 0 ? rows : metrics).push_back(std::abs(id));
    std::string sql;
    if (!metrics.empty()) {
        sql =
            "WITH RECURSIVE made(asked, id) AS (SELECT id, id FROM metrics WHERE id IN (" +
            list_of(metrics) +
            ")\n  UNION SELECT made.asked, i.input_id FROM made JOIN metric_inputs i ON "
            "i.metric_id = made.id)\nSELECT DISTINCT made.asked, NULL FROM made JOIN metrics m ON "
            "m.id = made.id\n  JOIN line_item_values v ON v.line_item_id = m.line_item_id AND "
            "v.period_id = m.period_id\nWHERE v.proof = 'contradicted' AND abs(v.value) = "
            "abs(m.value)";
    }
    if (rows.empty()) return sql;
    return sql + (sql.empty() ? "" : "\nUNION ") +
           "SELECT -line_item_id, value FROM line_item_values WHERE line_item_id IN (" +
           list_of(rows) + ") AND proof = 'contradicted'";
}

// Companies of which a printed cell is denied: few have one, and of a long answer only their rows
// are looked at. An index holds the denied cells alone.
constexpr const char* companies_sql =
    "SELECT DISTINCT companies.name, companies.ticker FROM line_item_values AS v"
    " JOIN line_items ON line_items.id = v.line_item_id"
    " JOIN statements ON statements.id = line_items.statement_id"
    " JOIN filings ON filings.id = statements.filing_id"
    " JOIN companies ON companies.id = filings.company_id WHERE v.proof = 'contradicted'";

using Denied = std::set<std::pair<std::int64_t, SqlValue>>;

bool is_denied(const Denied& denied, std::int64_t id, const SqlValue& value) {
    return denied.count({id, id < 0 ? value : SqlValue()}) > 0;
}

// All ids of a short answer: they are asked for at once. Of a long one those of few companies.
Result<Ids> ids_in_doubt(Reader& reader, const ResultSet& series) {
    const bool is_short = series.rows.size() <= ids_at_once;
    std::set<std::vector<SqlValue>> companies;
    if (!is_short) {
        const Result<ResultSet> found = reader.run(companies_sql);
        if (!found) return found.error();
        companies.insert(found->rows.begin(), found->rows.end());
    }
    Ids asked;
    for (const auto& row : series.rows) {
        if (!is_short &&
            !companies.count({row[series_column::company], row[series_column::ticker]})) {
            continue;
        }
        const Ids ids = ids_of(row[series_column::metric_ids]);
        asked.insert(asked.end(), ids.begin(), ids.end());
    }
    return asked;
}

}  // namespace

Result<std::vector<std::size_t>> find_contradicted(Reader& reader, const ResultSet& series) {
    const Result<Ids> asked = ids_in_doubt(reader, series);
    if (!asked) return asked.error();
    Denied denied;
    for (std::size_t at = 0; at < asked->size(); at += ids_at_once) {
        const auto begin = asked->begin() + static_cast<std::ptrdiff_t>(at);
        const std::size_t count = std::min(ids_at_once, asked->size() - at);
        const Result<ResultSet> found =
            reader.run(denied_sql({begin, begin + static_cast<std::ptrdiff_t>(count)}));
        if (!found) return found.error();
        for (const auto& id : found->rows) denied.insert({std::get<std::int64_t>(id[0]), id[1]});
    }
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < series.rows.size() && !denied.empty(); ++row) {
        const auto& value = series.rows[row][series_column::value];
        const Ids ids = ids_of(series.rows[row][series_column::metric_ids]);
        if (std::any_of(ids.begin(), ids.end(),
                        [&](std::int64_t id) { return is_denied(denied, id, value); })) {
            rows.push_back(row);
        }
    }
    return rows;
}

}  // namespace fintool
