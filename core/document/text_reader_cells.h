// Lines whose cells are parted by tabs or pipes -> CellTables; all other lines stay lines.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"

namespace fintool {

// Either a table of cells or the lines between two of them.
struct LineRun {
    std::optional<CellTable> table;
    std::vector<Line> lines;
};

std::vector<LineRun> part_cell_text(std::vector<Line> lines);

}  // namespace fintool
