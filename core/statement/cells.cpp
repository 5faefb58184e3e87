// Reads one cell's text. The grammar, left to right: sign, "(", currency, digits, ")", "%", and a
// footnote mark that is left alone. Scale and unit are not known here.
#include "statement/cells.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/text.h"
#include "document/amount_shape.h"
#include "document/text_marks.h"
#include "statement/label_scale.h"
#include "value/currency_sign.h"
#include "value/footnote_symbol.h"
#include "value/no_amount.h"

namespace fintool {
namespace {

constexpr std::array<std::string_view, 5> kDashes = {"-", "\u2010", "\u2013", "\u2014", "\u2212"};

std::size_t dash_at(std::string_view text, std::size_t at) {
    if (text[at] != '-' && text[at] != '\xE2') return 0;
    for (const auto dash : kDashes) {
        if (text.substr(at).starts_with(dash)) return dash.size();
    }
    return 0;
}

// A walk over the characters of one cell.
struct Reader {
    std::string_view text;
    std::size_t at = 0;

    bool done() const { return at >= text.size(); }
    void skip_blanks() {
        while (!done() && is_space(text[at])) ++at;
    }
    bool take(char c) {
        if (done() || text[at] != c) return false;
        ++at;
        return true;
    }
    bool take_dash() {
        const std::size_t size = done() ? 0 : dash_at(text, at);
        at += size;
        return size > 0;
    }
    bool take_currency(std::string& currency) {
        const CurrencySign* sign = currency_sign_at(text.substr(at));
        if (!sign) return false;
        at += sign->text.size();
        if (currency.empty()) currency = sign->currency;
        return true;
    }
};

// The first to the last dash of a text that is nothing but dashes, "$", "%" and parentheses.
std::optional<Span> find_dashes(std::string_view text) {
    Reader reader{text};
    std::optional<Span> dashes;
    std::string currency;
    while (!reader.done()) {
        reader.skip_blanks();
        if (reader.done()) break;
        const std::size_t before = reader.at;
        const std::string_view rest = text.substr(before);
        const bool letter =
            rest.size() == 3 && rest[0] == '(' && is_alnum(rest[1]) && rest[2] == ')';
        const bool mark = letter || rest == "*" || rest == "**";
        if (dashes && mark) return dashes;  // a footnote: no amount follows a dash
        if (rest.starts_with("-0-")) {  // "$   -0-"
            reader.at += 3;
            dashes = Span{before, reader.at};
        } else if (reader.take_dash()) {
            dashes = Span{dashes ? dashes->begin : before, reader.at};
        } else if (!reader.take_currency(currency) && !reader.take('%') && !reader.take('(') &&
                   !reader.take(')')) {
            return std::nullopt;
        }
    }
    return dashes;
}

bool is_word(std::string_view text, std::string_view word) {
    return text.size() == word.size() && starts_with_ignoring_case(text, word);
}

struct Amount {
    Number number;
    std::size_t begin = 0, end = 0;  // of the amount in the cell's text
    bool understood = true;          // nothing but a footnote mark follows
    std::optional<Unit> unit;        // of a ratio: "4.35x"
};

// "82 bps" are 0.82 percent, "1.5 pts" 1.5; "4.35x" is a ratio. False: no such word.
bool read_ending(std::string_view rest, Amount& amount) {
    const auto is_any = [&](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return is_word(rest, word); });
    };
    const bool basis_points = is_any({"bps", "bp"});
    if (is_any({"x", "times"})) {
        amount.unit = Unit{Unit::Kind::ratio, {}};
        return true;
    }
    if (!basis_points && !is_any({"pts", "pt", "pp", "ppt", "ppts", "pct"})) return false;
    Decimal& value = amount.number.value;
    if (basis_points && value.places + 2 > most_places) return false;
    if (basis_points) value.places = static_cast<std::uint8_t>(value.places + 2);
    amount.number.percent = true;
    return true;
}

// What may follow an amount: "(1)", "(a)", "[2]", "*", "1" set apart, "x" of a ratio.
// "(2,500) 100", two lines of a cell, are two amounts.
bool is_footnote(std::string_view rest) {
    std::size_t letters = 0, digits = 0;
    for (std::size_t i = 0; i < rest.size();) {
        const std::size_t symbol = footnote_symbol_size(rest.substr(i));
        const char c = rest[i];
        i += std::max<std::size_t>(symbol, 1);
        if (is_alnum(c)) ++letters;
        digits = is_digit(c) ? digits + 1 : 0;
        if (digits > 2) return false;
        const bool slash = c == '/' && (i == rest.size() || i == 1);  // "1/", no "1/2"
        const bool known = symbol > 0 || slash || is_alnum(c) || is_space(c) ||
                           std::string_view("()[]{},").find(c) != rest.npos;
        if (!known) return false;
    }
    return letters <= 3;
}

// What stands in front of the digits.
struct Signs {
    std::optional<std::size_t> begin;  // of the first
    bool open = false;                 // "("
    int dashes = 0;
    std::size_t dash_end = 0;

    // "----------- $ 822,435" stands on a rule; "--100" has a long minus.
    bool on_rule(std::size_t digits) const {
        return dashes > 2 || (dashes == 2 && dash_end != digits);
    }
};
Signs read_signs(Reader& reader, std::string& currency) {
    Signs signs;
    for (bool more = true; more && !reader.done();) {
        reader.skip_blanks();
        const std::size_t before = reader.at;
        const bool opens = opens_loss(reader.text, before);
        reader.at += opens ? 1 : 0;
        const bool dash = !opens && reader.take_dash();
        if (dash) signs.dash_end = reader.at;
        signs.open = signs.open || opens;
        signs.dashes += dash ? 1 : 0;
        if ((opens || dash) && !signs.begin) signs.begin = before;
        more = opens || dash || reader.take('+') || reader.take_currency(currency);
    }
    return signs;
}

// "3,384-", "$  .62-": a minus behind its amount. "2009-" opens a range of years.
bool has_trailing_minus(std::string_view text, std::size_t end) {
    const auto digits = text.substr(0, end);
    return !is_year(digits) && end + 1 == text.size() && text[end] == '-';
}

// "(9,", "0.", "58, 146": the rest of the number stands elsewhere. "1,234." ends a sentence.
bool is_torn(std::string_view digits, std::string_view rest) {
    if (rest.empty() || (rest.front() != ',' && rest.front() != '.')) return false;
    if (rest.front() == '.' && digits.find(',') != digits.npos) return false;
    const auto behind = trim(rest.substr(1));
    return behind.empty() || is_digit(behind.front());
}

// "820 to 840", "$595-$610", "3% +/- 1%": two amounts, neither of which is the cell's; `rest` is
// what follows the first.
bool goes_on_as_range(std::string_view rest) {
    const std::size_t blank = rest.find(' ');
    const bool scaled = blank != rest.npos && scale_alone(rest.substr(0, blank));
    if (scaled) rest = trim(rest.substr(blank));
    for (const std::string_view link :
         {"to ", "+/-", "\u00b1", "--", "-", "\u2010", "\u2013", "\u2014", "\u2212"}) {
        if (!rest.starts_with(link)) continue;
        Reader second{rest, link.size()};
        std::string currency;
        read_signs(second, currency);
        return !second.done() && is_digit(rest[second.at]);
    }
    return false;
}

// "1,234 CR": a credit is a gain or a loss as its row is.
bool leaves_sign_open(std::string_view rest) { return is_word(rest, "cr") || is_word(rest, "dr"); }

std::optional<Amount> read_amount(std::string_view text, NumberStyle style) {
    Reader reader{text};
    Amount amount;
    const Signs signs = read_signs(reader, amount.number.currency);
    const std::size_t digits = reader.at;
    const bool on_rule = signs.on_rule(digits);
    const Digits read = read_digits(text.substr(digits), style);
    const std::size_t end = digits + read.size;
    const auto value = parse_decimal(read.plain);
    if (!value || is_torn(text.substr(digits, read.size), text.substr(end))) return std::nullopt;
    reader.at = end;
    if (signs.open && text.substr(end).starts_with(".)")) ++reader.at;  // "(1,234.)"
    amount.begin = on_rule && !signs.open ? digits : signs.begin.value_or(digits);
    amount.end = end;
    for (bool more = true; more && !reader.done();) {
        reader.skip_blanks();
        more = false;
        if (reader.take('%')) {
            amount.number.percent = true;
            more = true;
        } else if (signs.open && !reader.done() && closes_loss(text[reader.at])) {
            ++reader.at;
            more = true;
        }
        if (more) amount.end = reader.at;
    }
    const bool behind = !signs.begin && has_trailing_minus(text, end);
    if (behind) reader.at = amount.end = text.size();
    const bool negative = behind || signs.open || (signs.dashes > 0 && !on_rule);
    amount.number.value = negative ? negate(*value) : *value;
    const auto rest = trim(text.substr(reader.at));
    if (goes_on_as_range(rest) || leaves_sign_open(rest)) return std::nullopt;
    const bool enclosed = signs.open && rest.ends_with(')');  // "(70 bps)"
    const auto ending = enclosed ? trim(rest.substr(0, rest.size() - 1)) : rest;
    if (is_word(ending, "cents") || is_word(ending, "cent") || ending == "\u00a2") {
        if (value->places + 2 > most_places) return std::nullopt;
        amount.number.value.places = static_cast<std::uint8_t>(amount.number.value.places + 2);
    } else if (ends_in_coin(text)) {
        amount.end = text.size();  // "8.6c": the row says whether it counts coins
    } else if (!read_ending(ending, amount)) {
        // "6,514 )": what the sign closes stands elsewhere. "1.1 billion" has its scale.
        amount.understood = (is_footnote(rest) && !rest.starts_with(')')) || scale_alone(rest);
    }
    // "1 234,5" is not 1, nor is "54 cents $ 1." 54.
    const bool cents = starts_with_ignoring_case(rest, "cents ");
    if (!amount.understood && (is_digit(rest.front()) || cents)) return std::nullopt;
    return amount;
}

// Leaves out a "(", ")" or "%" that stands in a cell of its own: markup lies between it and the
// digits, and the kept bytes shall read as the kept text.
void leave_out_distant_marks(const MappedText& text, std::size_t& begin, std::size_t& end) {
    const std::string& s = text.str();
    const auto torn = [&] {
        const Span span = text.span(begin, end);
        return span.end - span.begin > end - begin;
    };
    while (torn() && end > begin + 1 && !is_digit(s[end - 1])) --end;
    while (torn() && begin + 1 < end && !is_digit(s[begin]) && s[begin] != '.') ++begin;
}

}  // namespace

ReadCell read_cell(const MappedText& text, NumberStyle style) {
    const bool bare =
        text.empty() || (!is_space(text.str().front()) && !is_space(text.str().back()));
    const MappedText cut = bare ? MappedText() : text.trimmed();
    const MappedText& trimmed = bare ? text : cut;
    const std::string& s = trimmed.str();
    ReadCell read;
    const auto found = [&](CellValue value, std::size_t begin, std::size_t end) {
        read.cell.value = std::move(value);
        read.cell.raw = s.substr(begin, end - begin);
        read.cell.span = trimmed.span(begin, end);
        return std::move(read);
    };
    if (s.empty()) return found(Blank{}, 0, 0);
    std::size_t behind_sign = skip_currency(s, 0);
    while (behind_sign < s.size() && is_space(s[behind_sign])) ++behind_sign;
    if (is_nil(std::string_view(s).substr(behind_sign)))
        return found(Dash{}, behind_sign, s.size());
    if (const auto dashes = find_dashes(s)) return found(Dash{}, dashes->begin, dashes->end);
    if (is_no_amount(s) || s == "#") return found(NotMeaningful{}, 0, s.size());
    auto amount = read_amount(s, style);
    read.understood = amount && amount->understood;
    if (!amount) {
        if (s.find('%') != s.npos) read.cell.unit = Unit{Unit::Kind::percent, {}};
        return found(NotMeaningful{}, 0, s.size());
    }
    leave_out_distant_marks(trimmed, amount->begin, amount->end);
    read.cell.unit = amount->unit;
    return found(amount->number, amount->begin, amount->end);
}

}  // namespace fintool
