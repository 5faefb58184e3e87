// Figures that no company prints: as many digits as fit in 63 bits, and one more.
#include <doctest/doctest.h>

#include "value/decimal.h"
#include "value/interval.h"

using namespace fintool;

TEST_CASE("hostile figures: what needs more than eighteen places is refused") {
    const auto longest = parse_decimal("0.123456789012345678");
    REQUIRE(longest);
    CHECK_FALSE(parse_decimal("0.1234567890123456789"));
    CHECK_FALSE(printed_interval(*longest, 0));
    CHECK_FALSE(printed_interval(*longest, 6));
    CHECK_FALSE(multiply(exactly(*longest), exactly(*longest)));
    CHECK_FALSE(widened(exactly(*longest), 1));
    CHECK(compare(*longest, *longest) == 0);
    CHECK(printed_interval(Decimal{1, 17}, 0) == Interval{{5, 18}, {15, 18}});
}

TEST_CASE("hostile figures: the smallest integer is never made") {
    const Decimal low{-4611686018427387904, 0};  // half of it
    CHECK_FALSE(add(low, low));
    CHECK_FALSE(multiply(exactly(low), exactly({2, 0})));
    CHECK_FALSE(parse_decimal("9223372036854775808"));
    CHECK(parse_decimal("9223372036854775807"));
}
