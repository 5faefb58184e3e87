// Names of amounts beside percentages: see the header. Counted, since the middle of a pair is
// neither the one nor the other.
#include "grid/percent_pairs.h"

#include <algorithm>
#include <string>

namespace fintool {
namespace {

// All cells of every second column are percentages or bare decimals, one at least with its sign.
bool stand_in_pairs(const Grid& grid) {
    if (grid.columns < 4 || grid.columns % 2 != 0) return false;
    std::vector<bool> signs(static_cast<std::size_t>(grid.columns), false);
    for (const GridRow& row : grid.rows) {
        if (row.kind != GridRow::Kind::value) continue;
        for (const GridCell& cell : row.cells) {
            const std::string& text = cell.text.str();
            const bool percent = text.find('%') != text.npos, second = cell.last % 2 != 0;
            const bool bare = text.find('.') != text.npos && text.find(',') == text.npos;
            const bool digits = std::any_of(text.begin(), text.end(),
                                            [](char c) { return c >= '0' && c <= '9'; });
            if (percent != second && (percent || (digits && !bare))) return false;
            if (percent) signs[static_cast<std::size_t>(cell.last)] = true;
        }
    }
    for (std::size_t i = 1; i < signs.size(); i += 2) {
        if (!signs[i]) return false;
    }
    return true;
}

}  // namespace

void place_over_amounts(Grid& grid) {
    const int pairs = grid.columns / 2;
    if (!stand_in_pairs(grid)) return;
    bool named = false, astray = false;
    for (const GridRow& row : grid.rows) {
        const int cells = static_cast<int>(row.cells.size());
        if (row.kind != GridRow::Kind::header || cells == 0) continue;
        if (cells > pairs || pairs % cells != 0) return;
        if (cells < pairs) continue;
        named = true;
        for (const GridCell& cell : row.cells) astray = astray || cell.first % 2 != 0;
    }
    if (!named || !astray) return;
    for (GridRow& row : grid.rows) {
        if (row.kind != GridRow::Kind::header || row.cells.empty()) continue;
        const int cells = static_cast<int>(row.cells.size()), wide = grid.columns / cells;
        for (int i = 0; i < cells; ++i) {
            GridCell& cell = row.cells[static_cast<std::size_t>(i)];
            cell.first = i * wide;
            cell.last = cells == pairs ? cell.first : cell.first + wide - 1;
        }
    }
}

}  // namespace fintool
