// The columns of amounts in laid out rows: where amounts sit, row after row. Headers and spacers
// have no say in where a column is; a cell's digits decide, and no row has two of them in one.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "grid/cell_layout.h"

namespace fintool {

struct ValueColumns {
    struct Extent {
        int first = 0, last = 0;  // columns as written, "$" and ")" included
    };
    std::vector<Extent> extents;
    // The column of amounts with digits in [first, last] as written.
    std::map<std::pair<int, int>, int> places;
    int label_column = -1;  // as written; -1 where no row has a label
    int label_end = -1;     // the last column that most labels there lie over

    int size() const { return static_cast<int>(extents.size()); }
    // The column of an amount, -1 for one that stands in the label.
    int column_of(const PlacedCell& cell) const;
    // The columns that [first, last] touches, or the nearest one; {-1, -1} where there are none.
    Extent touched(int first, int last) const;
};

struct RowRange {
    const PlacedRow* begin;
    const PlacedRow* end;
};

// Whether the cell holds an amount as far as its row tells: not the "(1)" before a footnote's text.
bool is_amount_cell(const PlacedRow& row, std::size_t cell);

// `values` tells for each row whether it is one of amounts; the others are header rows or labels.
ValueColumns find_value_columns(RowRange rows, const std::vector<bool>& values);

}  // namespace fintool
