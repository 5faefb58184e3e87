// A grid's header rows -> the words over each column, top down, and the lines around them that can
// lend what a column does not say. Used by the columns*.cpp files only.
#pragma once

#include "grid/grid.h"
#include "statement/period_phrase.h"

namespace fintool {

struct ColumnHead {
    std::string heading;            // all that stands over it, top down
    std::vector<PeriodWord> words;  // of the heading; a title over all columns gives periods only
    std::vector<PeriodWord> own;    // without what stands over all columns
    std::string name;               // words left over from its own cells: "north america"
    Span span;
    bool percents = false;  // its amounts are percentages, those beside them are not
    int amounts = 0;        // rows that print something in it
};

// Text that stands over or beside the columns without belonging to one of them.
struct HeadLine {
    std::string text;
    std::vector<PeriodWord> words;
};

// The words of one header row from the left, label included: a line that has lost its indentation
// ("Six months Ended     Quarter Ended") no longer stands over its columns, but keeps its order.
struct HeadRow {
    std::vector<PeriodWord> words;
    std::vector<PeriodWord> joined;  // of its cells read as one line: "NINE | MONTHS"
    std::size_t label_words = 0;     // how many of them stand in the label
    bool label_is_period = false;    // the label holds nothing else
};

struct GridHead {
    std::vector<ColumnHead> columns;  // grid.columns of them
    std::vector<HeadLine> beside;     // what stands over all columns, and the header rows' labels
    std::vector<HeadLine> above;      // nearest first
    std::vector<HeadRow> rows;
};

GridHead read_grid_head(const Grid& grid);

}  // namespace fintool
