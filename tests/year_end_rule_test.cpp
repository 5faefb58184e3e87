// The sentence of the notes that says on which day a year of 52 or 53 weeks ends.
#include "statement/year_end_rule.h"

#include <doctest/doctest.h>

#include <string>

using namespace fintool;

namespace {

std::string day_of(const std::string& sentence, Date known, Date about) {
    const auto day = year_end_near(read_year_end_rules({sentence}), known, about);
    return day ? to_string(*day) : "-";
}

}  // namespace

TEST_CASE("columns: prose that names the weekday of the year end dates other years") {
    const Date friday = make_date(1995, 9, 29);
    for (const char* sentence :
         {"The Company's fiscal year-end is the last Friday in September.",
          "The 52- or 53-week fiscal year ends on the final Friday of the month of September.",
          "Our fiscal year ends on the last Friday of each September"}) {
        CAPTURE(sentence);
        CHECK(day_of(sentence, friday, make_date(1993, 9, 29)) == "1993-09-24");
    }
    const Date saturday = make_date(2001, 2, 3);
    for (const char* sentence :
         {"The fiscal year ends on the Saturday closest to January 31.",
          "a 52- or 53-week year that ends on the Saturday nearest the end of January",
          "The year ends on the Saturday which falls closest to the last day of January"}) {
        CAPTURE(sentence);
        CHECK(day_of(sentence, saturday, make_date(2000, 2, 3)) == "2000-01-29");
        CHECK(day_of(sentence, saturday, make_date(1999, 2, 3)) == "1999-01-30");
    }
}

TEST_CASE("columns: a rule that the known day does not keep dates nothing") {
    const Date about = make_date(1993, 9, 29);
    const std::string last = "The fiscal year ends on the last Friday in September. ";
    CHECK(day_of(last, make_date(1995, 9, 30), about) == "-");
    CHECK(day_of("The fiscal year ends on the last Friday.", make_date(1995, 9, 29), about) == "-");
    CHECK(day_of("We meet on the last Friday in September.", make_date(1995, 9, 29), about) == "-");
    // Both hold in 1995 and part in 1993.
    CHECK(day_of(last + "That of the subsidiary's year is the Friday nearest September 30.",
                 make_date(1995, 9, 29), about) == "-");
}
