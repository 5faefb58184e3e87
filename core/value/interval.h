// What a printed figure stands for: every number within half a unit of its last digit. Exact.
#pragma once

#include <optional>

#include "value/decimal.h"

namespace fintool {

struct Interval {
    Decimal low, high;  // both ends belong to it
    bool operator==(const Interval&) const = default;
};

// 13.1 printed in millions (exponent 6): 13,050,000 to 13,150,000. Nothing where it does not fit.
std::optional<Interval> printed_interval(Decimal printed, int exponent);
Interval exactly(Decimal value);

std::optional<Interval> add(const Interval& a, const Interval& b);
std::optional<Interval> subtract(const Interval& a, const Interval& b);
std::optional<Interval> multiply(const Interval& a, const Interval& b);
Interval negate(const Interval& interval);
// Wider by `percent` of the larger end on both sides: "approximately $40.0 million".
std::optional<Interval> widened(const Interval& interval, int percent);

bool overlap(const Interval& a, const Interval& b);
bool contains(const Interval& interval, Decimal value);

}  // namespace fintool
