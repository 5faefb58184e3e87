// A block's lines -> the tables that they hold, each with the lines over it and its body. Decides
// at every stretch between two rows of amounts: does the table go on, or does another one start?
#pragma once

#include <vector>

#include "grid/line_grid_lines.h"

namespace fintool {

// Indices into the block's lines.
struct TableLines {
    std::vector<std::size_t> top;    // titles and headers over the first row of amounts
    std::vector<std::size_t> body;   // from the first row of amounts to the last row's last line
    std::vector<std::size_t> below;  // notes under it
    bool titled = false;             // a statement's title stands in `top`
    bool headed = false;             // a header with periods stands in `top`
};

std::vector<TableLines> split_tables(const std::vector<GridLine>& lines);

}  // namespace fintool
