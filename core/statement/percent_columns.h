// Columns of percentages: their bare figures get the sign that a heading or a neighbour prints.
#pragma once

#include <vector>

#include "grid/grid.h"
#include "statement/labels.h"
#include "statement/statement.h"

namespace fintool {

// "Percent to Sales", "% Change", "Change (basis points)": a column that is no period's says so for
// its bare figures.
void mark_percents(const std::vector<Column>& columns, std::vector<Cell>& cells);

// "100.0%" over "44.0" and "15.0": the sign of the first figure holds for the others of a column
// that is no period's, and two of a change column's do. Not in the columns
// that are `mixed`.
void mark_signed_percents(const std::vector<Column>& columns, const std::vector<bool>& mixed,
                          std::vector<std::vector<Cell>>& rows);

// Those that print "$3.20", "$95 million" or a forecast's "22 to 24": their percentages speak for
// no other row.
std::vector<bool> mixed_columns(const Grid& grid, const std::vector<LabelledRow>& labelled,
                                const std::vector<std::vector<Cell>>& cells);

}  // namespace fintool
