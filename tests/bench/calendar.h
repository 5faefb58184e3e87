// Fiscal calendars of made-up companies, and the words that dates and lengths are printed in.
#pragma once

#include <chrono>
#include <string>

namespace bench {

using Day = std::chrono::sys_days;

struct FiscalCalendar {
    unsigned last_month = 12;  // that the year ends in
    int last_weekday = -1;  // 0 Sunday ... 6 Saturday: the last one of the month; -1: its last day

    bool operator==(const FiscalCalendar&) const = default;
};

// The last day of a fiscal quarter; quarter 0 is the end of the year before. A year is named by the
// calendar year that it ends in.
Day quarter_end(const FiscalCalendar& calendar, int year, int quarter);

// A printed stretch of days: `quarters` of a year, the last of which is `quarter`.
struct Stretch {
    Day before;      // the day before it begins
    Day end;         // its last day
    int months = 0;  // 0: the day `end` alone
    int weeks = 0;   // where the calendar counts weeks, else 0
    int year = 0;    // fiscal
    int quarter = 0;

    bool operator==(const Stretch&) const = default;
};

Stretch stretch(const FiscalCalendar& calendar, int year, int quarter, int quarters);
Stretch instant(const FiscalCalendar& calendar, int year, int quarter);

std::string iso(Day day);                    // 2003-06-28
std::string year_of(Day day);                // 2003
std::string month_day(Day day, bool brief);  // June 28 | Jun. 28
std::string long_date(Day day, bool brief);  // June 28, 2003 | Jun. 28, 2003
std::string short_date(Day day, bool wide);  // 6/28/03 | 06/28/2003
std::string number_word(int number);         // Thirteen, Twenty-Six: up to 99
std::string ordinal_word(int quarter);       // First ... Fourth

}  // namespace bench
