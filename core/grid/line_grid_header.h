// The lines over a table's first row -> titles, header rows with the columns that each segment
// covers, and what already belongs to the body ("Assets").
#pragma once

#include <vector>

#include "grid/grid.h"
#include "grid/line_grid_columns.h"
#include "grid/line_grid_lines.h"

namespace fintool {

struct HeaderLines {
    std::vector<std::size_t> above;  // titles, scale
    std::vector<GridRow> rows;       // headers
    std::vector<std::size_t> body;   // section headings and labels under the header
    bool found = false;
    bool cut = false;  // more rows stand over the columns than a header has: none is read
};

HeaderLines read_header(const std::vector<GridLine>& lines, const std::vector<std::size_t>& top,
                        const std::vector<LineColumn>& columns);

}  // namespace fintool
