// Periods -> fiscal and calendar labels: month-end years, 52/53-week years, odd quarters.
#include "facts/fiscal_calendar.h"

#include <doctest/doctest.h>

using namespace fintool;

namespace {

constexpr auto weeks = Length::In::weeks;

struct Case {
    const char* year_end;
    const char* end;
    Length length;  // count 0: an instant
    const char* fiscal;
    const char* calendar;
};

Period period_of_case(const Case& c) {
    const Date end = *parse_iso_date(c.end);
    return c.length.count == 0 ? instant_on(end) : duration_to(end, c.length);
}

void check_cases(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        CAPTURE(c.year_end);
        CAPTURE(c.end);
        CAPTURE(c.length.count);
        const Period period = period_of_case(c);
        CHECK(fiscal_label(period, fiscal_calendar_from(c.year_end)).label == c.fiscal);
        CHECK(calendar_label(period) == c.calendar);
    }
}

}  // namespace

TEST_CASE("fiscal calendar: a year that ends with a month") {
    check_cases({
        {"03-31", "2008-09-30", {3}, "Q2 FY2009", "CY2008Q3"},
        {"03-31", "2008-09-30", {6}, "H1 FY2009", ""},
        {"03-31", "2008-12-31", {9}, "9M FY2009", ""},
        {"03-31", "2009-03-31", {12}, "FY2009", "CY2008"},
        {"03-31", "2009-03-31", {3}, "Q4 FY2009", "CY2009Q1"},
        {"03-31", "2009-03-31", {6}, "H2 FY2009", ""},
        {"03-31", "2008-06-30", {3}, "Q1 FY2009", "CY2008Q2"},
        {"03-31", "2008-09-30", {0}, "Q2 FY2009", "CY2008Q3I"},
        {"03-31", "2008-03-31", {0}, "Q4 FY2008", "CY2008Q1I"},
        {"12-31", "2004-12-31", {12}, "FY2004", "CY2004"},
        {"12-31", "2004-12-31", {0}, "Q4 FY2004", "CY2004Q4I"},
        {"06-30", "2008-06-30", {12}, "FY2008", "CY2007"},
        {"02-28", "2004-02-29", {3}, "Q4 FY2004", "CY2004Q1"},
        {"10-31", "2004-10-31", {3}, "Q4 FY2004", "CY2004Q3"},
    });
}

TEST_CASE("fiscal calendar: 52 and 53 weeks snap to the month that they swing around") {
    check_cases({
        {"06-30", "2006-04-01", {13, weeks}, "Q3 FY2006", "CY2006Q1"},
        {"06-30", "2006-04-01", {39, weeks}, "9M FY2006", ""},
        {"06-30", "2005-07-02", {53, weeks}, "FY2005", "CY2004"},
        {"06-30", "2005-07-02", {0}, "Q4 FY2005", "CY2005Q2I"},
        {"06-30", "2005-10-01", {13, weeks}, "Q1 FY2006", "CY2005Q3"},
        {"06-27", "2003-09-27", {3}, "Q1 FY2004", "CY2003Q3"},
        {"12-31", "2004-01-03", {53, weeks}, "FY2003", "CY2003"},
        {"12-31", "2004-01-03", {14, weeks}, "Q4 FY2003", "CY2003Q4"},
        {"02-03", "2006-01-28", {52, weeks}, "FY2006", "CY2005"},
        {"01-28", "2007-02-03", {53, weeks}, "FY2007", "CY2006"},
        {"01-28", "2006-04-29", {13, weeks}, "Q1 FY2007", "CY2006Q1"},
        {"10-01", "2006-09-30", {52, weeks}, "FY2006", "CY2006"},
        {"09-30", "2005-10-01", {3}, "Q4 FY2005", "CY2005Q3"},
    });
}

TEST_CASE("fiscal calendar: quarters of 12 and 16 weeks are counted in their place") {
    check_cases({
        {"12-31", "2006-03-25", {12, weeks}, "Q1 FY2006", "CY2006Q1"},
        {"12-31", "2006-06-17", {24, weeks}, "H1 FY2006", ""},
        {"12-31", "2006-09-09", {36, weeks}, "9M FY2006", ""},
        {"12-31", "2006-12-30", {16, weeks}, "Q4 FY2006", "CY2006Q4"},
        {"12-31", "2006-04-22", {16, weeks}, "Q1 FY2006", "CY2006Q1"},
        {"12-31", "2006-07-15", {28, weeks}, "H1 FY2006", ""},
        {"12-31", "2006-10-07", {40, weeks}, "9M FY2006", ""},
    });
}

TEST_CASE("fiscal calendar: a period off the calendar has no label") {
    check_cases({
        {"03-31", "2008-10-31", {3}, "", "CY2008Q3"},   // the quarter of another calendar
        {"12-31", "2008-09-30", {12}, "", "CY2008"},    // twelve months trailing
        {"12-31", "2008-12-31", {9}, "", ""},           // nine months that are no first nine
        {"12-31", "2008-03-31", {1}, "", ""},           // a month
        {"12-31", "2008-05-15", {0}, "", "CY2008Q1I"},  // a day within a quarter
        {"12-31", "2008-04-30", {4}, "", "CY2008Q1"},   // a transition period
    });
}

TEST_CASE("fiscal calendar: a malformed year end means December") {
    for (const char* text : {"", "13-01", "6-30", "0630", "02-30", "June 30"}) {
        CAPTURE(text);
        CHECK(fiscal_calendar_from(text) == FiscalCalendar{12, 31});
    }
    CHECK(fiscal_calendar_from("02-29") == FiscalCalendar{2, 29});
    CHECK(fiscal_label(instant_on(make_date(2005, 2, 28)), {2, 29}).label == "Q4 FY2005");
}

TEST_CASE("fiscal calendar: year and quarter stand beside the label") {
    const FiscalLabel quarter = fiscal_label(duration_to(make_date(2008, 9, 30), {3}), {3, 31});
    CHECK(quarter.fiscal_year == 2009);
    CHECK(quarter.fiscal_quarter == 2);
    const FiscalLabel half = fiscal_label(duration_to(make_date(2008, 9, 30), {6}), {3, 31});
    CHECK(half.fiscal_year == 2009);
    CHECK(half.fiscal_quarter == 0);
}
