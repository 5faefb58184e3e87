// Bytes -> lines of clean text, each character with its way back to the bytes. UTF-8 or
// Windows-1252; entities; typography folded to ASCII so that a column is a character.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "base/twice_encoded.h"
#include "base/windows_1252.h"
#include "document/text_reader.h"

namespace fintool {
namespace {

constexpr char32_t nothing = 0;
constexpr char32_t kSoftHyphen = 0xAD;  // before digits a minus: it parts no word there

struct Fold {
    char32_t first, last;
    char to;  // 0: dropped
};
constexpr std::array<Fold, 21> folds = {
    {{0x00, 0x08, 0},       {0x0B, 0x0C, 0},       {0x0E, 0x1F, 0},       {0x7F, 0x7F, 0},
     {0xA0, 0xA0, ' '},     {0xAD, 0xAD, 0},       {0xB7, 0xB7, '*'},     {0x61C, 0x61C, 0},
     {0x2000, 0x200A, ' '}, {0x200B, 0x200F, 0},   {0x2010, 0x2015, '-'}, {0x2018, 0x201B, '\''},
     {0x201C, 0x201F, '"'}, {0x2022, 0x2022, '*'}, {0x2028, 0x202E, 0},   {0x202F, 0x202F, ' '},
     {0x2060, 0x2069, 0},   {0x2212, 0x2212, '-'}, {0x25AA, 0x25CF, '*'}, {0x3000, 0x3000, ' '},
     {0xFEFF, 0xFEFF, 0}}};

struct Named {
    std::string_view name;
    char32_t code;
};
constexpr std::array<Named, 22> entities = {
    {{"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},      {"apos", '\''},
     {"nbsp", 0xA0},    {"mdash", 0x2014}, {"ndash", 0x2013}, {"bull", 0x2022},   {"middot", 0xB7},
     {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D},  {"reg", 0xAE},
     {"trade", 0x2122}, {"copy", 0xA9},    {"sect", 0xA7},    {"hellip", 0x2026}, {"pound", 0xA3},
     {"euro", 0x20AC},  {"eacute", 0xE9}}};

struct Character {
    char32_t code = nothing;
    std::size_t length = 1;  // bytes that it takes in the file
};

// A well-formed sequence of two to four bytes; nothing else.
std::optional<Character> utf8_sequence(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {};
    char32_t code = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0u) != 0x80u) return {};
        code = (code << 6) | (byte(i) & 0x3Fu);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (overlong || surrogate || code > 0x10FFFF) return {};
    return Character{code, length};
}

// True where the multi-byte sequences outnumber the stray bytes.
bool is_utf8(std::string_view text) {
    std::size_t sequences = 0;
    std::size_t strays = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++i;
        } else if (const auto character = utf8_sequence(text.substr(i))) {
            ++sequences;
            i += character->length;
        } else {
            ++strays;
            ++i;
        }
    }
    return sequences > strays;
}

char32_t from_windows_1252(char32_t code) {
    return code >= 0x80 && code <= 0x9F ? windows_1252[code - 0x80] : code;
}

// "&amp;", "&#151;", "&#x2014;" at the start of `text`.
std::optional<Character> entity(std::string_view text) {
    const std::size_t end = text.substr(0, 12).find(';');
    if (end == std::string_view::npos || end < 3) return {};
    std::string_view name = text.substr(1, end - 1);
    if (name[0] != '#') {
        for (const Named& named : entities) {
            if (named.name == name) return Character{named.code, end + 1};
        }
        return {};
    }
    name.remove_prefix(1);
    const bool hex = !name.empty() && lower(name[0]) == 'x';
    if (hex) name.remove_prefix(1);
    unsigned code = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
    if (read.ec != std::errc() || read.ptr != name.data() + name.size()) return {};
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0;
    return Character{from_windows_1252(code), end + 1};
}

// "\$ 45,988": the escapes of Markdown, of which one character was printed.
std::optional<Character> escape(std::string_view text) {
    constexpr std::string_view escaped = "$*_#&|~";
    if (text.size() < 2 || escaped.find(text[1]) == std::string_view::npos) return {};
    return Character{static_cast<char32_t>(text[1]), 2};
}

Character character_at(std::string_view text, bool utf8) {
    const auto byte = static_cast<unsigned char>(text[0]);
    if (byte == '&') {
        if (const auto found = entity(text)) return *found;
    } else if (byte == '\\') {
        if (const auto found = escape(text)) return *found;
    } else if (byte >= 0x80) {
        if (utf8) {
            if (const auto sign = twice_encoded(text)) return {sign->code, sign->length};
            if (const auto found = utf8_sequence(text)) {
                return {from_windows_1252(found->code), found->length};
            }
        }
        return {from_windows_1252(byte), 1};
    }
    return {byte, 1};
}

std::string utf8_of(char32_t code) {
    std::string out;
    const auto tail = [&](int shift) {
        out += static_cast<char>(0x80u | ((static_cast<unsigned>(code) >> shift) & 0x3Fu));
    };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0u | (static_cast<unsigned>(code) >> 6));
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0u | (static_cast<unsigned>(code) >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0u | (static_cast<unsigned>(code) >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
    return out;
}

// "" for a character that is dropped.
std::string folded(char32_t code) {
    if (code == nothing || code == '\r') return {};
    if (code == 0x2026) return "...";
    for (const Fold& fold : folds) {
        if (code >= fold.first && code <= fold.last) return fold.to ? std::string(1, fold.to) : "";
    }
    return utf8_of(code);
}

bool is_plain(char c) {
    return (c >= ' ' && c < 0x7F && c != '&' && c != '\\' && c != '<' && c != '(') || c == '\t';
}

// "<1,234.5>", "<$.21>": spreadsheets wrote losses so. The length with both brackets, else 0.
std::size_t bracketed_amount(std::string_view text) {
    constexpr std::string_view amount = "0123456789,.$";
    const std::size_t end = text.find_first_not_of(amount, 1);
    if (end == text.npos || end < 2 || text[end] != '>') return 0;
    return has_digit(text.substr(1, end - 1)) ? end + 1 : 0;
}

struct SpelledSign {
    std::string_view printed, sign;
};
// What typesetters of plain ASCII wrote for the signs that it lacks: "(pound)33.0 million".
constexpr std::array<SpelledSign, 4> spelled_signs = {
    {{"(pound)", "\u00a3"}, {"(euro)", "\u20ac"}, {"(yen)", "\u00a5"}, {"(cent)", "\u00a2"}}};

const SpelledSign* spelled_sign(std::string_view text) {
    if (text.front() != '(') return nullptr;
    for (const SpelledSign& sign : spelled_signs) {
        if (starts_with_ignoring_case(text, sign.printed)) return &sign;
    }
    return nullptr;
}

// How the document writes what ASCII lacks.
struct Signs {
    bool utf8 = false, yen = false;
};

// "Y125,033", "Y(266)": the yen sign of plain ASCII, in a document that speaks of yen. "Y2K" and
// "Y2000" are a year.
bool is_yen_sign(std::string_view bytes, std::size_t at) {
    if (bytes[at] != 'Y' || (at > 0 && (is_alpha(bytes[at - 1]) || is_digit(bytes[at - 1]))))
        return false;
    const std::size_t from = at + 1 < bytes.size() && bytes[at + 1] == '(' ? at + 2 : at + 1;
    std::size_t end = from, digits = 0;
    for (; end < bytes.size() && (is_digit(bytes[end]) || bytes[end] == ',' || bytes[end] == '.');
         ++end) {
        if (is_digit(bytes[end])) ++digits;
    }
    const bool year = digits == 4 && end == from + 4;
    const bool word = end < bytes.size() && is_alpha(bytes[end]);
    return from < bytes.size() && is_digit(bytes[from]) && !year && !word;
}

bool prints_yen_signs(std::string_view bytes) {
    std::size_t at = bytes.find('Y');
    while (at != bytes.npos && !is_yen_sign(bytes, at)) at = bytes.find('Y', at + 1);
    return at != bytes.npos && has_phrase(words_of(bytes), "yen");
}

// Parts of it stand apart: a row of a table or a line of its header.
bool is_tabular(std::string_view line) {
    const std::size_t from = line.find_first_not_of(" \t");
    if (from == line.npos) return false;
    return line.find("   ", from) != line.npos || line.find("...", from) != line.npos ||
           line.find('\t', from) != line.npos || from >= 20;
}

MappedText decode_line(std::string_view bytes, Span span, Signs signs) {
    MappedText text;
    // Privacy-enhanced mail writes "- " before a line that starts with a dash: "- -------".
    const bool dash_stuffed = bytes.substr(span.begin, span.end - span.begin).starts_with("- -");
    for (std::size_t i = span.begin + (dash_stuffed ? 2 : 0); i < span.end;) {
        std::size_t plain = i;
        const auto is_yen = [&](std::size_t at) {
            return signs.yen && bytes[at] == 'Y' && is_yen_sign(bytes.substr(0, span.end), at);
        };
        while (plain < span.end && is_plain(bytes[plain]) && !is_yen(plain)) ++plain;
        text.append_verbatim(bytes.substr(i, plain - i), i);
        i = plain;
        if (i == span.end) break;
        if (is_yen(i)) {
            text.append_decoded("\u00a5", {i, i + 1});
            ++i;
            continue;
        }
        const auto rest = bytes.substr(i, span.end - i);
        if (const std::size_t length = rest[0] == '<' ? bracketed_amount(rest) : 0) {
            text.append_decoded("(", {i, i + 1});
            text.append_verbatim(rest.substr(1, length - 2), i + 1);
            text.append_decoded(")", {i + length - 1, i + length});
            i += length;
            continue;
        }
        if (const SpelledSign* spelled = spelled_sign(rest)) {
            // What follows stays in its column.
            const std::size_t width = spelled->printed.size();
            const bool tabular = is_tabular(bytes.substr(span.begin, span.end - span.begin));
            if (tabular) text.append_invented(std::string(width - 1, ' '));
            text.append_decoded(spelled->sign, {i, i + width});
            i += width;
            continue;
        }
        const Character character = character_at(bytes.substr(i, span.end - i), signs.utf8);
        const std::size_t next = i + character.length;
        const bool minus =
            character.code == kSoftHyphen && next < span.end && is_digit(bytes[next]);
        const std::string out = minus ? "-" : folded(character.code);
        const bool verbatim = out == bytes.substr(i, character.length);
        if (verbatim) {
            text.append_verbatim(out, i);
        } else {
            text.append_decoded(out, {i, i + character.length});
        }
        i += character.length;
    }
    return text;
}

// The end of the line that begins at `begin`: "\n", "\r\n", or "\r" alone.
std::size_t line_end(std::string_view bytes, std::size_t begin, std::size_t limit) {
    while (begin < limit && bytes[begin] != '\n' && bytes[begin] != '\r') ++begin;
    return begin;
}

// A form feed parts pages: it becomes a line of its own, "<PAGE>".
void add_line(std::vector<Line>& lines, std::string_view bytes, Span span, int number,
              Signs signs) {
    bytes = bytes.substr(0, span.end);
    for (std::size_t feed = bytes.find('\f', span.begin); feed < span.end;
         feed = bytes.find('\f', span.begin)) {
        if (feed > span.begin) {
            lines.push_back({decode_line(bytes, {span.begin, feed}, signs), number});
        }
        Line page;
        page.text.append_decoded("<PAGE>", {feed, feed + 1});
        page.number = number;
        lines.push_back(page);
        span.begin = feed + 1;
        if (span.begin == span.end) return;
    }
    lines.push_back({decode_line(bytes, span, signs), number});
}

}  // namespace

std::vector<Line> decode_lines(std::string_view bytes, Span body) {
    body.end = std::min(body.end, bytes.size());
    body.begin = std::min(body.begin, body.end);
    bytes = bytes.substr(0, body.end);
    const std::string_view text = bytes.substr(body.begin);
    const Signs signs{is_utf8(text), prints_yen_signs(text)};
    std::vector<Line> lines;
    const auto before = bytes.substr(0, body.begin);
    int number = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    for (std::size_t at = body.begin; at < body.end; ++number) {
        const std::size_t end = line_end(bytes, at, body.end);
        add_line(lines, bytes, {at, end}, number, signs);
        at = end + 1;
        if (end < body.end && bytes[end] == '\r' && at < body.end && bytes[at] == '\n') ++at;
    }
    return lines;
}

MappedText expand_tabs(const MappedText& text) {
    if (text.str().find('\t') == std::string::npos) return text;
    MappedText out;
    std::size_t column = 0;
    std::size_t run = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool tab = i < text.size() && text.str()[i] == '\t';
        if (!tab && i < text.size()) {
            if ((static_cast<unsigned char>(text.str()[i]) & 0xC0u) != 0x80u) ++column;
            continue;
        }
        out.append(text.substr(run, i));
        run = i + 1;
        if (tab) {
            const std::size_t next = (column / 8 + 1) * 8;
            out.append_invented(std::string(next - column, ' '));
            column = next;
        }
    }
    return out;
}

}  // namespace fintool
