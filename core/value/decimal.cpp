// Exact decimal arithmetic on 63 bits: whatever does not fit is refused, never rounded.
#include "value/decimal.h"

#include <array>
#include <cstddef>
#include <limits>

#include "base/text.h"

namespace fintool {

namespace {

constexpr std::array<std::int64_t, most_places + 1> powers_of_ten = [] {
    std::array<std::int64_t, most_places + 1> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

std::int64_t power_of_ten(int exponent) {
    return powers_of_ten[static_cast<std::size_t>(exponent)];
}

std::optional<std::int64_t> times_power(std::int64_t value, int exponent) {
    if (value == 0) return 0;
    if (exponent > most_places) return std::nullopt;
    std::int64_t product = 0;
    if (__builtin_mul_overflow(value, power_of_ten(exponent), &product)) return std::nullopt;
    if (product == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
    return product;
}

// "1,234" and "1234" are whole; "1,23", "12,3456" and ",123" are no numbers.
bool groups_are_whole(std::string_view whole) {
    const std::size_t first = whole.find(',');
    if (first == whole.npos) return true;
    if (first == 0 || first > 3) return false;
    for (const std::string_view group : parts_of(whole.substr(first + 1), ',')) {
        if (group.size() != 3) return false;
    }
    return true;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view digits) {
    const std::size_t point = digits.find('.');
    const std::string_view whole = digits.substr(0, point);
    const bool has_point = point != std::string_view::npos;
    const std::string_view fraction = has_point ? digits.substr(point + 1) : std::string_view{};
    if (has_point ? fraction.empty() : whole.empty()) return std::nullopt;
    if (fraction.size() > most_places || !groups_are_whole(whole)) return std::nullopt;
    std::int64_t coefficient = 0;
    for (const std::string_view part : {whole, fraction}) {
        for (const char c : part) {
            if (c == ',' && part.data() == whole.data()) continue;
            if (!is_digit(c)) return std::nullopt;
            if (__builtin_mul_overflow(coefficient, std::int64_t{10}, &coefficient) ||
                __builtin_add_overflow(coefficient, std::int64_t{c - '0'}, &coefficient)) {
                return std::nullopt;
            }
        }
    }
    return Decimal{coefficient, static_cast<std::uint8_t>(fraction.size())};
}

Decimal negate(Decimal value) { return {-value.coefficient, value.places}; }

std::optional<Decimal> add(Decimal a, Decimal b) {
    const std::uint8_t places = a.places > b.places ? a.places : b.places;
    const auto left = times_power(a.coefficient, places - a.places);
    const auto right = times_power(b.coefficient, places - b.places);
    std::int64_t sum = 0;
    if (!left || !right || __builtin_add_overflow(*left, *right, &sum)) return std::nullopt;
    if (sum == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
    return Decimal{sum, places};
}

std::optional<Decimal> subtract(Decimal a, Decimal b) { return add(a, negate(b)); }

std::optional<Decimal> scale_by(Decimal value, int exponent) {
    if (exponent <= value.places) {
        return Decimal{value.coefficient, static_cast<std::uint8_t>(value.places - exponent)};
    }
    const auto coefficient = times_power(value.coefficient, exponent - value.places);
    if (!coefficient) return std::nullopt;
    return Decimal{*coefficient, 0};
}

int compare(Decimal a, Decimal b) {
    const auto order = [](std::int64_t x, std::int64_t y) { return x < y ? -1 : x > y ? 1 : 0; };
    const std::int64_t unit_a = power_of_ten(a.places), unit_b = power_of_ten(b.places);
    const int wholes = order(a.coefficient / unit_a, b.coefficient / unit_b);
    if (wholes != 0) return wholes;
    // Both fractions are less than one, so at 18 places each they still fit.
    return order(a.coefficient % unit_a * power_of_ten(most_places - a.places),
                 b.coefficient % unit_b * power_of_ten(most_places - b.places));
}

bool is_whole(Decimal value) { return value.coefficient % power_of_ten(value.places) == 0; }

Decimal normalized(Decimal value) {
    while (value.places > 0 && value.coefficient % 10 == 0) {
        value.coefficient /= 10;
        --value.places;
    }
    return value;
}

std::string to_string(Decimal value) {
    std::string digits = std::to_string(value.coefficient);
    const bool negative = digits.front() == '-';
    if (negative) digits.erase(0, 1);
    if (digits.size() <= value.places) digits.insert(0, value.places + 1 - digits.size(), '0');
    if (value.places > 0) digits.insert(digits.size() - value.places, 1, '.');
    return negative ? "-" + digits : digits;
}

double to_real(Decimal value) {
    return static_cast<double>(value.coefficient) / static_cast<double>(power_of_ten(value.places));
}

}  // namespace fintool
