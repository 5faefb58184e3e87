// Rows of a balance sheet that their words call share counts, though they are money: "Unearned
// Employee Stock Ownership Plan shares (6,480)", "Common shares 3". The total that they are part of
// settles it; where none does, rows of share capital are taken for money, with a doubt.
#pragma once

#include "base/diagnostic.h"
#include "statement/statement.h"

namespace fintool {

// By a total: only where it ties exactly with them, in every column, and does not without them.
// Each row that changes is a diagnostic.
void settle_units(Statement& statement, Diagnostics& diagnostics);

}  // namespace fintool
