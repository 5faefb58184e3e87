// The words of a line in front of its amounts -> a label as a reader writes it down.
#pragma once

#include <cstddef>

#include "base/mapped_text.h"
#include "grid/line_grid_lines.h"

namespace fintool {

// The words [0, word_end) without the dots that lead to the amounts, at the end or between them.
MappedText label_text(const GridLine& line, std::size_t word_end);

// "T O T A L", "B A L A N C E   S H E E T": capitals set apart for weight are one word again, and
// more than one blank parts the next. Any other text, its blanks folded.
MappedText joined_letters(const MappedText& text);

}  // namespace fintool
