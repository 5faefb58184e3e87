// Kinds of line that only the lines around them show: pages' heads and feet, figures that look like
// years, counts of weeks over "Weeks".
#pragma once

#include <vector>

#include "grid/line_grid_lines.h"

namespace fintool {

void settle_lines(std::vector<GridLine>& lines);

}  // namespace fintool
