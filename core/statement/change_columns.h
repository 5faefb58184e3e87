// Columns that hold what a restatement changed, whatever stands over them: "Correction", "Effect of
// Restatement".
#pragma once

#include "statement/statement.h"

namespace fintool {

// Told by arithmetic: what was reported and this make what is reported now, in every row. Right
// between the two it is no period's in any case: what was reported stands beside it.
void settle_change_columns(Statement& statement);

}  // namespace fintool
