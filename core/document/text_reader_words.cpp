// Words of fixed-width text: see the header. No line is looked at beside another here.
#include "document/text_reader_words.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "document/amount_shape.h"
#include "document/text_marks.h"
#include "value/currency_sign.h"
#include "value/no_amount.h"

namespace fintool {
namespace {

constexpr int line_start_gap = 99;
constexpr int glued_gap = 3;  // of what stands in a column of its own without a blank before it

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

bool is_missing(std::string_view text) {
    const bool mark =
        text.size() == 3 && text[0] == '(' && text[2] == ')' && is_lower(lower(text[1]));
    if (mark || is_nil(text)) return true;
    return is_no_amount(text.substr(skip_currency(text, 0)));
}

bool is_dash(std::string_view text) {
    text.remove_prefix(skip_currency(text, 0));
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        text = text.substr(1, text.size() - 2);
    }
    if (!text.empty() && text.size() < 6 && text.back() == '%') text.remove_suffix(1);
    if (!text.empty() && text.front() == '-' && is_nil(text)) return true;
    return !text.empty() && text.size() <= 5 && text.find_first_not_of("-") == text.npos;
}

bool is_leader(std::string_view text) {
    return text.find_first_not_of("._") == std::string_view::npos && text.find('_') == text.npos;
}

// "25,1998" ends a date: no amount has four digits behind its last comma.
bool ends_date(std::string_view text) {
    const std::size_t comma = text.rfind(',');
    return comma != text.npos && comma < 3 && is_year(text.substr(comma + 1)) &&
           std::all_of(text.begin(), text.begin() + static_cast<long>(comma), is_digit);
}

void classify(Word& word, std::string_view text, bool open) {
    word.edge = word.right;
    word.digits_left = word.left;
    if (is_plain_word(text) || ends_date(text)) return;
    const AmountShape shape = amount_shape(text, open);
    const auto column = [&](std::size_t at) {
        const auto part = text.substr(0, at);
        return word.left + static_cast<int>(std::count_if(part.begin(), part.end(), [](char c) {
                   return !is_continuation(c);
               }));
    };
    if (shape.matched) {
        word.kind = Word::Kind::number;
        word.edge = column(shape.edge);
        word.digits_left = column(shape.open);
        word.integer = !shape.decorated;
        word.percent = shape.percent;
        const std::string_view digits = text.substr(shape.open, shape.edge - shape.open);
        word.year = word.integer && is_year(digits);
    } else if (is_dash(text)) {
        word.kind = Word::Kind::dash;
    } else if (is_missing(text)) {
        word.kind = Word::Kind::missing;
    } else if (is_leader(text)) {
        word.kind = Word::Kind::leader;
    }
}

// "$(3,194,415)$(2,550,235)( 6,101)": full columns leave no blank between their amounts. Does one
// end right before `at` and the next begin there? "(1)" is a footnote's mark.
bool opens_glued_amount(std::string_view line, std::size_t at) {
    if (at == 0 || at == line.size() || (line[at] != '$' && line[at] != '(')) return false;
    if (!is_digit(line[at - 1]) && line[at - 1] != ')') return false;
    if (line[at] == '$') return true;
    const std::string_view inside = trim(line.substr(at + 1, line.find(')', at) - at - 1));
    bool grouped = false;
    const std::size_t open = skip_currency(inside, 0);
    return skip_digits(inside, open, grouped) == inside.size() &&
           (open > 0 || (grouped && inside.size() >= 4));
}

// "banking......" is a word and a leader; "$", "(" and "$(" wait for their number, ")" and "%"
// go to the one before. Gives the bytes of the next piece from `i` on.
std::size_t piece_end(std::string_view line, std::size_t i) {
    const bool two_words = line[i] == 'U' && line.substr(i, 6).find(" $") != line.npos;
    std::size_t end = two_words ? skip_currency(line, i) : i;  // "U.S. $1,234"
    const auto dots = [&](std::size_t at) {
        return line[at] == '.' && at + 1 < line.size() && line[at + 1] == '.';
    };
    while (end < line.size() && !is_space(line[end])) {
        const char c = line[end];
        const bool may_part = c == '.' || c == '$' || c == '(';
        if (may_part && end > i && (dots(end) || opens_glued_amount(line, end))) return end;
        ++end;
    }
    if (line[i] == '.' && dots(i)) {
        end = std::min(line.find_first_not_of('.', i), line.size());
        bool grouped = false;  // "......50" is ".50", "......12,740" is no fraction
        if (skip_digits(line, end, grouped) > end && !grouped) --end;
    }
    return end;
}

// "$", "US$(", "($", "-$", "NOK", "(": a dash alone is nil.
bool is_opener(std::string_view text) {
    static constexpr std::size_t longest = 7;  // "U.S. $("
    if (text.empty() || text.size() > longest) return false;
    if (text == "(") return true;
    const std::size_t sign = text[0] == '(' || text[0] == '-' ? 1 : 0;
    const std::size_t after = skip_currency(text, sign);
    const auto rest = text.substr(after);
    return after > sign && (rest.empty() || (sign == 0 && (rest == "(" || rest == "-")));
}

// "NOK", "EUR": letters that in another place are words.
bool is_code(std::string_view text) {
    const CurrencySign* sign = currency_sign_at(text);
    return sign && sign->text == text && sign->of_letters();
}

bool is_closer(std::string_view text) {
    return text == ")" || text == "%" || text == ")%" || text == "%)";
}

// "2002   % Change": the sign belongs to the word that it stands nearer to, and to no year.
bool opens_words(std::string_view line, const Word& sign, const Word& before) {
    const std::string_view next = line.substr(sign.end, 2);
    return next.size() == 2 && next[0] == ' ' && is_alpha(next[1]) && (sign.gap > 1 || before.year);
}

struct Reader {
    std::string_view line;
    std::vector<Word> words;
    bool opener = false;  // the last word is a "$" or "(" that waits for its number

    void add(Word word);
    void drop_stop(Word& word) const;
    bool is_lone_stop(const Word& word) const;
    bool is_in_brackets(const Word& word) const;
    bool closes(const Word& word, std::string_view text) const;
    void join_opener(Word& word);
    bool names_currency_behind(const Word& word, std::string_view text) const;
    bool ends_no_amount(const Word& word, std::string_view text) const;
    std::string_view text_of(const Word& word) const {
        return line.substr(word.begin, word.end - word.begin);
    }
};

// "$(     1,234)": behind a "(" that is not closed yet, and not far away.
bool Reader::is_in_brackets(const Word& word) const {
    if (!opener || words.empty() || word.gap > 6) return false;
    const Word& before = words.back();
    return text_of(before).find('(') != line.npos;
}

// "(524       )", "14        %": a page that was printed as text has its signs in columns of their
// own. What no bracket waits for, and a year's neighbour, stand closer.
bool Reader::closes(const Word& word, std::string_view text) const {
    constexpr int near = 3, far = 12;
    const Word& before = words.back();
    if (!before.is_amount() || word.gap > far) return false;
    if (before.year && text == "%" && word.gap > 1) return false;  // "2004   %   2003   %"
    if (word.gap <= near) return true;
    const std::string_view amount = text_of(before);
    const bool open = amount.find('(') != line.npos && amount.find(')') == line.npos;
    return text.front() == ')' ? open : !before.year && !before.percent;
}

// "$ (" are two of them.
void Reader::join_opener(Word& word) {
    constexpr int near = 6;
    opener = false;
    if (word.kind != Word::Kind::number && word.kind != Word::Kind::dash) return;
    while (!words.empty() && words.back().kind == Word::Kind::word) {
        const Word& before = words.back();
        const std::string_view sign = text_of(before);
        if (!is_opener(sign) || (is_code(sign) && (before.gap < 2 || word.year))) return;
        if (word.gap > near && (sign.find('(') != sign.npos || is_code(sign))) return;
        const bool more = sign == "(";
        word.begin = before.begin;
        word.left = before.left;
        word.gap = before.gap;
        word.integer = word.year = false;
        words.pop_back();
        if (!more) return;
    }
}

// "1,234 EUR   1,300 EUR": no letters near behind it, which it may open.
bool Reader::names_currency_behind(const Word& word, std::string_view text) const {
    if (words.empty() || word.gap != 1 || words.back().kind != Word::Kind::number) return false;
    const CurrencySign* sign = currency_sign_at(text);
    if (!sign || sign->text != text || text == "$" || words.back().year) return false;
    const std::string_view behind = line.substr(word.end, 2);
    return trim(behind).empty();
}

// "Not meaningful" in the place of an amount.
bool Reader::ends_no_amount(const Word& word, std::string_view text) const {
    if (words.empty() || word.gap != 1 || words.back().gap < 2) return false;
    if (!text.ends_with("able") && !text.ends_with("ful")) return false;
    return is_no_amount(line.substr(words.back().begin, word.end - words.back().begin));
}

// "2008." and "8,641,000." in a column: behind an amount or far from the words, and with nothing
// near behind them. In a sentence they stand closer.
void Reader::drop_stop(Word& word) const {
    constexpr int far = 4;
    if (line[word.end - 1] != '.') return;
    const bool column = !words.empty() && word.gap >= 2 &&
                        (word.gap >= far || words.back().is_amount());
    const std::string_view behind = line.substr(word.end, 2);
    if (!column || !trim(behind).empty()) return;
    const std::size_t size = end_before_stop(text_of(word));
    word.right -= static_cast<int>(word.end - word.begin - size);
    word.end = word.begin + size;
}

// "2008     2007 .": the line ends in it, and it leads to nothing.
bool Reader::is_lone_stop(const Word& word) const {
    return word.end - word.begin == 1 && line[word.begin] == '.' && !words.empty() &&
           words.back().is_amount() && words.back().gap >= 2 && word.gap <= 2 &&
           trim(line.substr(word.end)).empty();
}

void Reader::add(Word word) {
    if (is_lone_stop(word)) return;
    drop_stop(word);
    const std::string_view text = text_of(word);
    if (ends_no_amount(word, text)) {
        words.back().kind = Word::Kind::missing;
        words.back().end = word.end;
        words.back().right = words.back().edge = word.right;
        return;
    }
    const bool closer = is_closer(text) && !words.empty() && closes(word, text) &&
                        !opens_words(line, word, words.back());
    if (closer || names_currency_behind(word, text)) {
        words.back().end = word.end;
        words.back().right = word.right;
        words.back().percent = words.back().percent || text.find('%') != text.npos;
        words.back().integer = words.back().year = false;
        return;
    }
    const bool behind_number =
        word.gap == 1 && !words.empty() && words.back().kind == Word::Kind::number;
    // "4,180 ,000": a blank slipped into the amount. "78 cents    $ 1.48": as wide as its column.
    const bool tail = text == "cents" || (text.size() == 4 && text[0] == ',' &&
                                          std::all_of(text.begin() + 1, text.end(), is_digit));
    if (behind_number && tail) {
        words.back().end = word.end;
        words.back().right = words.back().edge = word.right;
        words.back().integer = words.back().year = false;
        return;
    }
    classify(word, text, is_in_brackets(word));
    // "1,234 (1)": a footnote's mark, no amount of the next column.
    const bool mark = word.kind == Word::Kind::number && word.gap == 1 && text.size() <= 4 &&
                      text.front() == '(' && text.back() == ')' && !words.empty() && !opener &&
                      words.back().is_amount();
    if (mark) word.kind = Word::Kind::word;
    const bool after_leader = !words.empty() && words.back().kind == Word::Kind::leader;
    if (after_leader) word.gap = std::max(word.gap, 3);
    if (opener && !words.empty()) join_opener(word);
    const bool second_dash = !words.empty() && word.kind == Word::Kind::dash && word.gap == 1 &&
                             words.back().kind == Word::Kind::dash &&
                             words.back().end - words.back().begin == 1;
    if (second_dash) {  // "- -" is one nil
        words.back().end = word.end;
        words.back().right = words.back().edge = word.right;
        return;
    }
    words.push_back(word);
    opener = is_opener(text);
}

}  // namespace

std::vector<Word> words_in(std::string_view line) {
    Reader reader{line, {}, false};
    reader.words.reserve(16);
    int column = 0;
    int gap = line_start_gap;
    for (std::size_t i = 0; i < line.size();) {
        if (is_space(line[i])) {
            ++gap;
            ++column;
            ++i;
            continue;
        }
        Word word;
        word.begin = i;
        word.end = piece_end(line, i);
        word.left = column;
        for (; i < word.end; ++i) column += is_continuation(line[i]) ? 0 : 1;
        word.right = column;
        word.gap = opens_glued_amount(line, i) ? glued_gap : gap;
        gap = 0;
        reader.add(word);
    }
    return std::move(reader.words);
}

bool opens_with_words(std::string_view line) {
    const auto end = static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_alpha) -
                                              line.begin());
    if (end < 2 || end + 1 >= line.size() || line[end] != ' ' || is_space(line.back()))
        return false;
    const auto first = line.substr(0, end);
    return is_plain_word(first) || (!is_opener(first) && !is_missing(first));
}

std::size_t first_trailing_amount(const std::vector<Word>& words) {
    std::size_t first = words.size();
    while (first > 0 && words[first - 1].is_amount()) --first;
    return first;
}

}  // namespace fintool
