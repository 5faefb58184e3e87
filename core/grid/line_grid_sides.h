// Two tables printed side by side -> two blocks of lines: "Assets  1,234    Liabilities  567".
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "document/document.h"
#include "grid/grid.h"
#include "grid/line_grid_lines.h"
#include "grid/line_grid_split.h"

namespace fintool {

// Where the labels of the second table begin; nothing where there is only one table.
std::optional<int> second_label_column(const std::vector<GridLine>& lines,
                                       const std::vector<std::size_t>& body);

// The lines of a table, cut in two at that column; titles that stand across go to both.
std::array<LineTable, 2> both_sides(const std::vector<GridLine>& lines, const TableLines& table,
                                    int column);

// "Assets" on the left and "Liabilities" on the right, under the same days, are one balance sheet:
// puts the right one's rows below the left one's. False, and nothing done, for all others.
bool join_balance(std::vector<Grid>& left, std::vector<Grid>& right);
// The same of two that stand one after the other, on two pages.
bool join_halves(Grid& assets, Grid& liabilities);

}  // namespace fintool
