// The tables of trace. See the header.
#include "query/trace_cells.h"

#include <algorithm>

#include "query/check_sentences.h"

namespace fintool {
namespace {

constexpr std::size_t most_cells = 8;  // a question about more wants the list alone

// The columns of the cell's table, with what its row prints in each.
constexpr const char* row_sql = R"(
SELECT c.column_no, coalesce(c.heading, ''), coalesce(v.raw_text, ''), l.label,
  coalesce(l.section, ''), coalesce(s.title, s.kind)
FROM line_items l
JOIN statements s ON s.id = l.statement_id
JOIN statement_columns c ON c.statement_id = s.id
LEFT JOIN line_item_values v ON v.line_item_id = l.id AND v.column_no = c.column_no
WHERE l.id = :item
ORDER BY c.column_no)";

// Every release that prints this metric for the same period, whatever the day that it gives.
constexpr const char* releases_sql = R"(
SELECT f.path || coalesce(':' || v.line_no, '') AS place, f.released_on, v.raw_text AS printed,
  o.value, o.vintage
FROM metrics m
JOIN periods p ON p.id = m.period_id
JOIN metrics o ON o.company_id = m.company_id AND o.name = m.name AND o.unit = m.unit
  AND o.basis = m.basis AND o.origin = 'reported'
JOIN periods q ON q.id = o.period_id AND q.fiscal_label = p.fiscal_label AND q.months = p.months
JOIN filings f ON f.id = o.filing_id
LEFT JOIN line_item_values v ON v.line_item_id = o.line_item_id AND v.period_id = o.period_id
  AND abs(v.value) = abs(o.value)
WHERE m.id = :metric
GROUP BY o.id
ORDER BY f.released_on, f.path)";

constexpr const char* checks_sql = R"(
SELECT rule AS "check", status, detail, filing_id, cells, form FROM checks
WHERE filing_id = :filing AND instr(cells, ' ' || (:item % 100000) || ':' || :column || ' ') > 0
ORDER BY id)";

std::string text_of(const SqlValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

Result<ResultSet> show_row(Reader& reader, const PrintedCell& cell) {
    const Result<ResultSet> found = reader.run(row_sql, {{"item", cell.line_item}});
    if (!found) return found.error();
    ResultSet panel;
    panel.columns.push_back({"row", " ", {}});
    panel.rows.emplace_back();
    for (const auto& row : found->rows) {
        if (panel.rows[0].empty()) {
            const std::string section = text_of(row[4]);
            panel.title = cell.place + ", line item " + std::to_string(cell.line_item) + ": " +
                          text_of(row[5]) + (section.empty() ? "" : " > " + section);
            panel.rows[0].push_back(row[3]);
        }
        const bool marked = row[0] == SqlValue(cell.column);
        const std::string printed = text_of(row[2]);
        panel.columns.push_back(
            {"column " + std::to_string(panel.columns.size()), text_of(row[1]), {}});
        panel.rows[0].emplace_back(marked ? "[" + printed + "]" : printed);
    }
    return panel;
}

Status add_titled(Reader& reader, std::vector<ResultSet>& panels, const std::string& title,
                  const char* sql, const std::vector<SqlParameter>& parameters) {
    Result<ResultSet> found = reader.run(sql, parameters);
    if (!found) return found.error();
    if (found->rows.empty()) return Done{};
    if (sql == checks_sql) {
        if (const Status done = complete_sentences(reader, *found, 2); !done) return done;
    }
    found->title = title;
    panels.push_back(*std::move(found));
    return Done{};
}

}  // namespace

Result<std::vector<ResultSet>> show_cells(Reader& reader, const std::vector<PrintedCell>& cells) {
    std::vector<ResultSet> panels;
    if (cells.size() > most_cells) return panels;
    for (const PrintedCell& cell : cells) {
        Result<ResultSet> row = show_row(reader, cell);
        if (!row) return row.error();
        panels.push_back(*std::move(row));
        if (cell.metric != 0) {
            const Status done =
                add_titled(reader, panels, "printed in", releases_sql, {{"metric", cell.metric}});
            if (!done) return done.error();
        }
        const Status done = add_titled(
            reader, panels, "held against", checks_sql,
            {{"filing", cell.filing}, {"item", cell.line_item}, {"column", cell.column}});
        if (!done) return done.error();
    }
    return panels;
}

}  // namespace fintool
