// Fiscal calendars: month ends, or years of 52 and 53 weeks that end on the last such weekday.
#include "calendar.h"

#include <array>

namespace bench {
namespace {

using std::chrono::year_month_day;

constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};

std::string digits(int number, int width) {
    std::string text = std::to_string(number);
    while (static_cast<int>(text.size()) < width) text.insert(0, 1, '0');
    return text;
}

int number_of(std::chrono::year year) { return static_cast<int>(year); }
int number_of(std::chrono::month month) { return static_cast<int>(static_cast<unsigned>(month)); }
int number_of(std::chrono::day day) { return static_cast<int>(static_cast<unsigned>(day)); }

Day month_end(int year, int month) {
    while (month < 1) month += 12, --year;
    const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                      std::chrono::last;
    return Day(last);
}

}  // namespace

Day quarter_end(const FiscalCalendar& calendar, int year, int quarter) {
    if (quarter == 0) return quarter_end(calendar, year - 1, 4);
    const int last_month = static_cast<int>(calendar.last_month);
    if (calendar.last_weekday < 0) return month_end(year, last_month - 3 * (4 - quarter));
    if (quarter < 4) {
        return quarter_end(calendar, year - 1, 4) + std::chrono::days(13 * 7 * quarter);
    }
    const auto weekday = std::chrono::weekday(static_cast<unsigned>(calendar.last_weekday));
    return Day(std::chrono::year(year) / std::chrono::month(calendar.last_month) /
               std::chrono::weekday_last(weekday));
}

Stretch stretch(const FiscalCalendar& calendar, int year, int quarter, int quarters) {
    Stretch found;
    found.before = quarter_end(calendar, year, quarter - quarters);
    found.end = quarter_end(calendar, year, quarter);
    found.months = 3 * quarters;
    if (calendar.last_weekday >= 0) {
        found.weeks = static_cast<int>((found.end - found.before).count() / 7);
    }
    found.year = year;
    found.quarter = quarter;
    return found;
}

Stretch instant(const FiscalCalendar& calendar, int year, int quarter) {
    const Day end = quarter_end(calendar, year, quarter);
    return {end, end, 0, 0, year, quarter};
}

std::string iso(Day day) {
    const year_month_day date(day);
    return digits(number_of(date.year()), 4) + "-" + digits(number_of(date.month()), 2) + "-" +
           digits(number_of(date.day()), 2);
}

std::string year_of(Day day) { return std::to_string(number_of(year_month_day(day).year())); }

std::string month_day(Day day, bool brief) {
    const year_month_day date(day);
    const std::string month = kMonths[static_cast<std::size_t>(number_of(date.month())) - 1];
    const std::string number = std::to_string(number_of(date.day()));
    if (!brief || month.size() <= 4) return month + " " + number;
    return (month == "September" ? "Sept" : month.substr(0, 3)) + ". " + number;
}

std::string long_date(Day day, bool brief) { return month_day(day, brief) + ", " + year_of(day); }

std::string short_date(Day day, bool wide) {
    const year_month_day date(day);
    const int width = wide ? 2 : 1;
    return digits(number_of(date.month()), width) + "/" + digits(number_of(date.day()), width) +
           "/" + (wide ? year_of(day) : year_of(day).substr(2));
}

std::string number_word(int number) {
    constexpr std::array<const char*, 20> kSmall = {
        "Zero",     "One",     "Two",     "Three",     "Four",     "Five",    "Six",
        "Seven",    "Eight",   "Nine",    "Ten",       "Eleven",   "Twelve",  "Thirteen",
        "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"};
    constexpr std::array<const char*, 10> kTens = {"",      "",      "Twenty",  "Thirty", "Forty",
                                                   "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"};
    if (number < 20) return kSmall[static_cast<std::size_t>(number)];
    const std::string tens = kTens[static_cast<std::size_t>(number / 10)];
    return number % 10 == 0 ? tens : tens + "-" + kSmall[static_cast<std::size_t>(number % 10)];
}

std::string ordinal_word(int quarter) {
    constexpr std::array<const char*, 4> kWords = {"First", "Second", "Third", "Fourth"};
    return kWords[static_cast<std::size_t>(quarter - 1)];
}

}  // namespace bench
