// Text made of a page has lost its spans, and with them the places of its cells: rows of as many
// amounts stand at different places. Their order puts them back in columns.
#pragma once

#include <vector>

#include "grid/cell_layout.h"

namespace fintool {

// Moves the cells of rows without spans; leaves a table alone whose amounts line up as they are.
void even_out(std::vector<PlacedRow>& rows);

}  // namespace fintool
