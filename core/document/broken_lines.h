// Preformatted lines that were broken anew on their way, inside labels and numbers: "$571,402  $"
// over "466,928". Their own ends are still marked.
#pragma once

#include <vector>

#include "document/document.h"

namespace fintool {

// Joins such lines again, where breaks within numbers show that a width set them and not a person;
// lines of all other pages stay as they are.
std::vector<Line> join_broken_lines(std::vector<Line> lines);

}  // namespace fintool
