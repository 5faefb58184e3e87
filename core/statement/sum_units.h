// Rows of a balance sheet that their words call share counts, though they are money: settled by
// the total that they are part of. "Unearned Employee Stock Ownership Plan shares (6,480)".
#pragma once

#include "base/diagnostic.h"
#include "statement/statement.h"

namespace fintool {

// Only where the total ties exactly with them, in every column, and with none of the rows without
// them; each row that changes is a diagnostic.
void settle_units(Statement& statement, Diagnostics& diagnostics);

}  // namespace fintool
