// A question's text -> its words with their places. Quotes hold words together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace fintool {

struct QuestionToken {
    std::string words;  // as words_of() makes them: "R&D" is "r and d"
    Span span;
    bool quoted = false;
    bool comma = false;  // a comma, or the word "and" between two names
};

std::vector<QuestionToken> question_tokens(std::string_view text);

}  // namespace fintool
