// What a label says beside the name of its line: footnote marks, "(Note 11)", "(unaudited)", and
// how it is scaled.
#pragma once

#include <string>

namespace fintool {

// "Weighted average shares (000's) (1)" -> "Weighted average shares"; "(excluding special items)"
// and the like stay: they make another line of it.
std::string without_notes(std::string label);

}  // namespace fintool
