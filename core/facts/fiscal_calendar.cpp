// Labels by day counts from the fiscal year's end, so that quarters of 12 or 16 weeks and years of
// 53 weeks get theirs; a period that does not fit the calendar gets none. No calendar is guessed.
#include "facts/fiscal_calendar.h"

#include "base/text.h"

namespace fintool {

namespace {

// 36 weeks are 0.24 short of three quarters; a period a month off the calendar is 0.33 off.
constexpr int quarter_slack_percent = 30;

enum class LengthClass { quarter, half, nine_months, year, other };

struct LengthRow {
    int from_days, to_days;
    LengthClass length;
};
// Quarters are 10 to 18 weeks; 24 and 28 weeks are halves, 36 to 42 weeks nine months.
constexpr LengthRow length_rows[] = {{70, 126, LengthClass::quarter},
                                     {150, 210, LengthClass::half},
                                     {240, 295, LengthClass::nine_months},
                                     {350, 380, LengthClass::year}};

int days_of(const Period& period) { return days_between(period.start, period.end) + 1; }

LengthClass length_class(const Period& period) {
    const int days = days_of(period);
    for (const LengthRow& row : length_rows) {
        if (days >= row.from_days && days <= row.to_days) return row.length;
    }
    return LengthClass::other;
}

// The month end that a 52/53-week year swings around; a year end in mid-month stays.
Date snapped(Date date) {
    const Date this_end =
        std::chrono::year_month_day_last{date.year(), std::chrono::month_day_last{date.month()}};
    const Date last_end = add_months(this_end, -1);
    if (days_between(last_end, date) <= 7) return last_end;
    return days_between(date, this_end) <= 7 ? this_end : date;
}

Date year_end_in(int year, const FiscalCalendar& calendar) {
    const Date date = make_date(year, calendar.year_end_month, calendar.year_end_day);
    if (date.ok()) return snapped(date);  // "02-03" gives January 31
    return Date{
        std::chrono::year_month_day_last{date.year(), std::chrono::month_day_last{date.month()}}};
}

struct Place {
    int fiscal_year = 0;
    int quarter = 0;  // that ends on this day; 0: none does
};

Place place_of(Date end, const FiscalCalendar& calendar) {
    int year = static_cast<int>(end.year()) - 1;
    while (days_between(year_end_in(year, calendar), end) > fiscal_drift_days) ++year;
    const int days = days_between(year_end_in(year - 1, calendar), end);
    const int percent = days * 400 / 365;  // of a quarter
    const int quarter = (percent + 50) / 100;
    const int off = percent - quarter * 100;
    const bool fits = off <= quarter_slack_percent && off >= -quarter_slack_percent;
    return {year, fits && quarter >= 1 && quarter <= 4 ? quarter : 0};
}

std::string year_text(int year) { return " FY" + std::to_string(year); }

std::string calendar_quarter(Date day) {
    const unsigned quarter = (static_cast<unsigned>(day.month()) + 2) / 3;
    return "CY" + std::to_string(static_cast<int>(day.year())) + "Q" + std::to_string(quarter);
}

}  // namespace

FiscalCalendar fiscal_calendar_from(std::string_view month_day) {
    const FiscalCalendar december;
    if (month_day.size() != 5) return december;
    const auto date = parse_iso_date("2004-" + std::string(month_day));  // a leap year
    if (!date) return december;
    return {static_cast<unsigned>(date->month()), static_cast<unsigned>(date->day())};
}

FiscalLabel fiscal_label(const Period& period, const FiscalCalendar& calendar) {
    const Place place = place_of(period.end, calendar);
    const std::string year = year_text(place.fiscal_year);
    const std::string quarter = "Q" + std::to_string(place.quarter) + year;
    FiscalLabel label{place.fiscal_year, 0, {}};
    if (place.quarter == 0) return label;
    if (period.kind == Period::Kind::instant) return {place.fiscal_year, place.quarter, quarter};
    switch (length_class(period)) {
        case LengthClass::quarter: return {place.fiscal_year, place.quarter, quarter};
        case LengthClass::half:
            if (place.quarter == 2) label.label = "H1" + year;
            if (place.quarter == 4) label.label = "H2" + year;
            break;
        case LengthClass::nine_months:
            if (place.quarter == 3) label.label = "9M" + year;
            break;
        case LengthClass::year:
            if (place.quarter == 4) label.label = year.substr(1);
            break;
        case LengthClass::other: break;
    }
    return label;
}

std::string calendar_label(const Period& period) {
    // An instant stands for the quarter that ends on it: half of one before the day.
    if (period.kind == Period::Kind::instant)
        return calendar_quarter(add_days(period.end, -45)) + "I";
    const Date midpoint = add_days(period.start, (days_of(period) - 1) / 2);
    switch (length_class(period)) {
        case LengthClass::quarter: return calendar_quarter(midpoint);
        case LengthClass::year: return "CY" + std::to_string(static_cast<int>(midpoint.year()));
        default: return "";
    }
}

}  // namespace fintool
