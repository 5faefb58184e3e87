// Labels of text that prints a cell per line, where they wrapped.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "document/stacked_header.h"

namespace fintool {

// "Selling, general and" / "administrative expenses" / "|" / "34,139": where "|" parts the cells, a
// label may have wrapped. Lines that could be a title, a heading or names of columns are none.
// A label longer than `longest` is left in its lines.
void join_wrapped_labels(std::vector<StackedItem>& items, const std::vector<Line>& lines,
                         std::size_t longest);

}  // namespace fintool
