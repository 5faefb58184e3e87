// A table whose cells the source parts (HTML, tab and pipe text) -> Grids: spans resolved, "$",
// ")" and "%" joined to their number, spacer columns dropped. Nothing is understood yet.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "grid/cell_layout.h"
#include "grid/grid.h"

namespace fintool {

// The rows are those of the table as laid out, `above` the paragraphs over it, nearest last; mostly
// one grid, two where a second header starts over, none where it holds no two rows of amounts.
std::vector<Grid> read_cell_grids(std::vector<PlacedRow> rows, std::vector<Paragraph> above,
                                  Diagnostics& diagnostics);

}  // namespace fintool
