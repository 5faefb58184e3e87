// See the header. The witness stands apart: two blanks, a bracket or the line's end on both sides.
#include "document/blank_groups.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace fintool {
namespace {

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

// An amount at a place of a line: where it ends, how many blanks part its groups, whether a comma
// or a point opens decimals.
struct Grouped {
    std::size_t end = 0;
    int blanks = 0;
    char decimal = 0;
};

Grouped read_grouped(std::string_view text, std::size_t at) {
    Grouped out;
    const std::size_t first = digits_at(text, at);
    out.end = at + first;
    if (first == 0 || first > 3) return out;
    while (out.end < text.size() && text[out.end] == ' ' && digits_at(text, out.end + 1) == 3) {
        out.end += 4;
        ++out.blanks;
    }
    if (out.end + 1 < text.size() && (text[out.end] == ',' || text[out.end] == '.')) {
        const std::size_t decimals = digits_at(text, out.end + 1);
        if (decimals > 0) out.decimal = text[out.end];
        if (decimals > 0) out.end += 1 + decimals;
    }
    return out;
}

// "  (" or two blanks in front, two blanks, ")" or nothing behind.
bool stands_apart(std::string_view text, std::size_t begin, std::size_t end) {
    const bool open = begin > 0 && (text[begin - 1] == '(' || text[begin - 1] == '-');
    const std::size_t left = open ? begin - 1 : begin;
    const bool before = left == 0 || (left > 1 && text[left - 1] == ' ' && text[left - 2] == ' ');
    const bool closed = end < text.size() && text[end] == ')';
    const std::size_t right = closed ? end + 1 : end;
    const std::string_view behind = text.substr(std::min(right, text.size()), 2);
    return (before || open) && (trim(behind).empty() || (closed && behind == " ("));
}

struct Shown {
    int blanks = 0, commas = 0, decimal_commas = 0, decimal_points = 0;
};

void look_at(std::string_view text, Shown& shown) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i]) || (i > 0 && is_digit(text[i - 1]))) continue;
        const Grouped amount = read_grouped(text, i);
        const bool apart = stands_apart(text, i, amount.end);
        if (amount.blanks > 0 && apart) ++shown.blanks;
        const bool group = amount.decimal == ',' && amount.blanks == 0 &&
                           text.substr(i, amount.end - i).size() -
                                   text.substr(i, amount.end - i).find(',') == 4;
        if (group) ++shown.commas;
        if (amount.decimal == ',' && !group && apart) ++shown.decimal_commas;
        if (amount.decimal == '.' && apart) ++shown.decimal_points;
        i = std::max(i, amount.end > 0 ? amount.end - 1 : i);
    }
}

Line rewritten(const Line& line, bool swap) {
    const std::string_view text = line.text.str();
    Line out;
    out.number = line.number;
    std::size_t kept = 0;
    const auto replace = [&](std::size_t at, std::string_view with) {
        out.text.append(line.text.substr(kept, at));
        out.text.append_decoded(with, line.text.span(at, at + 1));
        kept = at + 1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i]) || (i > 0 && is_digit(text[i - 1]))) continue;
        const Grouped amount = read_grouped(text, i);
        if ((amount.blanks > 0 || amount.decimal != 0) && stands_apart(text, i, amount.end)) {
            for (std::size_t k = i; k < amount.end; ++k) {
                if (text[k] == ' ') replace(k, ",");
                if (text[k] == ',' && swap) replace(k, ".");
            }
        }
        i = std::max(i, amount.end - 1);
    }
    if (kept == 0) return line;
    out.text.append(line.text.substr(kept, line.text.size()));
    return out;
}

}  // namespace

std::vector<Line> join_blank_groups(std::vector<Line> lines) {
    constexpr int fewest = 4;  // amounts that make a style
    Shown shown;
    for (const Line& line : lines) look_at(line.text.str(), shown);
    if (shown.blanks < fewest || shown.commas * 4 > shown.blanks) return lines;
    const bool swap = shown.decimal_commas > shown.decimal_points;
    for (Line& line : lines) line = rewritten(line, swap);
    return lines;
}

}  // namespace fintool
