// What a single line of text looks like, before its neighbours are asked; and runs of lines that
// stand together. Used by the text reader to part prose from tables.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/text_reader_words.h"

namespace fintool {

struct LineTraits {
    bool blank = false;
    bool ruler = false;
    bool mark = false;  // <TABLE>, <PAGE> ...
    bool page_foot = false;
    bool value = false;   // ends in amounts that stand apart from the words
    bool prose = false;   // fills the line with running words
    bool gaps = false;    // words stand far apart, as in columns
    int words = 0;        // that start with a letter
    int small_words = 0;  // in lower case
    int indent = 0;
    int right = 0;         // column after the last character
    int amounts_left = 0;  // of a value line: where its amounts begin
    char first = ' ';      // first and last character that is no blank
    char last = ' ';
};

// words_in(line); none of a blank line or a mark.
std::vector<Word> words_of_line(std::string_view line);
LineTraits traits_of(std::string_view line);
// The same where the words are at hand.
LineTraits traits_of(std::string_view line, const std::vector<Word>& words);

// Lines [begin, end) without a blank line between.
struct Chunk {
    std::size_t begin = 0;
    std::size_t end = 0;
    int blanks_before = 0;
    int values = 0;
    bool prose = false;
};

std::vector<Chunk> chunks_of(const std::vector<LineTraits>& lines);

}  // namespace fintool
