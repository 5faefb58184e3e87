// The words of a line of fixed-width text, with the columns that they are printed in: which of
// them can be amounts. Shared by the reader (is this line a row?) and the line grid (which
// column?).
#pragma once

#include <string_view>
#include <vector>

namespace fintool {

struct Word {
    // number: "1,234", "$ (0.11)", "12.5%", "1,234(1)"; dash: "--", "- -", "$ -"; missing: "N/A",
    // "NM", "none"; leader: a run of dots; word: anything else.
    enum class Kind { word, number, dash, missing, leader };
    Kind kind = Kind::word;
    std::size_t begin = 0;  // bytes of the line, from the currency sign on
    std::size_t end = 0;
    int left = 0;          // column of the first character
    int right = 0;         // column after the last character
    int edge = 0;          // of an amount: the column after its last digit, before ")" or "%"
    int digits_left = 0;   // of an amount: column of its first digit or "("
    int gap = 0;           // blanks in front of it; a leader or the line's start counts as many
    bool year = false;     // a bare number that can be a year: "1997"
    bool integer = false;  // digits alone, no group, sign, currency or decimals
    bool percent = false;

    bool is_amount() const {
        return kind == Kind::number || kind == Kind::dash || kind == Kind::missing;
    }
};

std::vector<Word> words_in(std::string_view line);
// True where a trimmed line surely has several words, the first of which is no amount.
bool opens_with_words(std::string_view line);

// The index of the first of the amounts that end the line; words.size() where it ends in a word.
std::size_t first_trailing_amount(const std::vector<Word>& words);

}  // namespace fintool
