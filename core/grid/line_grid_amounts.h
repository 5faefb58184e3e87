// The amounts that end a line, by their order: what a row holds where its places tell nothing.
#pragma once

#include "grid/line_grid_lines.h"

namespace fintool {

// The first word of the amounts at the line's end; words.size() where there are none.
std::size_t first_amount(const GridLine& line);
std::size_t count_amounts(const GridLine& line);
// A row with a label and amounts.
bool is_value_row(const GridLine& line);

}  // namespace fintool
