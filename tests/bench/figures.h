// Figures in, what is printed of them out: digits, signs, dashes, and whether a "$" stands before.
#pragma once

#include <string>
#include <vector>

#include "layout.h"
#include "printed.h"

namespace bench {

struct CellWords {
    bool dollar = false;
    std::string body;     // 1,234 | (1,234 | -- | .12
    std::string closing;  // ")" or "%", which may hang over the right edge
};

CellWords cell_words(const Figure& figure, const PrintedRow& row, bool first_row,
                     const Layout& layout);

// In percent of the second; NM where it says nothing.
CellWords change_words(const Figure& now, const Figure& then);

std::string grouped(std::int64_t number);

}  // namespace bench
