// The header of a table whose places tell nothing -> rows of cells with the columns that each name
// covers, where there is no other way to deal them out.
#pragma once

#include <vector>

#include "document/document.h"
#include "grid/line_grid_lines.h"
#include "grid/line_grid_split.h"

namespace fintool {

// Empty where the header leaves open which column a name is of.
std::vector<RawRow> ragged_header(const std::vector<GridLine>& lines, const TableLines& table,
                                  std::size_t columns);

RawCell cell_of(const GridLine& line, std::size_t begin, std::size_t end);
RawRow row_of(const GridLine& line);

}  // namespace fintool
