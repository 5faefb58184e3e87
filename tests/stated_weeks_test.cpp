// Which fiscal years have 53 weeks by the prose, and where such a year begins.
#include "statement/stated_weeks.h"

#include <doctest/doctest.h>

#include <string>

#include "value/period.h"

using namespace fintool;

namespace {

std::string start_of(const std::string& sentence, Date end) {
    Statement statement;
    Column column;
    column.period = duration_to(end, {52, Length::In::weeks});
    statement.columns.push_back(column);
    settle_weeks({sentence}, {&statement});
    return to_string(statement.columns[0].period->start);
}

}  // namespace

TEST_CASE("weeks: prose tells which year has 53") {
    const Date end = make_date(2012, 9, 29);
    CHECK(start_of("", end) == "2011-10-02");
    CHECK(start_of("Fiscal years 2014 and 2013 spanned 52 weeks. Fiscal year 2012 spanned 53 weeks,"
                   " with a 14th week in the first quarter.", end) == "2011-09-25");
    CHECK(start_of("Fiscal 2012 was a 53-week year.", end) == "2011-09-25");
    CHECK(start_of("Fiscal 2011 was a 53-week year.", end) == "2011-10-02");
    CHECK(start_of("Our fiscal year is the 52 or 53-week period to September.", end) ==
          "2011-10-02");
    CHECK(start_of("Sales of fiscal 2012 fell; those of the 53 weeks ended October 1, 2011 rose.",
                   end) == "2011-10-02");
}

TEST_CASE("weeks: a year that ends on the first days of January is the one before") {
    CHECK(start_of("Fiscal 2020 had 53 weeks.", make_date(2021, 1, 2)) == "2019-12-29");
    // Called 2011 or 2012: nobody knows.
    CHECK(start_of("Fiscal 2012 had 53 weeks.", make_date(2012, 2, 4)) == "2011-02-06");
}
