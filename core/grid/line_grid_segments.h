// The headings of a header line, left to right: its segments, but for dates with a gap inside and
// years that stand too near to the label before them.
#pragma once

#include <vector>

#include "grid/line_grid_lines.h"

namespace fintool {

// `limit`: where the label's zone ends.
std::vector<Segment> header_segments(const GridLine& line, int limit);

}  // namespace fintool
