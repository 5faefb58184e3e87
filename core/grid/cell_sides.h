// Two tables printed side by side as one: "Cash | 1,234 | 1,102 | Notes payable | 567 | 601".
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "grid/cell_layout.h"

namespace fintool {

// The column as written in which the labels of the second table stand; nothing where there is only
// one table.
std::optional<int> second_label_column(const std::vector<PlacedRow>& rows);

// The rows cut in two there; what stands across goes to both.
std::array<std::vector<PlacedRow>, 2> both_sides(const std::vector<PlacedRow>& rows, int column);

}  // namespace fintool
