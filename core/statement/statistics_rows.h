// Tables of statistics without a scale of their own: "Admissions 40,118" under "Operating
// Statistics" is no dollars, whatever the statement before it is in.
#pragma once

#include "statement/statement.h"

namespace fintool {

// Rows that print no currency and do not speak of money become counts (diagnostic "unit-assumed");
// "ARPU $52.11" is in dollars and cents. The statement's scale is applied.
void count_statistics(Statement& statement, Diagnostics& diagnostics);

}  // namespace fintool
