// Text that a program printed cell by cell, tabs or pipes between: where one table ends and the
// next begins, and whether its cells still stand in their columns. Typed text, where a long label
// has fewer tabs behind it, is none.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"

namespace fintool {

// The ends of the tables in lines [begin, end): rows of amounts of one table have one number of
// cells. Empty where they do not.
std::vector<std::size_t> find_cell_blocks(const std::vector<Line>& lines, std::size_t begin,
                                          std::size_t end, char separator);

// No line has an empty cell: a program left them out, and what stands behind the second tab is in
// the second column in this row and in the third in the next.
bool lacks_empty_cells(const std::vector<Line>& lines, std::size_t begin, std::size_t end,
                       char separator);

// All rows have the same cells, and each name over the amounts a column of them below it: spans
// are printed as empty cells. "| 2020 | 2019 | | |" over "| $ | 12 | $ | 11" has lost them.
bool keeps_places(const CellTable& table);

// Fewer cells in the names of columns than in the rows below them: the spans are lost.
bool lacks_spans(const CellTable& table);

// A title in the second cell, nothing behind it, stands over the whole row.
void spread_titles(CellTable& table);
// Where other rows are read without spans such a title goes to the first cell; what may name
// columns, "Three Months Ended", stays.
void unindent_titles(CellTable& table);

}  // namespace fintool
