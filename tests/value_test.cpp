// Numbers, units, days and periods: exact, and refused where they are not.
#include <doctest/doctest.h>

#include "value/date.h"
#include "value/decimal.h"
#include "value/period.h"
#include "value/unit.h"

using namespace fintool;

TEST_CASE("value: a printed number is kept digit by digit") {
    CHECK(parse_decimal("1,234.50") == Decimal{123450, 2});
    CHECK(parse_decimal("433701000") == Decimal{433701000, 0});
    CHECK(parse_decimal(".11") == Decimal{11, 2});
    CHECK(parse_decimal("0") == Decimal{0, 0});
    CHECK(parse_decimal("12,345,678") == Decimal{12345678, 0});
    CHECK(to_string(*parse_decimal("0.10")) == "0.10");
    CHECK(to_string(Decimal{-11, 2}) == "-0.11");
    CHECK(to_string(Decimal{-1234, 0}) == "-1234");
}

TEST_CASE("value: text that is no whole number is refused") {
    for (const char* text : {"", ".", "1,23", "12,3456", ",123", "1,", "1.2.3", "1.234,5", "12a",
                             "-5", "9223372036854775808", "1,2345", "5.", "1234,567"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_decimal(text).has_value());
    }
    CHECK(parse_decimal("9223372036854775807").has_value());
}

TEST_CASE("value: decimals add without a double between") {
    CHECK(add({10, 1}, {25, 2}) == Decimal{125, 2});
    CHECK(subtract({20645, 0}, {13121, 0}) == Decimal{7524, 0});
    CHECK(to_string(*add(*parse_decimal("0.1"), *parse_decimal("0.2"))) == "0.3");
    CHECK_FALSE(add({INT64_MAX, 0}, {1, 0}).has_value());
    CHECK_FALSE(add({INT64_MAX, 0}, {1, 1}).has_value());
    CHECK(negate({5, 1}) == Decimal{-5, 1});
}

TEST_CASE("value: scaling moves the point and nothing else") {
    CHECK(scale_by({131, 1}, 6) == Decimal{13100000, 0});
    CHECK(scale_by({45988, 0}, 3) == Decimal{45988000, 0});
    CHECK(scale_by({12345, 4}, 3) == Decimal{12345, 1});
    CHECK(scale_by({0, 0}, 12) == Decimal{0, 0});
    CHECK_FALSE(scale_by({INT64_MAX, 0}, 3).has_value());
}

TEST_CASE("value: comparing looks at the value and not at the places") {
    CHECK(compare({10, 1}, {1, 0}) == 0);
    CHECK(compare({-11, 2}, {-1, 1}) < 0);
    CHECK(compare({-11, 2}, {1, 18}) < 0);
    CHECK(compare({INT64_MAX, 0}, {INT64_MAX, 18}) > 0);
    CHECK(is_whole({1200, 2}));
    CHECK_FALSE(is_whole({1201, 2}));
    CHECK(normalized({1200, 3}) == Decimal{12, 1});
    CHECK(normalized({1200, 0}) == Decimal{1200, 0});
    CHECK(to_real({-11, 2}) == -0.11);
}

TEST_CASE("value: units are spelled as the database has them") {
    CHECK(to_string(Unit{Unit::Kind::money, "USD"}) == "USD");
    CHECK(to_string(Unit{Unit::Kind::money_per_share, "EUR"}) == "EUR/share");
    CHECK(to_string(Unit{Unit::Kind::shares, ""}) == "shares");
    CHECK(to_string(Unit{Unit::Kind::percent, ""}) == "percent");
    CHECK(to_string(Unit{Unit::Kind::ratio, ""}) == "ratio");
    CHECK(to_string(Unit{Unit::Kind::count, "MW"}) == "MW");
}

TEST_CASE("value: months earlier keep the end of a month") {
    CHECK(to_string(add_months(make_date(2004, 9, 30), -3)) == "2004-06-30");
    CHECK(to_string(add_months(make_date(2004, 9, 30), 1)) == "2004-10-31");
    CHECK(to_string(add_months(make_date(2003, 2, 28), -12)) == "2002-02-28");
    CHECK(to_string(add_months(make_date(2004, 2, 28), -12)) == "2003-02-28");
    CHECK(to_string(add_months(make_date(2004, 2, 29), -12)) == "2003-02-28");
    CHECK(to_string(add_months(make_date(2004, 3, 30), -1)) == "2004-02-29");
    CHECK(to_string(add_months(make_date(1998, 6, 26), -3)) == "1998-03-26");
    CHECK(days_between(make_date(2004, 2, 28), make_date(2004, 3, 1)) == 2);
    CHECK(days_between(make_date(2004, 3, 1), make_date(2004, 2, 28)) == -2);
    CHECK(is_month_end(make_date(2004, 2, 29)));
    CHECK_FALSE(is_month_end(make_date(2004, 2, 28)));
}

TEST_CASE("value: ISO dates are read strictly") {
    CHECK(parse_iso_date("2004-09-30") == make_date(2004, 9, 30));
    for (const char* text : {"2004-02-30", "2004-9-30", "20040930", "2004-13-01", "2004/09/30",
                             "2004-09-3x", "2004-00-10", "----------"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_iso_date(text).has_value());
    }
}

TEST_CASE("value: a start is counted back by the printed length") {
    struct Case {
        Date end;
        Length length;
        const char* expected;
    };
    const auto weeks = Length::In::weeks;
    const Case cases[] = {
        {make_date(2006, 4, 1), {13, weeks}, "2006-01-01..2006-04-01 (3)"},
        {make_date(2004, 9, 30), {3}, "2004-07-01..2004-09-30 (3)"},
        {make_date(2004, 9, 30), {6}, "2004-04-01..2004-09-30 (6)"},
        {make_date(2003, 2, 28), {3}, "2002-12-01..2003-02-28 (3)"},
        {make_date(1998, 6, 26), {3}, "1998-03-28..1998-06-26 (3)"},
        {make_date(1997, 3, 28), {6}, "1996-09-28..1997-03-28 (6)"},
        {make_date(2013, 9, 28), {12}, "2012-09-30..2013-09-28 (12)"},
        {make_date(2005, 7, 2), {53, weeks}, "2004-06-27..2005-07-02 (12)"},
        {make_date(2005, 12, 31), {12}, "2005-01-01..2005-12-31 (12)"},
        {make_date(2004, 2, 29), {12}, "2003-03-01..2004-02-29 (12)"},
        {make_date(2006, 5, 6), {14, weeks}, "2006-01-29..2006-05-06 (3)"},
        {make_date(2006, 4, 22), {16, weeks}, "2006-01-01..2006-04-22 (4)"},
    };
    for (const Case& c : cases) CHECK(to_string(duration_to(c.end, c.length)) == c.expected);
    CHECK(to_string(instant_on(make_date(2004, 9, 30))) == "2004-09-30");
}

TEST_CASE("value: weeks are counted as the months they stand for") {
    const int expected[][2] = {{12, 3}, {13, 3}, {14, 3}, {16, 4},  {26, 6}, {27, 6},
                               {28, 6}, {39, 9}, {40, 9}, {52, 12}, {53, 12}};
    for (const auto& [weeks, months] : expected) {
        CAPTURE(weeks);
        CHECK(months_of({weeks, Length::In::weeks}) == months);
    }
    CHECK(months_of({4}) == 4);
}
