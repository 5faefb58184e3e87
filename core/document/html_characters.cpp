// Characters of a page: see the header. A byte that is no UTF-8 is read as Windows-1252, one by
// one: pages say "utf-8" and hold both.
#include "document/html_characters.h"

#include <algorithm>

#include "base/text.h"
#include "base/twice_encoded.h"
#include "base/windows_1252.h"
#include "document/html_entities.h"

namespace fintool {

namespace {

constexpr char32_t kSoftHyphen = 0xAD;  // before digits a minus: it parts no word there

// Runs of characters with a plain sibling: [first, last] print as `text`; empty prints nothing.
struct Fold {
    char32_t first, last;
    std::string_view text;
};
constexpr Fold folds[] = {
    {0xA0, 0xA0, " "},       {0xAD, 0xAD, ""},       {0x061C, 0x061C, ""},   {0x2000, 0x200A, " "},
    {0x200B, 0x200F, ""},    {0x2010, 0x2013, "-"},  {0x2014, 0x2015, "--"}, {0x2018, 0x2019, "'"},
    {0x201A, 0x201A, ","},   {0x201B, 0x201B, "'"},  {0x201C, 0x201F, "\""}, {0x2024, 0x2024, "."},
    {0x2026, 0x2026, "..."}, {0x2028, 0x2029, " "},  {0x202A, 0x202E, ""},   {0x202F, 0x202F, " "},
    {0x2032, 0x2032, "'"},   {0x2033, 0x2033, "\""}, {0x205F, 0x205F, " "},  {0x2060, 0x206F, ""},
    {0x2212, 0x2212, "-"},   {0x3000, 0x3000, " "},  {0xFE58, 0xFE58, "--"}, {0xFE63, 0xFE63, "-"},
    {0xFEFF, 0xFEFF, ""},    {0xFFF9, 0xFFFD, ""},
};

void print(HtmlCharacter& out, std::string_view text) {
    out.kind = HtmlCharacter::Kind::printed;
    out.size = text.size();
    std::copy(text.begin(), text.end(), out.text);
}

void print_utf8(HtmlCharacter& out, char32_t c) {
    std::string text;
    const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        add(c);
    } else if (c < 0x800) {
        add(0xC0 | (c >> 6));
        add(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        add(0xE0 | (c >> 12));
        add(0x80 | ((c >> 6) & 0x3F));
        add(0x80 | (c & 0x3F));
    } else {
        add(0xF0 | (c >> 18));
        add(0x80 | ((c >> 12) & 0x3F));
        add(0x80 | ((c >> 6) & 0x3F));
        add(0x80 | (c & 0x3F));
    }
    print(out, text);
}

void classify(HtmlCharacter& out, char32_t c) {
    if (c < 0x80 && is_space(static_cast<char>(c))) {
        out.kind = HtmlCharacter::Kind::space;
        return;
    }
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return;
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full-width ASCII
    const auto* fold = std::find_if(std::begin(folds), std::end(folds), [&](const Fold& one) {
        return c >= one.first && c <= one.last;
    });
    if (c < 0xA0 || fold == std::end(folds)) return print_utf8(out, c);
    if (fold->text == " ") {
        out.kind = HtmlCharacter::Kind::fixed_space;
    } else if (!fold->text.empty()) {
        print(out, fold->text);
    }
}

// Length of the UTF-8 sequence at `at`, 0 where there is none; `c` is what it stands for.
std::size_t utf8_length(std::string_view bytes, std::size_t at, std::size_t end, char32_t& c) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = byte(at);
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || first > 0xF4 || at + length > end) return 0;
    c = first & (0xFFU >> (length + 1));
    for (std::size_t i = at + 1; i < at + length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return 0;
        c = (c << 6) | (byte(i) & 0x3FU);
    }
    const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    if (overlong || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return 0;
    return length;
}

char32_t from_windows_1252(char32_t c) {
    return c >= 0x80 && c < 0xA0 ? windows_1252[c - 0x80] : c;
}

}  // namespace

HtmlCharacter read_html_character(std::string_view bytes, std::size_t at, std::size_t end) {
    HtmlCharacter out;
    out.end = at + 1;
    const auto first = static_cast<unsigned char>(bytes[at]);
    char32_t c = first;
    if (first == '&') {
        const HtmlReference reference = read_html_reference(bytes.substr(at, end - at));
        if (reference.size > 0) {
            out.end = at + reference.size;
            c = from_windows_1252(reference.character);
        }
    } else if (first >= 0x80) {
        const std::size_t length = utf8_length(bytes, at, end, c);
        if (const auto sign = twice_encoded(bytes.substr(at, end - at))) {
            out.end = at + sign->length;
            c = sign->code;
        } else if (length > 0) {
            out.end = at + length;
            // Pages made UTF-8 byte by byte hold U+0092 and U+0097 for their quotes and dashes.
            c = from_windows_1252(c);
        } else {
            c = from_windows_1252(first);
        }
    }
    if (c == kSoftHyphen && out.end < end && is_digit(bytes[out.end])) c = '-';
    classify(out, c);
    return out;
}

}  // namespace fintool
