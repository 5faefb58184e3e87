// Preformatted text that was broken anew on its way: a break every seventy characters, in the
// middle of labels and numbers, whatever lines end between. Its own lines end in two blanks.
#pragma once

#include <vector>

#include "document/document.h"

namespace fintool {

// The lines as they were set; lines of all other text stay as they are.
std::vector<Line> join_broken_lines(std::vector<Line> lines);

}  // namespace fintool
