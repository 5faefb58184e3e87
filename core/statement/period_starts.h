// Where periods begin whose words say only how long they are and when they end.
#pragma once

#include <string_view>
#include <vector>

#include "statement/statement.h"

namespace fintool {

// Quarters and years that end with weekdays begin on the day after the end before them: that of a
// column of the same length beside them, else of a balance sheet of the release. "Year ended
// January 3, 2004" beside "December 28, 2002" has 53 weeks. Where years end with a month and only
// their quarters with a weekday, the year before begins as the newest one does.
void settle_starts(const std::vector<Statement*>& statements);

// "Cash and cash equivalents, beginning of period" in a cash flow is a day: the day before the
// period starts. Below the end of period it may part its cash: "Restricted cash", "Total cash ..."
// are of that day too. So is "Retained earnings, beginning of period", or "End of period" under
// "Accumulated deficit", in a statement of income and retained earnings.
void set_row_days(Statement& statement);

// "Balance Sheet Data (at year end)", "Total assets" below sales of the year: the last day of the
// column's stretch; "Balance at beginning of year": the day before it. For tables of Kind::other.
void set_balance_days(Statement& statement);

// "Beginning balance", "Outstanding, beginning of year".
bool names_opening(std::string_view label);

}  // namespace fintool
