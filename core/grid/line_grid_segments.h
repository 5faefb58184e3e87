// The headings of a header line, left to right: its segments, but for dates with a gap inside and
// years that stand too near to the label before them.
#pragma once

#include <vector>

#include "grid/line_grid_lines.h"

namespace fintool {

// `limit`: where the label's zone ends.
std::vector<Segment> header_segments(const GridLine& line, int limit);

// Two headings that the widest gap does not part become one.
void join_closest(std::vector<Segment>& parts);

}  // namespace fintool
