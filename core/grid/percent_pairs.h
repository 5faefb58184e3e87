// "1999       1998" over "$ 224,010 63.8%  $ 212,010 65.2%": each name is that of an amount, and of
// the percentage behind it.
#pragma once

#include "grid/grid.h"

namespace fintool {

// Moves the names of columns that stand in pairs, an amount and its percentage, over the amounts
// where one has come to stand over a percentage.
void place_over_amounts(Grid& grid);

}  // namespace fintool
