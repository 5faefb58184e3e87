// Minus signs that stand one blank before their amounts: "- 1,846   - 1,131". A dash is nil in a
// column of its own elsewhere; how many amounts the rows around it have tells the two apart.
#pragma once

#include <vector>

#include "grid/line_grid_lines.h"

namespace fintool {

// Joins them with their amounts in all rows that so have as many amounts as most rows near them.
void join_distant_signs(std::vector<GridLine>& lines);

}  // namespace fintool
