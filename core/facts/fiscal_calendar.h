// A company's fiscal year -> the labels of a period: "Q2 FY2009", "H1 FY2009", "CY2008Q3".
#pragma once

#include <string>
#include <vector>

#include "value/period.h"

namespace fintool {

struct FiscalCalendar {
    unsigned year_end_month = 12;
    unsigned year_end_day = 31;
    bool operator==(const FiscalCalendar&) const = default;
};
// From "MM-DD"; December 31 where it is malformed.
FiscalCalendar fiscal_calendar_from(std::string_view month_day);

struct FiscalLabel {
    int fiscal_year = 0;      // the year that the fiscal year ends in
    int fiscal_quarter = 0;   // 1..4 for a quarter or the quarter that an instant ends; else 0
    std::string label;        // "Q2 FY2009", "H1 FY2009", "9M FY2009", "FY2009"; empty: none
};
// 52/53-week years snap to the nearest month end; a quarter is 10 to 18 weeks long.
FiscalLabel fiscal_label(const Period& period, const FiscalCalendar& calendar);
// "CY2008Q3", "CY2008", "CY2008Q3I" for a day; empty for other lengths.
std::string calendar_label(const Period& period);

}  // namespace fintool
