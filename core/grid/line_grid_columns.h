// Rows of amounts -> the columns that they stand in: right edges clustered over the whole table,
// with the runs of rulers as a second witness. Then each amount of a line goes to one column.
#pragma once

#include <optional>
#include <vector>

#include "grid/line_grid_lines.h"

namespace fintool {

struct LineColumn {
    int left = 0;  // of all that stands in it, rulers included
    int right = 0;
    int first_edge = 0;  // the right edges of its amounts lie in [first_edge, last_edge]
    int last_edge = 0;
    int support = 0;                             // lines with an amount in it
    bool percent = false;                        // most of them carry a "%"
    int middle() const { return left + right; }  // twice the center
};

std::vector<LineColumn> find_columns(const std::vector<GridLine>& lines,
                                     const std::vector<std::size_t>& body,
                                     const std::vector<std::size_t>& top);

// For each word of the line its column, or nothing where it is no amount of a column.
// `stray` counts amounts that stand apart and fall in no column.
struct Placement {
    std::vector<std::optional<std::size_t>> column;
    int stray = 0;
};
Placement place_amounts(const GridLine& line, const std::vector<LineColumn>& columns);

}  // namespace fintool
