// The grammar of an amount in one word, left to right: see the header.
#include "document/amount_shape.h"

#include <algorithm>

#include "base/text.h"
#include "document/text_marks.h"
#include "value/currency_sign.h"
#include "value/footnote_symbol.h"

namespace fintool {
namespace {

constexpr std::size_t most_signs = 6;  // bytes before the digits, but for those of the currency

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// "r" of "1,234r", "A" of "(1,234)A", "/1"; not what may scale or name a unit: "1,234k", "12.5p".
bool is_bare_mark(std::string_view text) {
    static constexpr std::string_view units = "cfkmpqstxy";
    if (text.size() == 2) return text[0] == '/' && is_digit(text[1]);
    return text.size() == 1 && is_alpha(text[0]) && units.find(lower(text[0])) == units.npos;
}

// "(1)", "(a)", "[2]", "*", "**", "(1)(2)", "(a),(b)", "(*)": what may follow an amount without
// a blank.
bool is_footnote_mark(std::string_view text) {
    for (;;) {
        text = without_footnote_symbols(text);
        if (text.empty()) return true;
        static constexpr std::string_view opening = "([{", closing = ")]}";
        const std::size_t kind = opening.find(text[0]);
        if (kind == opening.npos) return false;
        const std::size_t close = text.find(closing[kind]);
        if (close == text.npos || close < 2) return false;
        const std::string_view inside = without_footnote_symbols(text.substr(1, close - 1));
        if (inside.size() > 3 || !std::all_of(inside.begin(), inside.end(), [](char c) {
                return is_alnum(c) || c == ',';
            }))
            return false;
        text.remove_prefix(close + 1);
        if (text.size() > 1 && text[0] == ',') text.remove_prefix(1);
    }
}

// "41.310.555", "41.310,5" from `at`, the first point, on: the end, or `at` where it is neither.
std::size_t skip_point_groups(std::string_view text, std::size_t at) {
    std::size_t end = at;
    const auto digits = [&](std::size_t from) {
        std::size_t to = from;
        while (to < text.size() && is_digit(text[to])) ++to;
        return to - from;
    };
    while (end < text.size() && text[end] == '.' && digits(end + 1) == 3) end += 4;
    const bool several = end >= at + 8;
    const bool decimals = end > at && end < text.size() && text[end] == ',' && digits(end + 1) > 0;
    if (decimals) end += 1 + digits(end + 1);
    return several || decimals ? end : at;
}

// The signs before the digits; where they end.
std::size_t skip_signs(std::string_view text, bool& open, AmountShape& shape) {
    std::size_t i = 0, currency = 0;
    for (bool again = true; again && i < text.size() && i - currency <= most_signs;) {
        again = false;
        const std::size_t after = skip_currency(text, i);
        if (after > i) {
            currency += after - i;
            i = after;
            shape.open = i;
            shape.decorated = again = true;
        } else if (!open && opens_loss(text, i)) {
            open = again = shape.decorated = true;
            ++i;
        } else if (text[i] == '-' || text[i] == '+') {
            shape.decorated = again = true;
            ++i;
        }
    }
    return i;
}

// ")", "%", cents, a currency or a minus behind the digits; where they end.
std::size_t skip_closers(std::string_view text, bool open, AmountShape& shape) {
    std::size_t i = shape.edge;
    if (open && text.substr(i).starts_with(".)")) ++i;  // "(1,234.)"
    while (i < text.size() && ((open && closes_loss(text[i])) || text[i] == '%')) {
        shape.percent = shape.percent || text[i] == '%';
        open = open && text[i] == '%';
        shape.decorated = true;
        ++i;
    }
    constexpr std::string_view cent = "\u00a2";
    if (text.substr(i).starts_with(cent)) i += cent.size();
    if (ends_in_coin(text) && i + 2 >= text.size()) i = text.size();  // "p", "p)"
    if (const CurrencySign* sign = currency_sign_at(text.substr(i));
        sign && sign->text != "$" && i + sign->text.size() == text.size()) {
        shape.decorated = true;  // "1,234\u20ac"
        return text.size();
    }
    // "3,384-": a minus behind its amount; "1994-" is a year that opens a range.
    const bool year = !shape.decorated && shape.edge - shape.open == 4;
    const bool minus = !year && i == shape.edge && text.substr(i) == "-";
    shape.decorated = shape.decorated || minus;
    return i + (minus ? 1 : 0);
}

}  // namespace

std::size_t apostrophe_group(std::string_view text) {
    static constexpr std::string_view raised = "\u2019";
    if (text.empty() || (text[0] != '\'' && text[0] != raised[0])) return 0;
    const std::size_t mark = text[0] == '\'' ? 1 : text.starts_with(raised) ? raised.size() : 0;
    if (mark == 0 || text.size() < mark + 3 || !all_digits(text.substr(mark, 3))) return 0;
    return text.size() > mark + 3 && is_digit(text[mark + 3]) ? 0 : mark + 3;
}

// "[1,234]", "{1,234}", "<1,234>" stand for parentheses; "[1]" and "[2003]" do not.
bool opens_loss(std::string_view text, std::size_t at) {
    static constexpr std::string_view brackets = "[{<";
    if (at >= text.size()) return false;
    if (text[at] == '(') return true;
    if (brackets.find(text[at]) == brackets.npos) return false;
    bool grouped = false;
    const std::size_t begin = skip_currency(text, at + 1);
    const std::size_t size = skip_digits(text, begin, grouped) - begin;
    return size > 2 && !is_year(text.substr(begin, size));
}

bool closes_loss(char c) { return std::string_view(")]}>").find(c) != std::string_view::npos; }

std::size_t skip_currency(std::string_view text, std::size_t at) {
    if (at >= text.size()) return at;
    const CurrencySign* sign = currency_sign_at(text.substr(at));
    return sign ? at + sign->text.size() : at;
}

std::size_t skip_digits(std::string_view text, std::size_t at, bool& grouped) {
    std::size_t i = at;
    while (i < text.size()) {
        const std::size_t group = i > at ? apostrophe_group(text.substr(i)) : 0;
        const bool comma = text[i] == ',' && i > at && i + 1 < text.size() && is_digit(text[i + 1]);
        if (group == 0 && !comma && !is_digit(text[i])) break;
        grouped = grouped || comma || group > 0;
        i += std::max<std::size_t>(group, 1);
    }
    if (i + 1 >= text.size() || text[i] != '.' || !is_digit(text[i + 1])) return i;
    grouped = true;
    const std::size_t groups = i > at ? skip_point_groups(text, i) : i;
    if (groups > i) return groups;
    for (++i; i < text.size() && is_digit(text[i]); ++i) {
    }
    return i;
}

AmountShape amount_shape(std::string_view text, bool open) {
    AmountShape shape;
    shape.decorated = open;
    const std::size_t digits = skip_signs(text, open, shape);
    shape.edge = skip_digits(text, digits, shape.decorated);
    const std::string_view read = text.substr(digits, shape.edge - digits);
    if (read.empty() || read == "000") return shape;  // "\u00a3000"
    const std::string_view rest = text.substr(skip_closers(text, open, shape));
    const bool grouped = read.find(',') != read.npos || open;
    shape.matched = is_footnote_mark(rest) || (grouped && is_bare_mark(rest));
    return shape;
}

bool is_plain_word(std::string_view text) {
    if (!is_alpha(text[0]) || lower(text[0]) == 'n') return false;
    return !currency_sign_at(text);
}

}  // namespace fintool
