// Text questions: see the header.
#include "base/text.h"

#include <algorithm>

namespace fintool {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = lower(c);
    return out;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != separator) continue;
        parts.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    return parts;
}

std::string fold_space(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!is_space(c)) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string words_of(std::string_view text) {
    std::string out;
    bool gap = false;
    const auto add = [&](std::string_view word) {
        if (gap && !out.empty()) out += ' ';
        out += word;
        gap = false;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_alnum(c) || static_cast<unsigned char>(c) >= 0x80) {
            const char folded = lower(c);
            add({&folded, 1});
        } else if (c == '&') {
            gap = true;
            add("and");
            gap = true;
        } else if (c == '\'') {
            continue;  // "stockholders' equity", "company's": the mark parts no words
        } else {
            gap = true;
        }
    }
    return out;
}

bool has_phrase(std::string_view words, std::string_view phrase) {
    for (std::size_t at = words.find(phrase); at != std::string_view::npos;
         at = words.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        const bool opens = at == 0 || words[at - 1] == ' ';
        const bool closes = end == words.size() || words[end] == ' ';
        if (opens && closes) return true;
    }
    return false;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
    if (text.size() < prefix.size()) return false;
    return std::equal(prefix.begin(), prefix.end(), text.begin(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

bool is_valid_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        std::size_t size = 1;
        if (lead >= 0xC2) size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (lead > 0xF4 || (lead >= 0x80 && lead < 0xC2) || i + size > bytes.size()) return false;
        for (std::size_t k = 1; k < size; ++k) {
            if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0U) != 0x80U) return false;
        }
        i += size;
    }
    return true;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + cost});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

}  // namespace fintool
