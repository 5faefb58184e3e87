// Amounts by order: see the header.
#include "grid/line_grid_amounts.h"

#include <algorithm>

#include "base/text.h"
#include "grid/cell_text.h"

namespace fintool {
namespace {

// "(62) (61) (124) (125)": behind an amount "(61)" is taken for a footnote's mark elsewhere.
bool may_be_amount(const GridLine& line, const Word& word) {
    const std::string_view text = line.text().substr(word.begin, word.end - word.begin);
    return word.is_amount() || (text.size() > 2 && text.front() == '(' && text.back() == ')' &&
                                std::all_of(text.begin() + 1, text.end() - 1, is_digit));
}

}  // namespace

// "Net sales (1) 9,120  8,840": the only bracket of a row, right behind its label, marks a
// footnote. Dots lead to an amount: "financing activities......  (41)  41".
std::size_t first_amount(const GridLine& line) {
    std::size_t first = line.words.size();
    int brackets = 0;
    const auto text_of = [&](std::size_t i) {
        return line.text().substr(line.words[i].begin, line.words[i].end - line.words[i].begin);
    };
    while (first > 0 && may_be_amount(line, line.words[first - 1])) {
        --first;
        brackets += text_of(first).find('(') != std::string_view::npos ? 1 : 0;
    }
    const bool led = first > 0 && line.words[first - 1].kind == Word::Kind::leader;
    const bool mark = first > 0 && first < line.words.size() && brackets == 1 && !led &&
                      names_footnote(text_of(first));
    return mark ? first + 1 : first;
}

std::size_t count_amounts(const GridLine& line) { return line.words.size() - first_amount(line); }

bool is_value_row(const GridLine& line) {
    return line.kind == GridLine::Kind::value && first_amount(line) > 0;
}

}  // namespace fintool
