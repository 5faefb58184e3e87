// A line beside its neighbours: see the header. What the words of a line alone say stands in
// line_grid_lines.cpp.
#include "grid/line_grid_settle.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "base/word_set.h"
#include "grid/line_grid_signs.h"
#include "grid/remarks.h"

namespace fintool {
namespace {

bool is_number(std::string_view word) { return std::all_of(word.begin(), word.end(), is_digit); }

// "<PAGE>" / "Record Quarter" / "January 19, 2006" / "Page 3": lines of a page's head go with its
// number.
void drop_page_head(std::vector<GridLine>& lines, std::size_t foot) {
    std::size_t begin = foot;
    while (begin > 0 && foot - begin < 4 && lines[begin - 1].is_words()) --begin;
    std::size_t above = begin;
    while (above > 0 && lines[above - 1].kind == GridLine::Kind::blank) --above;
    if (above == 0 || lines[above - 1].mark != "PAGE") return;
    for (std::size_t i = begin; i < foot; ++i) {
        lines[i].kind = GridLine::Kind::page_foot;
        lines[i].title = false;
    }
}

// The years of the nearest header with periods over line `at`, as printed. Looked for up to the
// title above, at most a page away.
std::vector<std::string_view> years_over(const std::vector<GridLine>& lines, std::size_t at) {
    constexpr std::size_t most = 60;
    std::vector<std::string_view> years;
    for (std::size_t i = at; i-- > 0 && at - i <= most && !lines[i].title;) {
        if (lines[i].kind != GridLine::Kind::header || !lines[i].period) continue;
        for (const Word& word : lines[i].words) {
            const auto text = lines[i].text().substr(word.begin, word.end - word.begin);
            if (word.year || text.find('/') != text.npos) years.push_back(text);
        }
        break;
    }
    return years;
}

// "Cash     1994     2003" under "1996     1995": the columns have their years already. The same
// years once more are a header again.
bool has_years_over(const std::vector<GridLine>& lines, std::size_t at) {
    const GridLine& line = lines[at];
    if (!is_alpha(line.text()[line.words[0].begin])) return false;  // "(in thousands)  2003  2002"
    std::vector<std::string_view> amounts;
    for (std::size_t i = first_trailing_amount(line.words); i < line.words.size(); ++i) {
        if (!line.words[i].year) return false;
        const Word& word = line.words[i];
        amounts.push_back(line.text().substr(word.begin, word.end - word.begin));
    }
    const auto years = years_over(lines, at);
    return years.size() == amounts.size() && years != amounts;
}

// "Balance sheet (at December 31)     1995     1994" behind a blank line, under a header of these
// years: a block begins.
bool repeats_years(const std::vector<GridLine>& lines, std::size_t at) {
    const GridLine& line = lines[at];
    if (at == 0 || lines[at - 1].kind != GridLine::Kind::blank) return false;
    const auto years = years_over(lines, at);
    const std::size_t first = first_trailing_amount(line.words);
    return std::all_of(line.words.begin() + static_cast<long>(first), line.words.end(),
                       [&](const Word& word) {
                           const auto text =
                               line.text().substr(word.begin, word.end - word.begin);
                           return std::find(years.begin(), years.end(), text) != years.end();
                       });
}

// Leaders lead from a label to its amounts.
bool has_leader(const GridLine& line) {
    return std::any_of(line.words.begin(), line.words.end(),
                       [](const Word& word) { return word.kind == Word::Kind::leader; });
}

// "2055     1905" under "----     ----" right below a row: their sum. Another line of years than
// that of the header, and as many.
bool sums_rows(const std::vector<GridLine>& lines, std::size_t at) {
    const GridLine& line = lines[at];
    if (at < 2 || lines[at - 1].kind != GridLine::Kind::ruler || !line.is_words()) return false;
    const std::string_view rule = trim(lines[at - 1].text());
    if (lines[at - 2].kind != GridLine::Kind::value || rule.find('=') != rule.npos) return false;
    const auto years = years_over(lines, at);
    return line.words.size() == years.size() &&
           std::all_of(line.words.begin(), line.words.end(), [&](const Word& word) {
               const auto text = line.text().substr(word.begin, word.end - word.begin);
               return word.year && std::find(years.begin(), years.end(), text) == years.end();
           });
}

// "Maintenance   1950   2010" between two rows is a row, whatever its amounts look like.
void settle_year_rows(std::vector<GridLine>& lines) {
    const auto value_next_to = [&](std::size_t i, int step) {
        for (auto k = static_cast<long>(i) + step; k >= 0 && k < static_cast<long>(lines.size());
             k += step) {
            const GridLine& line = lines[static_cast<std::size_t>(k)];
            if (line.kind == GridLine::Kind::blank) continue;
            return line.kind == GridLine::Kind::value;
        }
        return false;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        GridLine& line = lines[i];
        if (sums_rows(lines, i)) {
            line.kind = GridLine::Kind::value;
            line.period = false;
        }
        if (!line.is_words() || line.segments.size() < 2 || line.segments[0].heading) continue;
        const Word& last = line.words.back();
        if (!last.year || last.gap < 2) continue;
        const bool inside =
            value_next_to(i, -1) && value_next_to(i, 1) && !repeats_years(lines, i);
        if (!inside && !has_leader(line) && !has_years_over(lines, i)) continue;
        line.kind = GridLine::Kind::value;
        line.period = false;
    }
}

// "13     13" or "Twenty-Six     Twenty-Six" right over "Weeks     Weeks": a stacked header counts
// its weeks on a line of their own; "Three     Six" over "Months Ended     Months Ended".
void settle_counts(std::vector<GridLine>& lines) {
    static constexpr WordSet numbers({"three", "six", "nine", "twelve", "thirteen", "fourteen",
                                      "sixteen", "twenty", "thirty", "forty", "fifty", "one", "two",
                                      "four", "five", "seven", "eight"});
    static constexpr WordSet units({"weeks", "week", "months", "month", "ended", "ending"});
    const auto all_of = [](const GridLine& line, const auto& holds) {
        const std::string flat = words_of(line.text());
        const auto words = split(flat, ' ');
        return std::all_of(words.begin(), words.end(), holds);
    };
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        GridLine& line = lines[i];
        const bool free =
            line.kind == GridLine::Kind::text || line.kind == GridLine::Kind::page_foot;
        if (!free || lines[i + 1].kind != GridLine::Kind::header) continue;
        if (!all_of(lines[i + 1], [](auto word) { return units.contains(word); })) continue;
        const bool counts = all_of(line, [](std::string_view word) {
            return numbers.contains(word) || (is_number(word) && word.size() <= 2);
        });
        if (!counts) continue;
        line.kind = GridLine::Kind::header;
        line.period = true;
        for (Segment& segment : line.segments) segment.heading = true;
    }
}

// A bare number is the page's, but beside a row or a rule it is a subtotal without a label.
void settle_page_feet(std::vector<GridLine>& lines) {
    const auto row = [&](std::size_t i) {
        return i < lines.size() &&
               (lines[i].kind == GridLine::Kind::ruler || lines[i].kind == GridLine::Kind::value);
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        GridLine& line = lines[i];
        const bool alone = line.kind == GridLine::Kind::page_foot && line.words.size() == 1;
        const bool bare = alone && line.words[0].integer;
        std::size_t next = i + 1;
        while (next < lines.size() && lines[next].kind == GridLine::Kind::blank) ++next;
        const bool loss = alone && line.text()[line.words[0].begin] == '(' && row(next);
        const bool beside = bare && ((i > 0 && row(i - 1)) || row(i + 1));
        if (beside || loss) line.kind = GridLine::Kind::value;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == GridLine::Kind::page_foot) drop_page_head(lines, i);
    }
}

// "(1)" right under "2006     2005" refers to a note below the table: no loss of 1, and no page.
void settle_note_marks(std::vector<GridLine>& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        GridLine& line = lines[i];
        if (lines[i - 1].kind != GridLine::Kind::header || line.words.empty()) continue;
        const bool marks =
            std::all_of(line.words.begin(), line.words.end(), [&](const Word& word) {
                return is_note_mark(line.text().substr(word.begin, word.end - word.begin));
            });
        if (!marks) continue;
        line.kind = GridLine::Kind::header;
        for (Segment& segment : line.segments) segment.heading = true;
    }
}

// "(millions, except earnings per" / "common share)     2004     2003"
void settle_remarks(std::vector<GridLine>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].is_words() || open_parentheses(lines[i].text()) <= 0) continue;
        std::vector<std::string_view> texts;
        const std::size_t end = std::min(lines.size(), i + longest_remark);
        for (std::size_t k = i; k < end && lines[k].is_words(); ++k) {
            texts.push_back(lines[k].text());
        }
        const std::size_t length = remark_length(texts);
        for (std::size_t k = i; k < i + length; ++k) lines[k].remark = true;
        i += std::max<std::size_t>(length, 1) - 1;
    }
}

// "737", "747", "767" at the line's start over "Total": a label of three digits.
bool opens_with_model(const GridLine& line) {
    if (line.kind != GridLine::Kind::value || line.words.size() < 3) return false;
    const Word& first = line.words[0];
    return first.integer && first.end - first.begin == 3 && line.words[1].gap > 2;
}

// "737     56     75" over "747     18     22" and so on, each with one figure more than the row
// "Total     161     164" that begins where they begin: models of aircraft, no amounts.
void settle_models(std::vector<GridLine>& lines) {
    constexpr std::size_t fewest = 3;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::size_t end = i;
        while (end < lines.size() && opens_with_model(lines[end]) &&
               lines[end].words.size() == lines[i].words.size())
            ++end;
        if (end - i < fewest) continue;
        std::size_t next = end;
        while (next < lines.size() && lines[next].kind == GridLine::Kind::ruler) ++next;
        if (next == lines.size() || lines[next].kind != GridLine::Kind::value) continue;
        const GridLine& total = lines[next];
        const std::size_t amounts = total.words.size() - first_trailing_amount(total.words);
        const int apart = total.words[0].left - lines[i].words[0].left;
        if (amounts + 1 != lines[i].words.size() || apart < 0 || apart > 4) continue;
        for (; i < end; ++i) {
            lines[i].words[0].kind = Word::Kind::word;
            lines[i].words[0].integer = false;
        }
    }
}

}  // namespace

void settle_lines(std::vector<GridLine>& lines) {
    join_distant_signs(lines);
    settle_counts(lines);
    settle_page_feet(lines);
    settle_note_marks(lines);
    settle_year_rows(lines);
    settle_models(lines);
    settle_remarks(lines);
}

}  // namespace fintool
