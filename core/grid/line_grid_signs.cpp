// Dashes before amounts: see the header.
#include "grid/line_grid_signs.h"

#include <algorithm>
#include <map>

#include "grid/line_grid_amounts.h"

namespace fintool {
namespace {

// "-", "$ -": one dash.
bool is_single_dash(std::string_view text) {
    return text.ends_with('-') && std::count(text.begin(), text.end(), '-') == 1;
}

// Words i and i + 1 are a dash and an amount right behind it.
bool is_sign(const GridLine& line, std::size_t i) {
    if (i + 1 >= line.words.size()) return false;
    const Word& dash = line.words[i];
    const Word& amount = line.words[i + 1];
    const std::string_view text = line.text();
    return dash.kind == Word::Kind::dash && dash.gap >= 2 &&
           is_single_dash(text.substr(dash.begin, dash.end - dash.begin)) &&
           amount.kind == Word::Kind::number && amount.gap == 1 && !amount.year &&
           text[amount.begin] != '(' && text[amount.begin] != '-';
}

std::size_t count_signs(const GridLine& line) {
    std::size_t count = 0;
    for (std::size_t i = first_amount(line); i < line.words.size(); ++i) count += is_sign(line, i);
    return count;
}

// How many amounts most of the rows near row `at` have, their dashes taken for signs; 0 where no
// row has any.
std::size_t amounts_nearby(const std::vector<GridLine>& lines, std::size_t at) {
    constexpr std::size_t far = 12, most = 4;
    std::map<std::size_t, int> rows;
    const auto count = [&](std::size_t i) {
        const bool row = lines[i].kind == GridLine::Kind::value && first_amount(lines[i]) > 0;
        if (row) ++rows[count_amounts(lines[i]) - count_signs(lines[i])];
        return row ? std::size_t{1} : std::size_t{0};
    };
    std::size_t above = 0, below = 0;
    for (std::size_t i = at; i-- > 0 && at - i < far && above < most;) above += count(i);
    for (std::size_t i = at + 1; i < lines.size() && i - at < far && below < most; ++i)
        below += count(i);
    const auto usual = std::max_element(
        rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return usual == rows.end() ? 0 : usual->first;
}

void join_signs(GridLine& line) {
    for (std::size_t i = first_amount(line); i < line.words.size(); ++i) {
        if (!is_sign(line, i)) continue;
        Word& amount = line.words[i + 1];
        amount.begin = line.words[i].begin;
        amount.left = amount.digits_left = line.words[i].left;
        amount.gap = line.words[i].gap;
        amount.integer = false;
        line.words.erase(line.words.begin() + static_cast<long>(i));
    }
}

}  // namespace

void join_distant_signs(std::vector<GridLine>& lines) {
    std::vector<std::size_t> joined;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind != GridLine::Kind::value) continue;
        const std::size_t signs = count_signs(lines[i]);
        if (signs > 0 && count_amounts(lines[i]) - signs == amounts_nearby(lines, i))
            joined.push_back(i);
    }
    for (const std::size_t i : joined) join_signs(lines[i]);
}

}  // namespace fintool
