// Decimals among whole thousands: no amounts of that scale, and a doubt says so.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "ingest.h"

using namespace fintool;

TEST_CASE("rates: decimals among whole thousands leave a doubt unless a dollar sign names them") {
    const auto doubts = [](const std::string& row) {
        const Reading read = read_release("SELECTED OPERATING DATA\n(In thousands)\n\n"
                                          "                        Three Months Ended June 30,\n"
                                          "                            2005        2004\n"
                                          "Product sales           $  9,120    $  8,840\n"
                                          "Service sales              6,204       6,011\n"
                                          "Total sales               15,324      14,851\n" +
                                          row);
        return std::count_if(
            read.diagnostics.begin(), read.diagnostics.end(),
            [](const Diagnostic& found) { return found.code == "unit-assumed"; });
    };
    CHECK(doubts("Inventory turns              4.2         3.9\n") == 1);
    CHECK(doubts("Average ticket           $ 42.15     $ 40.20\n") == 0);
    CHECK(doubts("Other sales                  412         389\n") == 0);
}

TEST_CASE("rates: what a pension plan's assets returned is money beside a bank's returns") {
    const auto unit_of_row = [](const std::string& label) {
        const Reading read = read_release("PENSION COST AND RATIOS\n(In millions)\n\n"
                                          "                             Years Ended December 31,\n"
                                          "                                 2005        2004\n"
                                          "Service cost                   $ 12.4      $ 11.9\n"
                                          "Interest cost                    30.2        29.6\n" +
                                          label + "      14.6        13.8\n");
        REQUIRE(read.statements.size() == 1);
        REQUIRE(read.statements[0].rows.size() == 3);
        return read.statements[0].rows[2].unit.kind;
    };
    CHECK(unit_of_row("Expected return on assets") == Unit::Kind::money);
    CHECK(unit_of_row("Return on average assets ") == Unit::Kind::percent);
}
