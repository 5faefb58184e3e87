// How a table writes its numbers: "1,234.5", "1.234,5", "1 234,5" or "1'234.5".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grid/grid.h"

namespace fintool {

struct NumberStyle {
    bool comma_decimals = false;
    bool blank_groups = false;  // "1 234"
    bool point_groups = false;  // "1.234" in a table without decimals
    bool operator==(const NumberStyle&) const = default;
};

// What the cells of one table show; where they show nothing, what those of all tables do.
std::vector<NumberStyle> find_number_styles(const std::vector<Grid>& grids);

// The digits that start the text, groups and decimals included: how many bytes they take, and what
// they are with commas between groups and a point before decimals.
struct Digits {
    std::string plain;
    std::size_t size = 0;
};
Digits read_digits(std::string_view text, NumberStyle style);

}  // namespace fintool
