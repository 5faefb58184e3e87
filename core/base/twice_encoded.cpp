// A table of the signs that releases hold: see the header.
#include "base/twice_encoded.h"

#include <algorithm>
#include <array>

namespace fintool {
namespace {

struct Sign {
    std::string_view bytes;
    char32_t code;
};

// The longer of two that begin alike first. Programs drop the last letter of a closing quote.
constexpr std::array<Sign, 13> signs = {{{"\u00e2\u20ac\u2122", 0x2019},
                                         {"\u00e2\u20ac\u02dc", 0x2018},
                                         {"\u00e2\u20ac\u0153", 0x201C},
                                         {"\u00e2\u20ac\xC2\x9D", 0x201D},
                                         {"\u00e2\u20ac\u201c", 0x2013},
                                         {"\u00e2\u20ac\u201d", 0x2014},
                                         {"\u00e2\u20ac\u2018", 0x2011},
                                         {"\u00e2\u20ac\u00a2", 0x2022},
                                         {"\u00e2\u20ac\u00a6", 0x2026},
                                         {"\u00e2\u20ac\u2030", 0x2009},
                                         {"\u00e2\u20ac\u2039", 0x200B},
                                         {"\u00e2\u201a\u00ac", 0x20AC},
                                         {"\u00e2\u20ac", 0x201D}}};

}  // namespace

std::optional<TwiceEncoded> twice_encoded(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    // A capital A with a circumflex before a sign of U+00A0 to U+00BF, or before punctuation.
    if (text.starts_with("\u00c2\xC2") && byte(3) >= 0xA0 && byte(3) <= 0xBF) {
        return TwiceEncoded{byte(3), 4};
    }
    if (text.starts_with("\u00c2\xE2\x80") && byte(4) >= 0x80 && byte(4) <= 0xBF) {
        return TwiceEncoded{0x2000U + (byte(4) & 0x3FU), 5};
    }
    if (!text.starts_with("\u00e2")) return std::nullopt;
    const auto* sign = std::find_if(signs.begin(), signs.end(),
                                    [&](const Sign& one) { return text.starts_with(one.bytes); });
    if (sign == signs.end()) return std::nullopt;
    return TwiceEncoded{sign->code, sign->bytes.size()};
}

}  // namespace fintool
