// What a number counts, and how many of it one printed digit stands for.
#pragma once

#include <cstdint>
#include <string>

namespace fintool {

struct Unit {
    enum class Kind { money, money_per_share, shares, percent, ratio, count };
    Kind kind = Kind::money;
    std::string name;  // ISO currency of money and money_per_share; noun of a count ("MW", "units")
    bool operator==(const Unit&) const = default;
};

// "USD", "USD/share", "shares", "percent", "ratio", "MW": the spelling of the database.
std::string to_string(const Unit& unit);

// Powers of ten by which printed money or shares are multiplied, once.
enum class Scale : std::uint8_t { ones = 0, thousands = 3, millions = 6, billions = 9 };
inline int exponent(Scale scale) { return static_cast<int>(scale); }

}  // namespace fintool
