// Years that end with a weekday, where a statement prints the day of the newest one only.
#pragma once

#include <vector>

#include "statement/prose_dates.h"
#include "statement/statement.h"

namespace fintool {

// "Three fiscal years ended September 30, 1994" over 1994, 1993 and 1992 gives 1993 the day of
// 1994. A balance sheet that ends 1993 on September 24 knows better; where one has shown that the
// years end with a weekday, so do days that the prose states.
void settle_year_ends(const std::vector<Statement*>& statements, ProseDates& prose);

}  // namespace fintool
