// Places by order: see the header.
#include "grid/cell_ragged.h"

#include <algorithm>
#include <map>

#include "grid/cell_columns.h"

namespace fintool {

namespace {

constexpr int column_step = 10;  // apart enough for the cells between two columns

using Places = std::vector<int>;

Places amounts_of(const PlacedRow& row) {
    Places out;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const bool label = i == 0 && row.cells[i].first == 0;
        if (!label && is_amount_cell(row, i)) out.push_back(row.cells[i].core_last);
    }
    return out;
}

// The most amounts that a good part of the rows have: that many columns there are.
std::size_t count_columns(const std::vector<Places>& rows) {
    std::map<std::size_t, std::size_t> counts;
    std::size_t all = 0;
    for (const Places& row : rows) {
        if (row.empty()) continue;
        ++counts[row.size()];
        ++all;
    }
    for (auto it = counts.rbegin(); it != counts.rend(); ++it) {
        if (it->second >= 2 && it->second * 10 >= all * 3) return it->first;
    }
    return 0;
}

// For each column the place where most rows have it; empty where the rows agree already.
Places usual_places(const std::vector<Places>& rows, std::size_t columns) {
    std::map<Places, std::size_t> lists;
    std::size_t full = 0;
    for (const Places& row : rows) {
        if (row.size() != columns) continue;
        ++lists[row];
        ++full;
    }
    const auto most =
        std::max_element(lists.begin(), lists.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most->second * 10 >= full * 9) return {};
    return most->first;
}

void move(PlacedCell& cell, int place) {
    cell.first = cell.last = cell.core_first = cell.core_last = place;
}

int column_place(std::size_t column) { return column_step * (static_cast<int>(column) + 1); }

// Where rows are not full, the nearest usual place counts.
int nearest_place(const Places& usual, int place) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < usual.size(); ++i) {
        if (std::abs(usual[i] - place) < std::abs(usual[best] - place)) best = i;
    }
    const int off = std::clamp(place - usual[best], -column_step / 2 + 1, column_step / 2 - 1);
    return column_place(best) + off;
}

void move_row(PlacedRow& row, const Places& usual, bool full) {
    std::size_t column = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        PlacedCell& cell = row.cells[i];
        if (i == 0 && cell.first == 0) continue;
        if (full && is_amount_cell(row, i)) {
            move(cell, column_place(column++));
        } else {
            const int before = i == 0 ? 0 : row.cells[i - 1].last;
            move(cell, std::max(nearest_place(usual, cell.core_last), before + 1));
        }
    }
}

}  // namespace

void even_out(std::vector<PlacedRow>& rows) {
    std::vector<Places> amounts;
    for (const PlacedRow& row : rows) amounts.push_back(amounts_of(row));
    const std::size_t columns = count_columns(amounts);
    if (columns < 2) return;
    const Places usual = usual_places(amounts, columns);
    if (usual.empty()) return;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        move_row(rows[i], usual, amounts[i].size() == columns);
    }
}

}  // namespace fintool
