// One table: see the header.
#include "value/footnote_symbol.h"

#include <array>

namespace fintool {

std::size_t footnote_symbol_size(std::string_view text) {
    static constexpr std::string_view plain = "*+#^~";
    static constexpr std::array<std::string_view, 14> raised = {
        "\u2020", "\u2021", "\u00a7", "\u00b6", "\u00b9", "\u00b2", "\u00b3",
        "\u2070", "\u2074", "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
    if (text.empty()) return 0;
    if (plain.find(text.front()) != plain.npos) return 1;
    if (text.front() != '\xC2' && text.front() != '\xE2') return 0;
    for (const std::string_view symbol : raised) {
        if (text.starts_with(symbol)) return symbol.size();
    }
    return 0;
}

std::size_t last_footnote_symbol_size(std::string_view text) {
    for (std::size_t size = 1; size <= 3 && size <= text.size(); ++size) {
        if (footnote_symbol_size(text.substr(text.size() - size)) == size) return size;
    }
    return 0;
}

std::string_view without_footnote_symbols(std::string_view text) {
    while (const std::size_t size = footnote_symbol_size(text)) text.remove_prefix(size);
    return text;
}

}  // namespace fintool
