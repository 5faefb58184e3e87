// Symbols that refer to a footnote and are no letters, digits or brackets.
#pragma once

#include <cstddef>
#include <string_view>

namespace fintool {

// Bytes of the one at the head of `text`: "*", "+", "#", "^", a dagger, a raised digit; else 0.
std::size_t footnote_symbol_size(std::string_view text);

// Bytes of the one that `text` ends with.
std::size_t last_footnote_symbol_size(std::string_view text);

// `text` behind all that it starts with.
std::string_view without_footnote_symbols(std::string_view text);

}  // namespace fintool
