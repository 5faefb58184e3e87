// Rows become columns: a table of periods downwards reads across, for people and for spreadsheets.
#include <algorithm>

#include "base/text.h"
#include "render/numbers.h"
#include "render/render.h"

namespace fintool {
namespace {

bool is_mark(const ResultSet::Column& column) { return column.title == " "; }

std::string title_of(const ResultSet::Column& column) {
    const std::string title = trim(column.title).empty() ? column.name : column.title;
    return fold_space(title);
}

// For people a cell is text, as its column's style has it; a mark stands behind its number.
SqlValue cell_of(const ResultSet& table, const std::vector<SqlValue>& row, std::size_t i,
                 bool for_people) {
    if (!for_people || std::holds_alternative<std::monostate>(row[i])) return row[i];
    std::string text = people_text(row[i], table.columns[i]);
    const bool marked = i + 1 < row.size() && i > 0 && is_mark(table.columns[i + 1]);
    if (marked) text += " " + (plain_text(row[i + 1]).empty() ? " " : plain_text(row[i + 1]));
    return text;
}

}  // namespace

ResultSet transposed(const ResultSet& table, bool for_people, bool sparklines) {
    ResultSet out;
    out.title = table.title;
    out.notes = table.notes;
    out.facts = table.facts;
    out.cut_after = table.cut_after;
    if (table.columns.empty()) return out;
    std::vector<std::string> trends;
    out.columns.push_back({title_of(table.columns[0]), "", {}});
    for (const auto& row : table.rows) {
        out.columns.push_back({plain_text(row[0]), "", ResultSet::Style::amount});
    }
    for (std::size_t i = 1; i < table.columns.size(); ++i) {
        if (is_mark(table.columns[i])) continue;
        auto& made = out.rows.emplace_back();
        made.emplace_back(title_of(table.columns[i]));
        for (const auto& row : table.rows) made.push_back(cell_of(table, row, i, for_people));
        std::vector<SqlValue> numbers;
        for (const auto& row : table.rows) numbers.push_back(row[i]);
        trends.push_back(sparklines ? sparkline(numbers) : "");
    }
    const auto any = [](const std::string& trend) { return !trend.empty(); };
    if (std::none_of(trends.begin(), trends.end(), any)) return out;
    out.columns.push_back({"trend", "", {}});
    for (std::size_t i = 0; i < trends.size(); ++i) out.rows[i].emplace_back(trends[i]);
    return out;
}

}  // namespace fintool
