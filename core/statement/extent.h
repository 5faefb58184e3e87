// Where a statement ends inside its table: the rows after that are other matter.
#pragma once

#include <cstddef>

#include "statement/statement.h"

namespace fintool {

// The number of leading rows that belong to the statement: an income statement goes on to its
// per-share data, share counts and dividends; a balance sheet ends with total liabilities and
// equity; a cash flow goes on to its supplemental rows. rows.size() where nothing else follows.
std::size_t statement_extent(const Statement& statement);

// Nothing but what an income statement prints from its net income on, per-share data among it.
bool is_per_share_data(const Statement& statement);

}  // namespace fintool
