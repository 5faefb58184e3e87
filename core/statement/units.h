// What the cells of a printed row count: money, dollars per share, shares, percent.
#pragma once

#include <string>
#include <vector>

#include "statement/labels.h"
#include "statement/statement.h"

namespace fintool {

// By the words of the label, then of the nearest heading, then by the figures themselves ("Basic"
// with cents among whole amounts is a per-share figure). `cells` are those of the row.
Unit::Kind read_row_unit(const LabelledRow& row, const std::vector<Cell>& cells,
                         Statement::Kind kind, bool statement_has_cents);

// "days" of "Inventory turnover days", "stores" of "Number of stores": of a row without currency
// names whose label counts things; empty for all others.
std::string counted_noun(const LabelledRow& row, const std::vector<Cell>& cells);

// The currency of a row of money, and of its cells what they alone have: percent, another currency.
void set_cell_units(const Statement& statement, Row& row);

}  // namespace fintool
