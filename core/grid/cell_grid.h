// A table whose cells the source parts (HTML, tab and pipe text) -> Grids: spans resolved, "$",
// ")" and "%" joined to their number, spacer columns dropped. Nothing is understood yet.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "grid/grid.h"

namespace fintool {

// `above` are the paragraphs over the table, nearest last; mostly one grid, two where a second
// header starts over, none where the table holds no two rows of amounts.
std::vector<Grid> read_cell_grids(const CellTable& table, std::vector<Paragraph> above,
                                  Diagnostics& diagnostics);

}  // namespace fintool
