// Rows whose amounts follow their labels in order, but stand in no columns, as programs print pages
// that they cannot lay out: "Revenue $ 46,743  $ 30,040" over "Cost of revenue 12,890  7,466".
#pragma once

#include <optional>

#include "grid/line_grid_lines.h"
#include "grid/line_grid_split.h"

namespace fintool {

// The table as cells, by their order; nothing where its amounts line up. A row with another number
// of amounts than most is left out, with a diagnostic.
std::optional<CellTable> ragged_table(const std::vector<GridLine>& lines, const TableLines& table,
                                      Diagnostics& diagnostics);

}  // namespace fintool
