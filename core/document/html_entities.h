// Character references: "&nbsp;", "&#8212;", "&#x2014;", "&amp" without its semicolon.
#pragma once

#include <cstddef>
#include <string_view>

namespace fintool {

struct HtmlReference {
    char32_t character = 0;  // as numbered: 128 to 159 are still to be read as Windows-1252
    std::size_t size = 0;    // bytes of the reference; 0 where the "&" is just one
};

// The reference that `text`, which starts with "&", starts with.
HtmlReference read_html_reference(std::string_view text);

}  // namespace fintool
