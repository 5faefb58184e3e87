// Text in which each cell of a table stands on a line of its own (a rendering of HTML, with or
// without "|" lines between the cells): a label, then its amounts, one below the other.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "document/document.h"

namespace fintool {

// A table found in lines [begin, end).
struct StackedTable {
    CellTable table;
    std::size_t begin = 0, end = 0;
};

// The first such table at or after `from`; nothing where there is none. Fixed-width text has its
// amounts beside their labels and gives none.
std::optional<StackedTable> find_stacked_table(const std::vector<Line>& lines, std::size_t from);

}  // namespace fintool
