// Tables without a scale whose amounts have decimals: "Total   $84.1" below statements in whole
// thousands.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "statement/statement.h"

namespace fintool {

// Makes them millions, with a doubt, where a row of theirs is a row of a primary statement in all
// columns that both print.
void scale_decimal_tables(std::vector<Statement>& statements, Diagnostics& diagnostics);

}  // namespace fintool
