// Bytes of a page -> clean text: UTF-8, Windows-1252 where it is not, character references; dashes,
// quotes and blanks fold to ASCII, characters that print nothing go. White space is told apart.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/span.h"

namespace fintool {

struct HtmlCharacter {
    enum class Kind { printed, space, fixed_space, nothing };
    Kind kind = Kind::nothing;
    char text[4] = {};  // UTF-8, where it is printed
    std::size_t size = 0;
    std::size_t end = 0;  // of its bytes in the page

    std::string_view str() const { return {text, size}; }
};

// The character at `at`, not past `end`; requires at < end. fixed_space is a blank that a browser
// keeps (NBSP, en space); nothing is a control, bidi, zero-width or soft-hyphen character.
HtmlCharacter read_html_character(std::string_view bytes, std::size_t at, std::size_t end);

}  // namespace fintool
