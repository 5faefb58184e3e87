// Pipe text whose rows are broken over many lines, as a rendering of a page prints it: the cells of
// a row are parted by "|" and line breaks, the rows by several blank lines. Each row becomes a
// line.
#pragma once

#include <vector>

#include "document/document.h"

namespace fintool {

// Lines that belong to no such row stay as they are.
std::vector<Line> join_broken_rows(std::vector<Line> lines);

}  // namespace fintool
