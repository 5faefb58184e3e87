// Pipe text whose rows are broken over many lines, as a rendering of a page prints it: the cells of
// a row are parted by "|" and line breaks, the rows by several blank lines. Each row becomes a
// line.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace fintool {

// Lines that belong to no such row stay as they are.
std::vector<Line> join_broken_rows(std::vector<Line> lines);

// "The following table presents ... for the nine months ended September 30, 2003 and 2002.": ends
// the table before it; such text is no cell. `text` without blanks at its ends.
bool is_prose_line(std::string_view text);

}  // namespace fintool
