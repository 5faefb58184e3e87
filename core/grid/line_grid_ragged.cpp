// Ragged rows -> cells: see the header.
#include "grid/line_grid_ragged.h"

#include <algorithm>
#include <map>
#include <string>

#include "grid/line_grid_amounts.h"
#include "grid/line_grid_indent.h"
#include "grid/line_grid_ragged_header.h"

namespace fintool {
namespace {

using Kind = GridLine::Kind;

// Few blanks before each amount: no column holds them apart.
bool is_close(const GridLine& line, int widest) {
    const auto first = static_cast<long>(first_amount(line));
    return std::all_of(line.words.begin() + first, line.words.end(),
                       [&](const Word& word) { return word.gap <= widest; });
}

// The most lines whose last amounts end in one place, or a place beside it.
int most_at_one_edge(const std::map<int, int>& edges) {
    int most = 0;
    for (const auto& [edge, count] : edges) {
        const auto next = edges.find(edge + 1);
        most = std::max(most, count + (next == edges.end() ? 0 : next->second));
    }
    return most;
}

// How many amounts most rows have, where the amounts follow their label at once, however long it
// is: their edges stand all over. Cells that a program parts by as many blanks each do so, too:
// "Cash   $ 22.0     $ 19.0". 0 where edges meet.
std::size_t ragged_columns(const std::vector<GridLine>& lines, const TableLines& table) {
    constexpr int fewest_rows = 4, spread = 6, blanks = 2, widest = 7;
    std::map<std::size_t, int> counts;
    std::map<int, int> edges;
    int rows = 0, close = 0, near = 0;
    for (const std::size_t i : table.body) {
        const GridLine& line = lines[i];
        if (line.kind != Kind::value || first_amount(line) == 0) continue;
        ++rows;
        ++counts[count_amounts(line)];
        ++edges[line.words.back().edge];
        close += is_close(line, blanks) ? 1 : 0;
        near += is_close(line, widest) ? 1 : 0;
    }
    if (rows < fewest_rows || edges.rbegin()->first - edges.begin()->first < spread) return 0;
    const bool apart = near * 10 >= rows * 9 && most_at_one_edge(edges) * 3 <= rows;
    if (close * 10 < rows * 9 && !apart) return 0;
    const auto mode =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    const bool most = mode->second * 4 >= rows * 3;
    return mode->first < 2 || (!most && !apart) ? 0 : mode->first;
}

RawRow body_row(const GridLine& line, std::size_t first) {
    RawRow row = row_of(line);
    row.cells.emplace_back();
    if (first > 0) row.cells[0] = cell_of(line, line.words[0].begin, line.words[first - 1].end);
    row.cells[0].indent = line.words[0].left;
    for (std::size_t i = first; i < line.words.size(); ++i) {
        row.cells.push_back(cell_of(line, line.words[i].begin, line.words[i].end));
    }
    return row;
}

// The row's amounts in the columns `places`.
RawRow short_row(const GridLine& line, std::size_t first, const std::vector<std::size_t>& places) {
    const RawRow full = body_row(line, first);
    RawRow row = full;
    row.cells.resize(1);
    for (std::size_t i = 0; i < places.size(); ++i) {
        row.cells.resize(places[i] + 1);
        row.cells.push_back(full.cells[i + 1]);
    }
    return row;
}

}  // namespace

std::optional<CellTable> ragged_table(const std::vector<GridLine>& lines, const TableLines& table,
                                      Diagnostics& diagnostics) {
    const bool stripped = lost_indentation(lines, table);
    const std::size_t columns =
        stripped ? usual_count(lines, table) : ragged_columns(lines, table);
    if (columns == 0) return std::nullopt;
    const std::vector<int> edges = edges_of(lines, table, columns);
    CellTable cells;
    cells.rows = ragged_header(lines, table, columns);
    for (const std::size_t i : table.body) {
        const GridLine& line = lines[i];
        if (line.kind == Kind::ruler && !cells.rows.empty()) cells.rows.back().ruled = true;
        if (line.kind != Kind::value && !line.is_words()) continue;
        std::size_t amounts = count_amounts(line);
        // "... at March 31, 2004      1,323,000     4,170,000": the year is the label's.
        if (stripped && amounts > columns && line.words[line.words.size() - columns].gap > 1)
            amounts = columns;
        const std::size_t first = line.words.size() - amounts;
        const auto places = stripped && amounts < columns ? columns_by_shift(line, first, edges)
                                                          : std::vector<std::size_t>();
        if (amounts == 0 || amounts == columns) {
            cells.rows.push_back(body_row(line, first));
        } else if (!places.empty()) {
            cells.rows.push_back(short_row(line, first, places));
        } else {
            diagnostics.push_back({"misaligned-amount", line.line->text.trimmed().span(),
                                   "line " + std::to_string(line.line->number) + ": " +
                                       std::to_string(amounts) + " of " + std::to_string(columns) +
                                       " amounts, and no columns to tell which"});
        }
    }
    return cells;
}

}  // namespace fintool
