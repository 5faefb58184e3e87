// Interval arithmetic over Decimal; nothing is rounded, what does not fit is nothing.
#include "value/interval.h"

#include <algorithm>
#include <cstdlib>

namespace fintool {
namespace {

bool less(Decimal a, Decimal b) { return compare(a, b) < 0; }

std::optional<Decimal> product(Decimal a, Decimal b) {
    const Decimal x = normalized(a), y = normalized(b);
    Decimal result;
    if (__builtin_mul_overflow(x.coefficient, y.coefficient, &result.coefficient)) {
        return std::nullopt;
    }
    if (result.coefficient == INT64_MIN || x.places + y.places > most_places) return std::nullopt;
    result.places = static_cast<std::uint8_t>(x.places + y.places);
    return result;
}

}  // namespace

std::optional<Interval> printed_interval(Decimal printed, int exponent) {
    if (std::abs(printed.coefficient) > INT64_MAX / 10 - 5) return std::nullopt;
    if (printed.places >= most_places) return std::nullopt;
    const auto places = static_cast<std::uint8_t>(printed.places + 1);
    const auto low = scale_by({printed.coefficient * 10 - 5, places}, exponent);
    const auto high = scale_by({printed.coefficient * 10 + 5, places}, exponent);
    if (!low || !high) return std::nullopt;
    return Interval{*low, *high};
}

Interval exactly(Decimal value) { return {value, value}; }

std::optional<Interval> add(const Interval& a, const Interval& b) {
    const auto low = add(a.low, b.low), high = add(a.high, b.high);
    if (!low || !high) return std::nullopt;
    return Interval{*low, *high};
}

std::optional<Interval> subtract(const Interval& a, const Interval& b) { return add(a, negate(b)); }

std::optional<Interval> multiply(const Interval& a, const Interval& b) {
    const auto ll = product(a.low, b.low), lh = product(a.low, b.high);
    const auto hl = product(a.high, b.low), hh = product(a.high, b.high);
    if (!ll || !lh || !hl || !hh) return std::nullopt;
    return Interval{std::min({*ll, *lh, *hl, *hh}, less), std::max({*ll, *lh, *hl, *hh}, less)};
}

Interval negate(const Interval& interval) { return {negate(interval.high), negate(interval.low)}; }

std::optional<Interval> widened(const Interval& interval, int percent) {
    const Decimal zero;
    Decimal largest = less(interval.high, zero) ? negate(interval.low) : interval.high;
    if (less(largest, negate(interval.low))) largest = negate(interval.low);
    const auto by = product(largest, {percent, 2});
    if (!by) return std::nullopt;
    return add(interval, Interval{negate(*by), *by});
}

bool overlap(const Interval& a, const Interval& b) {
    return !less(a.high, b.low) && !less(b.high, a.low);
}

bool contains(const Interval& interval, Decimal value) { return overlap(interval, exactly(value)); }

}  // namespace fintool
