// Text whose lines have lost the blanks before them: labels stand at the margin, and so do the
// headers, rules and sums that were printed over columns.
#pragma once

#include <vector>

#include "grid/line_grid_lines.h"
#include "grid/line_grid_split.h"

namespace fintool {

// Every line begins at the margin, and rules, names or sums end far left of the amounts.
bool lost_indentation(const std::vector<GridLine>& lines, const TableLines& table);
// The number of amounts that most of the rows have; 0 where there is no table of two columns.
std::size_t usual_count(const std::vector<GridLine>& lines, const TableLines& table);
// The rightmost edge of each column in rows that have them all.
std::vector<int> edges_of(const std::vector<GridLine>& lines, const TableLines& table,
                          std::size_t columns);
// The columns of a row that has too few amounts: those over which it stands when it is moved right
// by one indentation; nothing where there is another way.
std::vector<std::size_t> columns_by_shift(const GridLine& line, std::size_t first,
                                          const std::vector<int>& edges);

}  // namespace fintool
