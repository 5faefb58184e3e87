// Plain text -> lines -> blocks, in two steps that the HTML reader uses as well (<PRE>).
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document.h"

namespace fintool {

// Decodes UTF-8 or Windows-1252, folds dashes, quotes and blanks to ASCII, drops control and bidi
// characters; a form feed becomes a line "<PAGE>". Tabs are kept for split_lines' callers.
std::vector<Line> decode_lines(std::string_view bytes, Span body);

// Tabs become blanks up to the next column of 8.
MappedText expand_tabs(const MappedText& text);

// Lines (tabs still in them) -> paragraphs of prose, headings, tables of lines or of cells.
std::vector<Block> read_lines(std::vector<Line> lines);

}  // namespace fintool
