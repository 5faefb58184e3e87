// Escaping, one function per place where text is shown. See the header.
#include "render/escape.h"

#include <utf8proc.h>

#include <cstdint>

namespace fintool {
namespace {

struct Character {
    std::int32_t code = -1;  // -1: the byte is no UTF-8
    std::size_t bytes = 1;
};

Character character_at(std::string_view text, std::size_t at) {
    utf8proc_int32_t code = -1;
    const auto* begin = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    const auto left = static_cast<utf8proc_ssize_t>(text.size() - at);
    const auto size = utf8proc_iterate(begin, left, &code);
    if (size <= 0) return {};
    return {code, static_cast<std::size_t>(size)};
}

// Controls, format characters (bidi, zero width) and line separators steer a terminal or hide text.
bool is_hidden(std::int32_t code) {
    switch (utf8proc_category(code)) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CF:
        case UTF8PROC_CATEGORY_CS:
        case UTF8PROC_CATEGORY_CO:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP: return true;
        default: return false;
    }
}

std::string hex(std::uint32_t number, int least_digits) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (; number > 0 || least_digits > 0; number /= 16, --least_digits) {
        out.insert(out.begin(), digits[number % 16]);
    }
    return out;
}

std::string guarded(std::string_view text, bool guard) {
    static constexpr std::string_view risky = "=+-@\t\r";
    const bool risk = guard && !text.empty() && risky.find(text.front()) != std::string_view::npos;
    return (risk ? "'" : "") + std::string(text);
}

std::string doubled_quotes(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out;
}

bool is_plain_ascii(std::string_view text) {
    for (const char c : text) {
        if (c < 0x20 || c > 0x7E) return false;
    }
    return true;
}

std::size_t columns_of(const Character& c) {
    const int columns = c.code < 0 ? 1 : utf8proc_charwidth(c.code);
    return columns > 0 ? static_cast<std::size_t>(columns) : 0;
}

}  // namespace

std::string terminal_text(std::string_view text) {
    if (is_plain_ascii(text)) return std::string(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (c.code == '\n') {
            out += "\\n";
        } else if (c.code == '\t') {
            out += "\\t";
        } else if (c.code < 0 || (c.code < 0x80 && is_hidden(c.code))) {
            out += "\\x" + hex(static_cast<unsigned char>(text[at]), 2);
        } else if (is_hidden(c.code)) {
            out += "\\u{" + hex(static_cast<std::uint32_t>(c.code), 4) + "}";
        } else {
            out += text.substr(at, c.bytes);
        }
        at += c.bytes;
    }
    return out;
}

std::size_t terminal_width(std::string_view text) {
    if (is_plain_ascii(text)) return text.size();
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        width += columns_of(c);
        at += c.bytes;
    }
    return width;
}

std::size_t bytes_that_fit(std::string_view text, std::size_t width) {
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        used += columns_of(c);
        if (used > width) return at;
        at += c.bytes;
    }
    return text.size();
}

std::string csv_text(std::string_view text, bool guard_formulas) {
    const std::string safe = guarded(text, guard_formulas);
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    return "\"" + doubled_quotes(safe) + "\"";
}

std::string tsv_text(std::string_view text, bool guard_formulas) {
    std::string out = guarded(text, guard_formulas);
    for (char& c : out) {
        if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    }
    return out;
}

std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (c.code < 0) {
            out += "\xEF\xBF\xBD";
        } else if (c.code == '"' || c.code == '\\') {
            out += '\\';
            out += text[at];
        } else if (c.code == '\n') {
            out += "\\n";
        } else if (c.code == '\t') {
            out += "\\t";
        } else if (c.code < 0x20 || (c.code >= 0x7F && c.code < 0xA0)) {
            out += "\\u" + hex(static_cast<std::uint32_t>(c.code), 4);
        } else {
            out += text.substr(at, c.bytes);
        }
        at += c.bytes;
    }
    return out + "\"";
}

std::string html_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        switch (c.code) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            case '\n': out += ' '; break;
            default:
                if (c.code < 0 || is_hidden(c.code)) {
                    out += "\xEF\xBF\xBD";
                } else {
                    out += text.substr(at, c.bytes);
                }
        }
        at += c.bytes;
    }
    return out;
}

std::string markdown_text(std::string_view text) {
    static constexpr std::string_view marks = "\\|`*_[]";
    std::string out;
    for (const char c : html_text(text)) {
        if (marks.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

}  // namespace fintool
