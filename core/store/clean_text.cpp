// Cleaning text for the store: see the header.
#include "store/clean_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace fintool {
namespace {

struct CodePoint {
    std::uint32_t value = 0;
    std::size_t length = 0;  // bytes; 0: not UTF-8
};

// The shortest form only, no surrogates, nothing above U+10FFFF.
CodePoint decode(std::string_view text) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return static_cast<unsigned char>(text[i]);
    };
    const std::uint32_t lead = byte(0);
    const std::size_t length = lead < 0x80         ? 1
                               : lead >> 5 == 0x6  ? 2
                               : lead >> 4 == 0xe  ? 3
                               : lead >> 3 == 0x1e ? 4
                                                   : 0;
    if (length == 0 || length > text.size()) return {};
    std::uint32_t value = length == 1 ? lead : lead & (0x7fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (byte(i) >> 6 != 2) return {};
        value = value << 6 | (byte(i) & 0x3f);
    }
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xd800 && value <= 0xdfff;
    if (value < least[length] || surrogate || value > 0x10ffff) return {};
    return {value, length};
}

// Characters that show nothing but change what is seen around them.
bool is_invisible(std::uint32_t c) {
    const bool control = c < 0x20 || (c >= 0x7f && c <= 0x9f);
    const bool bidi = c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
                      (c >= 0x2066 && c <= 0x2069);
    const bool no_width = (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff;
    const bool line_break = c == 0x2028 || c == 0x2029;
    return control || bidi || no_width || line_break;
}

}  // namespace

bool is_plain_text(std::string_view text) {
    // Eight bytes at a time: the high bit of each is set where it is below ' ', above '~' or no
    // ASCII at all. A carry spoils the byte above only where the one below is none of ours either.
    constexpr std::uint64_t each = 0x0101010101010101;
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data(), 8);
        if (((eight - 0x20 * each) | (eight + each) | eight) & 0x80 * each) return false;
    }
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

std::string clean_text(std::string_view text) {
    if (is_plain_text(text)) return std::string(text);
    std::string out;
    while (!text.empty()) {
        const CodePoint point = decode(text);
        const std::size_t length = std::max<std::size_t>(point.length, 1);
        const char c = text.front();
        if (point.length == 0) {
            out += "\xef\xbf\xbd";
        } else if (c == '\t' || c == '\n' || c == '\r') {
            out += ' ';
        } else if (!is_invisible(point.value)) {
            out += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return out;
}

}  // namespace fintool
