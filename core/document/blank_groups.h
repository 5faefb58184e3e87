// Fixed-width text that parts groups of digits with a blank: "2 412.6   (1 504.2)".
#pragma once

#include <vector>

#include "document/document.h"

namespace fintool {

// Puts a comma in place of those blanks, and a point in place of decimal commas ("1 234,5"), where
// the text shows such amounts and none with commas between groups. Bytes stay known.
std::vector<Line> join_blank_groups(std::vector<Line> lines);

}  // namespace fintool
