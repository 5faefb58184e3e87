// Looks of a cell's text: see the header.
#include "grid/cell_text.h"

#include <algorithm>

#include "base/phrase_set.h"
#include "base/text.h"
#include "base/word_set.h"
#include "document/amount_shape.h"
#include "grid/parted_numbers.h"
#include "value/currency_sign.h"
#include "value/footnote_symbol.h"
#include "value/month.h"
#include "value/no_amount.h"

namespace fintool {

namespace {

// What may stand behind an amount's digits.
constexpr std::string_view endings[] = {"%",      "x",     "bps",     "bp",      "pts",     "pt",
                                        "pp",     "ppt",   "ppts",    "pts.",    "pct",     "cents",
                                        "\u00a2", "times", "million", "billion", "thousand",
                                        "mil",    "mil.",  "bil",     "bil."};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::string_view (&words)[N]) {
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
        return text.size() == word.size() && starts_with_ignoring_case(text, word);
    });
}

std::string_view without_currency(std::string_view text) {
    const CurrencySign* sign = currency_sign_at(text);
    return sign ? trim(text.substr(sign->text.size())) : text;
}

bool all_of_characters(std::string_view text, std::string_view set) {
    return text.find_first_not_of(set) == text.npos;
}

}  // namespace

bool names_footnote(std::string_view text) {
    if (text.empty()) return false;
    const std::string_view behind = without_footnote_symbols(text);
    if (behind.empty()) return text.size() <= 3;
    while (!text.empty()) {
        if (text.front() != '(' && text.front() != '[') return false;
        const std::size_t close = text.find_first_of(")]");
        if (close == text.npos || close < 2 || close > 4) return false;
        const auto inner = text.substr(1, close - 1);
        const bool digits = all_of_characters(inner, "0123456789,");
        const bool roman = all_of_characters(inner, "ivx");
        const bool letter = inner.size() == 1 && is_lower(inner.front());
        if (!(digits && inner.size() <= 2) && !roman && !letter) return false;
        text = trim(text.substr(close + 1));
    }
    return true;
}

namespace {

// Without footnotes at its end: "1,234 (1)", "1,234*", "1,234(a)". A mark needs digits before it.
std::string_view without_marks(std::string_view text) {
    for (;;) {
        text = trim(text);
        if (const std::size_t symbol = last_footnote_symbol_size(text)) {
            text.remove_suffix(symbol);
            continue;
        }
        if (text.size() < 4 || (text.back() != ')' && text.back() != ']')) return text;
        const std::size_t open = text.find_last_of("([");
        if (open == text.npos || open == 0 || !names_footnote(text.substr(open))) return text;
        const auto before = trim(text.substr(0, open));
        if (before.empty() || !has_digit(before)) return text;
        text = before;
    }
}

// Length of the number that `text` starts with: digits in any grouping, decimals.
std::size_t number_length(std::string_view text) {
    std::size_t at = 0;
    bool digit = false;
    while (at < text.size()) {
        const char c = text[at];
        const bool groups = c == ' ' && digit && at + 3 < text.size() && is_digit(text[at + 1]) &&
                            is_digit(text[at + 2]) && is_digit(text[at + 3]) &&
                            (at + 4 == text.size() || !is_digit(text[at + 4]));
        const std::size_t parted = digit ? parted_decimals(text.substr(0, at), text.substr(at)) : 0;
        if (parted > 0) return at + parted;  // "1. 63"
        const std::size_t group = digit ? apostrophe_group(text.substr(at)) : 0;
        if (group > 0) {
            at += group;
            continue;
        }
        if (is_digit(c)) {
            digit = true;
        } else if (c != ',' && c != '.' && !groups) {
            break;
        }
        ++at;
    }
    return digit ? at : 0;
}

bool is_ending(std::string_view text) { return text.empty() || is_one_of(text, endings); }

bool is_amount(std::string_view text) {
    text = without_marks(text);
    if (text.empty() || text.size() > 40) return false;
    if (is_no_amount(text) || is_nil(text)) return true;
    const bool compared = text.front() == '>' || text.front() == '<';  // ">100%"
    if (compared && !opens_loss(text, 0)) text = trim(text.substr(1));
    bool open = false;
    bool sign = false;
    for (std::size_t size = 0; size != text.size();) {
        size = text.size();
        text = without_currency(text);
        if (!text.empty() && !open && (text.front() == '[' || opens_loss(text, 0))) {
            open = true;
            text = trim(text.substr(1));
        } else if (!text.empty() && (text.front() == '-' || text.front() == '+') && !sign) {
            sign = true;
            text = trim(text.substr(1));
        }
    }
    if (text.empty()) return sign || open;  // "$ -", "(-": nil
    if (all_of_characters(text, "-.) ") && sign) return text.find("..") == text.npos;
    const std::size_t length = number_length(text);
    if (length == 0 || text.substr(0, length) == "000") return false;  // "\u00a3000": a scale
    text = trim(text.substr(length));
    const auto strip_close = [&] {
        if (!text.empty() && closes_loss(text.front())) text = trim(text.substr(1));
    };
    strip_close();
    if (is_ending(text) || text == "-") return true;  // "-0-"
    if (text.back() == ')') return is_ending(trim(text.substr(0, text.size() - 1)));
    const auto rest = without_currency(text);  // "1 234 EUR"
    return rest.empty();
}

// "2004", "2004(1)"; "1902" and "2085" are more likely amounts.
bool is_year_cell(std::string_view text) {
    text = without_marks(text);
    return is_year(text) && text >= "1960" && text <= "2060";
}

// "$0.25 - $0.30", "21% to 23%", "$822 million +/- $25 million": what a forecast gives.
bool is_range(std::string_view text) {
    for (const std::string_view between : {"+/-", "\u00b1", " - ", " to ", "--", "-"}) {
        const std::size_t at = text.size() > 1 ? text.find(between, 1) : text.npos;
        if (at == text.npos) continue;
        // "58-0690070" is a number of another kind.
        if (between[0] == '-' && text.find_first_of("$%.") == text.npos) continue;
        const auto low = trim(text.substr(0, at));
        const auto high = trim(text.substr(at + between.size()));
        const bool digits = has_digit(low) && has_digit(high);
        if (digits && !is_year_cell(low) && is_amount(low) && is_amount(high)) return true;
    }
    return false;
}

bool is_ruler(std::string_view text) { return text.size() >= 3 && all_of_characters(text, "-=_ "); }

constexpr PhraseSet period_words({"months", "month", "weeks",     "week",    "quarter", "quarters",
                                  "year",   "years", "ended",     "ending",  "half",    "halves",
                                  "ytd",    "fy",    "unaudited", "audited", "period",  "fiscal",
                                  "days",   "date",  "quarterly", "annual"});

constexpr PhraseSet column_words(
    {"change",      "variance",  "restated",     "reported", "adjusted",     "adjustments",
     "adjustment",  "actual",    "pro",          "forma",    "total",        "note",
     "notes",       "amount",    "amounts",      "average",  "balance",      "yield",
     "rate",        "interest",  "gaap",         "ratio",    "consolidated", "segment",
     "increase",    "decrease",  "inc",          "dec",      "growth",       "budget",
     "plan",        "guidance",  "low",          "high",     "thousands",    "millions",
     "predecessor", "successor", "eliminations", "percent",  "per",          "vs",
     "usd",         "us",        "rmb",          "eur"});

// "3q06", "q306", "1h22", "fy20", "q3", "4q".
bool is_period_code(std::string_view word) {
    if (word.size() < 2 || word.size() > 6) return false;
    const bool letters = word.find_first_of("qhfy") != word.npos;
    return letters && all_of_characters(word, "0123456789qhfyms") && has_digit(word);
}

// "31.12.2024"
bool is_dotted_day(std::string_view text) {
    return text.size() == 10 && text[2] == '.' && text[5] == '.' && is_digit(text[0]) &&
           is_digit(text[3]) && is_year(text.substr(6));
}

// "2004", "04" is too little; "20040630" is no year.
bool is_year_word(std::string_view word) {
    if (word.size() == 5 && is_alpha(word.back())) word.remove_suffix(1);  // "2021e"
    return is_year_cell(word);
}

}  // namespace

CellLook look_of(std::string_view text) {
    text = trim(text);
    if (text.empty()) return CellLook::blank;
    if (is_year_cell(text)) return CellLook::year;
    if (is_ruler(text)) return CellLook::ruler;
    if (names_footnote(text)) return CellLook::mark;
    if (all_of_characters(text, ")]% ") || is_one_of(text, endings) || text == ")x") {
        return CellLook::closer;
    }
    // ")(a)", "%(1)": what closes the amount beside it, and its footnote.
    const std::size_t closed = text.find_first_not_of(")% ");
    if (closed > 0 && closed != text.npos && names_footnote(text.substr(closed)))
        return CellLook::closer;
    const auto bare = without_currency(text);
    const bool sign = bare.empty() || bare == "(" || bare == "-" || bare == "[";
    if (sign && text != "-") {
        return bare == "-" ? CellLook::amount : CellLook::currency;
    }
    if (text == "($" || text == "(") return CellLook::currency;
    if (is_dotted_day(text)) return CellLook::words;
    return is_amount(text) || is_range(text) ? CellLook::amount : CellLook::words;
}

bool names_period(std::string_view text) {
    const std::string words = words_of(text);
    if (names_month(words) || period_words.any_in(words)) return true;
    for (const std::string_view word : parts_of(words, ' ')) {
        if (is_year_word(word) || is_period_code(word)) return true;
    }
    // "6/30/98"
    const std::size_t slash = text.find('/');
    return slash != text.npos && slash > 0 && is_digit(text[slash - 1]) &&
           text.find('/', slash + 1) != text.npos;
}

bool names_column(std::string_view text) {
    return text.find('%') != text.npos || column_words.any_in(words_of(text));
}

bool names_statement(std::string_view text) {
    static constexpr PhraseSet titles(
        {"balance sheet", "balance sheets", "statement of", "statements of", "income statement",
         "income statements", "cash flow statement", "cash flow statements",
         "financial highlights", "selected financial", "consolidated results", "statement s of",
         "earnings statement", "statements of consolidated", "statement of consolidated",
         "financial summary", "operating highlights", "reconciliation of"});
    const std::string words = words_of(text);
    // "Computation of Funds from Operations"; "Shares used in computation of ..." is a row.
    return titles.any_in(words) || words.starts_with("computation of ");
}

bool names_notes(std::string_view text) {
    static constexpr WordSet names({"note", "notes", "note s", "note no", "notes no", "ref",
                                    "reference", "footnote", "footnotes", "exhibit"});
    constexpr std::size_t longest = 12;
    return text.size() <= longest && names.contains(words_of(text));
}

}  // namespace fintool
