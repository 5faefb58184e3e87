// What each row of a laid out table is for, and where the table starts over.
#pragma once

#include <vector>

#include "grid/cell_layout.h"

namespace fintool {

enum class RowUse {
    value,   // amounts
    header,  // names columns
    title,   // one text over the whole width, or over a header: company, statement, scale
    label    // one text over the labels: a section's heading, a footnote
};

std::vector<RowUse> find_uses(const std::vector<PlacedRow>& rows);

// First rows of the parts that have a header of their own; the first is 0.
std::vector<std::size_t> find_starts(const std::vector<PlacedRow>& rows,
                                     const std::vector<RowUse>& uses);

}  // namespace fintool
