// See the header. The lines as they were sent all end in two blanks; a line that ends otherwise was
// broken by what carried the page, and goes on in the next one.
#include "document/broken_lines.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace fintool {
namespace {

// "  " and no third blank before: gaps between columns are wider, gaps between words narrower.
bool ends_as_sent(std::string_view text) {
    const std::size_t last = text.find_last_not_of(' ');
    const std::size_t blanks = text.size() - (last == text.npos ? 0 : last + 1);
    return blanks == 2;
}

// "938", "938)" and "938,000"; "1995" below "December 31," is a year.
bool is_group(std::string_view text) {
    const auto digits = std::find_if_not(text.begin(), text.end(), is_digit) - text.begin();
    return digits == 3;
}

// "$571,402  $" over "466,928", "(" over "147)", "$71," over "938", "239" over ",215".
bool breaks_number(std::string_view above, std::string_view below) {
    if (above.empty() || below.empty()) return false;
    if (above.back() == '$' || above.back() == '(') return is_digit(below.front());
    const bool mark_above = above.back() == ',' || above.back() == '.';
    if (mark_above && above.size() > 1 && is_digit(above[above.size() - 2]))
        return above.back() == ',' ? is_group(below) : is_digit(below.front());
    const bool mark_below = below.front() == ',' || below.front() == '.';
    return mark_below && is_digit(above.back()) && below.size() > 1 && is_digit(below[1]);
}

bool are_broken(const std::vector<Line>& lines) {
    constexpr std::size_t fewest = 2;  // numbers broken in two
    std::size_t printed = 0, whole = 0, numbers = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view text = lines[i].text.str();
        if (text.empty()) continue;
        ++printed;
        if (ends_as_sent(text)) {
            ++whole;
        } else if (i + 1 < lines.size() && breaks_number(text, lines[i + 1].text.str())) {
            ++numbers;
        }
    }
    return numbers >= fewest && whole * 2 >= printed;
}

}  // namespace

std::vector<Line> join_broken_lines(std::vector<Line> lines) {
    if (!are_broken(lines)) return lines;
    std::vector<Line> joined;
    bool goes_on = false;
    for (Line& line : lines) {
        if (goes_on) {
            joined.back().text.append(line.text);
        } else {
            joined.push_back(std::move(line));
        }
        goes_on = !ends_as_sent(joined.back().text.str());
    }
    return joined;
}

}  // namespace fintool
