// Words, commas and quoted phrases. See the header.
#include "query/question_tokens.h"

#include "base/text.h"

namespace fintool {
namespace {

bool ends_word(char c) { return is_space(c) || c == ',' || c == '"'; }

}  // namespace

std::vector<QuestionToken> question_tokens(std::string_view text) {
    std::vector<QuestionToken> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = at;
        const char c = text[at];
        if (is_space(c)) {
            ++at;
        } else if (c == ',') {
            tokens.push_back({",", {begin, ++at}, false, true});
        } else if (c == '"') {
            const std::size_t close = text.find('"', begin + 1);
            at = close == std::string_view::npos ? text.size() : close + 1;
            const std::size_t inner = begin + 1;
            const std::size_t end = close == std::string_view::npos ? at : close;
            tokens.push_back({words_of(text.substr(inner, end - inner)), {begin, at}, true, false});
        } else {
            while (at < text.size() && !ends_word(text[at])) ++at;
            std::string words = words_of(text.substr(begin, at - begin));
            if (words.empty() && text.substr(begin, at - begin) == "%") words = "percent";
            if (!words.empty()) tokens.push_back({words, {begin, at}, false, false});
        }
    }
    return tokens;
}

}  // namespace fintool
