// See the header. Lines of two amounts and more, one blank apart, are the witness: fixed-width text
// has none of them, and many lines with two blanks in a row.
#include "document/folded_blanks.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "document/text_marks.h"

namespace fintool {
namespace {

std::string_view text_of(const Word& word, std::string_view line) {
    return line.substr(word.begin, word.end - word.begin);
}

// "(61)" behind an amount is taken for a footnote's mark elsewhere.
bool may_be_amount(const Word& word, std::string_view line) {
    const std::string_view text = text_of(word, line);
    return word.is_amount() || (text.size() > 2 && text.front() == '(' && text.back() == ')' &&
                                std::all_of(text.begin() + 1, text.end() - 1, is_digit));
}

// Where the amounts begin that end the line; the number of words where fewer than two do, or where
// they are the years of a header.
std::size_t first_folded(const std::vector<Word>& words, std::string_view line) {
    std::size_t first = words.size();
    while (first > 0 && may_be_amount(words[first - 1], line) && !words[first - 1].year) --first;
    if (words.size() - first < 2) return words.size();
    const auto behind = words.begin() + static_cast<long>(first) + (first == 0 ? 1 : 0);
    const bool folded = std::all_of(behind, words.end(),
                                    [](const Word& word) { return word.gap == 1; });
    return folded ? first : words.size();
}

// Two blanks, a tab or a "|" part cells.
bool parts_cells(std::string_view text) {
    text = trim(text);
    const bool blanks = text.find("  ") != text.npos && !is_ruler(text);
    return blanks || text.find_first_of("\t|") != text.npos;
}

// A cheap look before the words are read.
bool ends_in_amount(std::string_view text) {
    return text.ends_with(')') || text.ends_with('%') || text.ends_with('-') ||
           (!text.empty() && is_digit(text.back()));
}

Line parted(const Line& line, const std::vector<Word>& words, std::size_t first) {
    Line out;
    out.number = line.number;
    std::size_t at = 0;
    for (std::size_t i = std::max<std::size_t>(first, 1); i < words.size(); ++i) {
        out.text.append(line.text.substr(at, words[i].begin));
        out.text.append_invented(" ");
        at = words[i].begin;
    }
    out.text.append(line.text.substr(at, line.text.size()));
    return out;
}

}  // namespace

std::vector<Line> part_folded_amounts(std::vector<Line> lines) {
    constexpr std::size_t fewest = 6;  // rows that make a page of such text
    std::size_t rows = 0, apart = 0;
    for (const Line& line : lines) {
        const std::string_view text = line.text.str();
        if (parts_cells(text)) {
            ++apart;
        } else if (ends_in_amount(trim(text))) {
            const auto words = words_in(text);
            if (first_folded(words, text) < words.size()) ++rows;
        }
    }
    if (rows < fewest || apart * 10 > rows) return lines;
    for (Line& line : lines) {
        if (parts_cells(line.text.str())) continue;
        const auto words = words_in(line.text.str());
        const std::size_t first = first_folded(words, line.text.str());
        if (first < words.size()) line = parted(line, words, first);
    }
    return lines;
}

}  // namespace fintool
