// Text as printed -> text as stored: valid UTF-8 that no terminal, page or browser misreads.
#pragma once

#include <string>
#include <string_view>

namespace fintool {

// Tabs and line ends become blanks; other control characters, bidi and zero-width marks go;
// bytes that are no UTF-8 become U+FFFD each.
std::string clean_text(std::string_view text);
// ASCII without control characters, as most text is: clean_text() leaves it as it is.
bool is_plain_text(std::string_view text);

}  // namespace fintool
