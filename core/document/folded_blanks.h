// Text whose runs of blanks were folded into one, as copied pages are: "Cost of sales 44,110
// 86,704". Its amounts are set apart again; their order is all that is left of columns.
#pragma once

#include <vector>

#include "document/document.h"

namespace fintool {

// Puts a second blank in front of each amount that ends a row, where no line has two; lines of all
// other text stay as they are.
std::vector<Line> part_folded_amounts(std::vector<Line> lines);

}  // namespace fintool
