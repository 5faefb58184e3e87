// Two tables: see the header.
#include "value/no_amount.h"

#include "base/text.h"
#include "base/word_set.h"

namespace fintool {
namespace {

constexpr WordSet kNoAmounts({"n/a", "na", "n.a.", "n.a", "n a", "nm", "n/m", "n.m.", "n.m", "n m",
                              "nmf", "nm*", "*nm", "n/d", "nr", "n/c", "nc", "*", "**", "***",
                              "not meaningful", "not applicable", "not available"});
constexpr std::size_t longest = 18;  // "(not meaningful)" and room

bool is_in_parentheses(std::string_view text) {
    return text.size() > 4 && text.front() == '(' && text.back() == ')';
}

// "-.-", "--.--", "-.--": a price or a rate of nothing.
bool is_dotted_dash(std::string_view text) {
    const std::size_t point = text.find('.');
    return point != text.npos && point > 0 && point + 1 < text.size() && text.size() <= 7 &&
           text.find('.', point + 1) == text.npos && text.find_first_not_of("-.") == text.npos;
}

}  // namespace

bool is_no_amount(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > longest || is_digit(text.front())) return false;
    if (is_in_parentheses(text)) text = trim(text.substr(1, text.size() - 2));
    return kNoAmounts.contains(lower(text));
}

bool is_nil(std::string_view text) {
    text = trim(text);
    if (text.size() < 3 || text.size() > 7) return false;
    if (is_alpha(text.front())) {
        const std::string word = lower(text);
        return word == "nil" || word == "none";
    }
    if (text.front() != '-') return false;
    static constexpr WordSet zeros({"-0-", "--0--", "- 0 -", "-- 0 --"});
    return zeros.contains(text) || is_dotted_dash(text);
}

}  // namespace fintool
