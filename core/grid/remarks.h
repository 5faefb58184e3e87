// Remarks in parentheses that go over several lines beside a header: "(millions, except earnings
// per" / "common share)     2004     2003". They are the header's, never the first row's label.
#pragma once

#include <string_view>
#include <vector>

#include "grid/grid.h"

namespace fintool {

constexpr std::size_t longest_remark = 6;  // lines

// The parentheses that `text` opens and leaves open; negative where it closes such as it has not
// opened itself.
int open_parentheses(std::string_view text);

// How many of the texts, from the first on, make up one remark that the first opens and the last
// closes; 0 where there is none.
std::size_t remark_length(const std::vector<std::string_view>& texts);

// Labels of header rows that are parts of one remark become one, beside the row that has cells.
void join_remarks(std::vector<GridRow>& rows);

}  // namespace fintool
