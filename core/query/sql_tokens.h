// SQL -> its words: names, numbers, texts, signs, and what stands between them. Joined they are the
// SQL again. Nothing is understood here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fintool {

struct SqlToken {
    enum class Kind { blank, word, quoted_name, text, number, parameter, sign };
    Kind kind = Kind::blank;  // comments are blanks
    std::string text;
    std::string word;  // of words: in lower case
};

std::vector<SqlToken> sql_tokens(std::string_view sql);

}  // namespace fintool
