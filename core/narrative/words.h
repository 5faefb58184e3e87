// Paragraphs -> sentences -> words and marks. What they mean is asked to the right of here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace fintool {

struct SpokenWord {
    std::string text;  // lower case; a number as printed ("13.1"); a mark: one of , ; : ( ) " $ %
    std::size_t begin = 0;  // in its sentence's text
    std::size_t end = 0;
    bool is_mark() const;
    bool is_number() const;
};

struct Sentence {
    MappedText text;  // folded
    std::vector<SpokenWord> words;
};

// "rmb", "eur": a folded word before an amount of that money.
bool is_currency_code(std::string_view word);

struct TextRange {
    std::size_t begin = 0, end = 0;
};

// Of folded text; without blanks at their ends. "Inc.", "U.S.", "Nov. 4" and "vs." end none.
std::vector<TextRange> split_sentences(std::string_view paragraph);
std::vector<SpokenWord> split_words(std::string_view sentence);

}  // namespace fintool
