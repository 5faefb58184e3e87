// The last day of the fiscal year, "MM-DD": by the columns of the statements first, then by words,
// then by the days that tables name three, six or nine months before the period's end.
#pragma once

#include <optional>
#include <string>

#include "facts/identity_period.h"
#include "facts/identity_text.h"
#include "facts/reading.h"

namespace fintool {

// 52/53-week years end near a month's end: September 28 and October 3 are "09-30".
std::optional<Date> near_month_end(Date date);

// Needs filing.period_end; empty where nothing says it.
std::string find_year_end(const ReleaseLines& lines, const FiscalWords& words, const Filing& filing,
                          const StatementDays& days);

}  // namespace fintool
