// A CellTable with its spans resolved: every cell at its place, "$", ")" and "%" joined to the
// amount beside them. Rows keep their order; blanks have no cell.
#pragma once

#include <vector>

#include "document/document.h"
#include "grid/cell_text.h"

namespace fintool {

struct PlacedCell {
    MappedText text;
    CellLook look = CellLook::blank;
    int first = 0, last = 0;            // of everything that joined
    int core_first = 0, core_last = 0;  // of the amount's digits alone
    int indent = 0;                     // in blanks
};

struct PlacedRow {
    std::vector<PlacedCell> cells;  // left to right, none blank, none overlap
    int line = 0;
    int last_line = 0;
    bool ruled = false;      // by a border, or by a row of dashes below
    bool gap_above = false;  // an empty row stands above
};

// Empty rows and rows of dashes leave their trace in the rows beside them.
std::vector<PlacedRow> lay_out(const CellTable& table);

}  // namespace fintool
