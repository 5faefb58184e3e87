// See the header.
#include "document/pipe_rows_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "base/word_set.h"
#include "document/amount_shape.h"
#include "value/currency_sign.h"
#include "value/month.h"
#include "value/no_amount.h"

namespace fintool {
namespace {

bool is_one_of(std::string_view text, std::string_view marks) {
    return !text.empty() && text.find_first_not_of(marks) == text.npos;
}

bool is_dash(std::string_view text) {
    return is_one_of(text, "-") || text == "\u2014" || text == "\u2013" || text == "\u2212";
}

template <std::size_t N>
bool has_any(std::string_view text, const std::array<std::string_view, N>& words) {
    const std::string folded = words_of(text);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return has_phrase(folded, word); });
}

DateKey key_of(std::string_view words) {
    DateKey key;
    for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end + 1) {
        end = std::min(words.find(' ', begin), words.size());
        const std::string_view word = words.substr(begin, end - begin);
        if (const unsigned month = month_named(word)) key.month = static_cast<int>(month);
        if (word.empty() || word.size() > 4 || !std::all_of(word.begin(), word.end(), is_digit)) {
            continue;
        }
        int number = 0;
        for (const char c : word) number = number * 10 + (c - '0');
        (word.size() == 4 ? key.year : key.day) = number;
    }
    return key;
}

}  // namespace

bool is_pipe_prefix(std::string_view text) {
    text = trim(text);
    if (text.ends_with('(')) text.remove_suffix(1);
    text = trim(text);
    const CurrencySign* sign = currency_sign_at(text);
    return text.empty() || (sign && sign->text == text);
}

bool is_pipe_suffix(std::string_view text, bool adjacent) {
    return is_one_of(trim(text), adjacent ? ")%*" : ")%");
}

bool is_pipe_amount(std::string_view text) {
    text = trim(text);
    if (text.empty() || is_year(text)) return false;
    if (is_dash(text)) return true;
    if (is_no_amount(text) || is_nil(text)) return true;
    text = trim(text.substr(skip_currency(text, 0)));  // "NOK 1,234"
    const auto is_mark = [](char c) {
        return is_digit(c) || std::string_view("$(),.%-+ x*").find(c) != std::string_view::npos;
    };
    return std::any_of(text.begin(), text.end(), is_digit) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return is_mark(c) || static_cast<unsigned char>(c) >= 0x80; });
}

std::string currency_named(std::string_view text) {
    static constexpr WordSet currencies({"$",      "us$", "usd", "hk$",    "hkd", "nt$",    "ntd",
                                         "twd",    "rmb", "cny", "\u20ac", "eur", "\u00a3", "gbp",
                                         "\u00a5", "jpy", "yen", "krw",    "inr", "brl",    "chf"});
    static constexpr WordSet scales({"in", "of", "million", "millions", "thousand", "thousands",
                                     "billion", "billions", "mm", "mn", "000", "note", "unaudited",
                                     "audited"});
    text = trim(text);
    const std::size_t end = std::min(text.find_first_of(" ("), text.size());
    const std::string name = lower(text.substr(0, end));
    if (!currencies.contains(name)) return "";
    const std::string rest = words_of(text.substr(end));
    const bool plain = rest.empty() || [&] {
        for (const std::string_view word : parts_of(rest, ' ')) {
            if (!scales.contains(word) && !(word.size() == 1 && is_digit(word[0]))) return false;
        }
        return true;
    }();
    return plain ? name : "";
}

bool ends_in_year(std::string_view text) {
    text = trim(text);
    return text.size() >= 4 && is_year(text.substr(text.size() - 4));
}

std::optional<DateKey> date_key(std::string_view text) {
    if (!ends_in_year(text)) return std::nullopt;
    return key_of(words_of(text));
}

std::optional<int> day_named(std::string_view text) {
    const std::string words = words_of(text);
    if (std::count(words.begin(), words.end(), ' ') != 1) return std::nullopt;
    const DateKey key = key_of(words);
    if (key.year > 0 || key.month == 0 || key.day == 0) return std::nullopt;
    return 100 * key.month + key.day;
}

bool names_change(std::string_view text) {
    static constexpr std::array<std::string_view, 12> words = {
        "change", "changes",  "incr",   "decr",   "increase",  "decrease",
        "chg",    "variance", "growth", "better", "favorable", "inc"};
    text = trim(text);
    return text == "%" || text == "$" || (text.size() <= 40 && has_any(text, words));
}

bool names_length(std::string_view text) {
    static constexpr std::array<std::string_view, 11> words = {
        "months", "weeks",  "quarter", "quarters", "year",   "years",
        "half",   "period", "periods", "ended",    "to date"};
    return text.size() <= 40 && text.find_first_of("($:") == text.npos && has_any(text, words);
}

bool names_year(std::string_view text) {
    return text.size() <= 40 && text.find_first_of("($:") == text.npos && ends_in_year(text);
}

bool may_name_column(std::string_view label) {
    const std::size_t note = label.find(" (");  // "March 31, 2020 (Unaudited)"
    if (note != label.npos && note > 0) label = label.substr(0, note);
    const std::size_t shut = label.find(") ");  // "(Unaudited) June 30, 2026"
    if (label.starts_with('(') && shut != label.npos) label = label.substr(shut + 2);
    static constexpr std::array<std::string_view, 24> words = {
        "first",   "second",   "third", "fourth",   "quarter", "half",      "months",   "year",
        "january", "february", "march", "april",    "may",     "june",      "july",     "august",
        "october", "november", "fy",    "quarters", "years",   "september", "december", "ended"};
    if (label.size() > 40 || label.find_first_of("($:") != label.npos) return false;
    return std::any_of(label.begin(), label.end(), is_digit) || has_any(label, words);
}

}  // namespace fintool
