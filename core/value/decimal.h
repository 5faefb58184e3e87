// An exact number as printed: coefficient x 10^-places. No double anywhere before the store.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fintool {

constexpr int most_places = 18;  // 10^18 is the largest power of ten in 63 bits

struct Decimal {
    std::int64_t coefficient = 0;
    std::uint8_t places = 0;  // digits after the point, as printed: 0.10 keeps two; 18 at most
    bool operator==(const Decimal&) const = default;
};

// Digits with an optional point and groups of three: "1,234.50", "433701000", ".11". No sign, no
// currency; nothing where a group is malformed ("1,23") or the number does not fit 63 bits.
std::optional<Decimal> parse_decimal(std::string_view digits);

Decimal negate(Decimal value);
// Nothing where the exact result does not fit.
std::optional<Decimal> add(Decimal a, Decimal b);
std::optional<Decimal> subtract(Decimal a, Decimal b);
// value x 10^exponent, exponent 0..12; 13.1 x 10^6 = 13100000 with 0 places.
std::optional<Decimal> scale_by(Decimal value, int exponent);
// By value, whatever the places: compare({10,1}, {1,0}) == 0. Negative, zero or positive.
int compare(Decimal a, Decimal b);
bool is_whole(Decimal value);
// Without trailing zeros after the point; a whole number has no places.
Decimal normalized(Decimal value);
// "-0.11", "1234": no groups, no exponent, places as kept.
std::string to_string(Decimal value);
// For SQL and arithmetic on ratios only.
double to_real(Decimal value);

}  // namespace fintool
