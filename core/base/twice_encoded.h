// UTF-8 that was taken for Windows-1252 and encoded once more prints three letters for one sign:
// "Stockholders\u00e2\u20ac\u2122 equity", "\u00c2 " for a fixed blank.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace fintool {

struct TwiceEncoded {
    char32_t code;       // what was meant
    std::size_t length;  // bytes that it takes
};

// The sign that `text` (UTF-8) starts with; nothing where it was encoded once.
std::optional<TwiceEncoded> twice_encoded(std::string_view text);

}  // namespace fintool
