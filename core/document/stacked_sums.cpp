// See the header. Whole numbers only: no statement sums its amounts per share.
#include "document/stacked_sums.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/text.h"
#include "document/text_reader_words.h"

namespace fintool {
namespace {

using Amounts = std::vector<std::int64_t>;

// "(1,234" opens a negative amount, whose ")" may be a cell of its own; "-" is nothing.
Amounts amounts_of(const RawRow& row) {
    constexpr std::size_t most_digits = 15;
    Amounts amounts;
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
        const std::string& text = row.cells[i].text.str();
        const auto words = words_in(text);
        if (words.size() != 1 || !words[0].is_amount()) continue;
        std::string digits;
        for (const char c : text) {
            if (is_digit(c)) digits += c;
        }
        if (text.find('.') != std::string::npos || digits.size() > most_digits) return {};
        const std::int64_t value = digits.empty() ? 0 : std::stoll(digits);
        const bool negative = text.front() == '(' || text.front() == '-';
        amounts.push_back(negative ? -value : value);
    }
    return amounts;
}

// Of so many rows at most: their sum fits its type, and a long table is read in linear time.
bool is_sum(const std::vector<RawRow>& rows, std::size_t begin, std::size_t sum) {
    constexpr std::size_t longest_sum = 48;
    Amounts left = amounts_of(rows[sum]);
    if (std::all_of(left.begin(), left.end(), [](std::int64_t amount) { return amount == 0; }))
        return false;
    int added = 0;
    for (std::size_t i = sum; i-- > begin && sum - i <= longest_sum;) {
        if (rows[i].cells.size() < 2) continue;
        const Amounts above = amounts_of(rows[i]);
        if (above.empty() || above.size() != left.size()) return false;
        bool none_left = ++added > 1;
        for (std::size_t k = 0; k < left.size(); ++k) {
            left[k] -= above[k];
            none_left = none_left && left[k] == 0;
        }
        if (none_left) return true;
    }
    return false;
}

}  // namespace

bool are_sums(const std::vector<RawRow>& rows, std::size_t begin,
              const std::vector<std::size_t>& parts) {
    std::size_t sums = 0;
    for (const std::size_t part : parts) sums += is_sum(rows, begin, part) ? 1U : 0U;
    return (sums > 0 && sums == parts.size()) || (sums > 1 && sums * 2 > parts.size());
}

}  // namespace fintool
