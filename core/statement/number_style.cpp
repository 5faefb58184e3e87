// See the header. A style is taken from cells that can be read in it alone: "734,5" has no whole
// group behind its comma, "1,234" may be either. One table that shows both keeps to the point.
#include "statement/number_style.h"

#include <algorithm>

#include "base/text.h"
#include "document/amount_shape.h"
#include "grid/parted_numbers.h"

namespace fintool {
namespace {

constexpr int fewest_cells = 2;  // of one style that make a table's

struct Shown {
    int points = 0, commas = 0, blanks = 0;
    int thirds = 0;   // "41.310": a group or three decimals
    int smaller = 0;  // "612", no decimals

    void add(const Shown& other) {
        points += other.points;
        commas += other.commas;
        blanks += other.blanks;
        thirds += other.thirds;
        smaller += other.smaller;
    }
    // Tables that print three decimals print them of "612" and of 0.612 as well.
    bool groups_by_points() const {
        return thirds >= 2 * fewest_cells && smaller >= fewest_cells && points == 0;
    }
    NumberStyle style() const {
        const bool comma = commas >= fewest_cells && points * 10 < commas;
        const bool blank = blanks >= fewest_cells && (comma || points == 0);
        return {comma, blank, !comma && !blank && groups_by_points()};
    }
    bool silent() const { return points == 0 && commas == 0 && blanks == 0; }
};

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

// One cell: the separators between its runs of digits.
Shown look_at(std::string_view text) {
    Shown shown;
    const std::size_t first = text.find_first_of("0123456789");
    if (first == text.npos) return shown;
    std::size_t at = first + digits_at(text, first);
    if (at - first > 3) return shown;  // "2016", "12345.6"
    if (first > 0 && text[first - 1] == '.') shown.points = 1;
    const bool rate = text.find('%') != text.npos;
    shown.smaller = !rate && trim(text.substr(at)).size() <= 1 ? 1 : 0;  // "612", "(612)"
    bool blanks = false;
    while (at + 1 < text.size() && is_digit(text[at + 1])) {
        const std::size_t run = digits_at(text, at + 1);
        const bool last = at + 1 + run >= text.size() || !is_digit(text[at + 1 + run]);
        const char mark = text[at];
        if (mark != ',' && mark != '.' && mark != ' ') return shown;  // "12-31"
        if (mark == ' ' && run != 3) return shown;
        if (mark == ' ') blanks = true;
        if (last && run < 3 && mark == ',') shown.commas = 1;
        if (last && run == 3 && mark == '.') (text[first] == '0' ? shown.points : shown.thirds) = 1;
        shown.smaller = !last && run == 3 && mark == '.' ? 1 : 0;  // "1.234.567"
        if (last && (run < 3 ? mark == '.' : mark == ',')) shown.points = 1;
        at += 1 + run;
    }
    // "12,345.678": a comma that groups before anything else is the other style's.
    const std::size_t comma = text.find(','), point = text.find('.');
    if (comma != text.npos && point != text.npos) {
        shown.points = comma < point ? 1 : 0;
        shown.commas = comma < point ? 0 : 1;
    }
    if (blanks) shown.blanks = 1;
    return shown;
}

Shown look_at(const Grid& grid) {
    Shown shown;
    for (const GridRow& row : grid.rows) {
        if (row.kind != GridRow::Kind::value) continue;
        for (const GridCell& cell : row.cells) shown.add(look_at(cell.text.str()));
    }
    return shown;
}

// " 234" behind "1": a group; " ,000" behind "4,180": a blank that slipped into the figure.
std::size_t blank_group(std::string_view text, bool groups) {
    if (text.size() < 4 || text[0] != ' ') return 0;
    const bool slip = text[1] == ',';
    const std::size_t digits = slip ? 2 : 1;
    if ((!slip && !groups) || digits_at(text, digits) != 3) return 0;
    return digits + 3;
}

}  // namespace

std::vector<NumberStyle> find_number_styles(const std::vector<Grid>& grids) {
    std::vector<Shown> shown;
    Shown all;
    for (const Grid& grid : grids) {
        shown.push_back(look_at(grid));
        all.add(shown.back());
    }
    std::vector<NumberStyle> styles;
    for (const Shown& one : shown) styles.push_back(one.silent() ? all.style() : one.style());
    return styles;
}

Digits read_digits(std::string_view text, NumberStyle style) {
    Digits digits;
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        const std::size_t group = at > 0 ? blank_group(text.substr(at), style.blank_groups) : 0;
        if (group > 0) {
            digits.plain += ',' + std::string(text.substr(at + group - 3, 3));
            at += group;
            continue;
        }
        if (const std::size_t apart = at > 0 ? apostrophe_group(text.substr(at)) : 0; apart > 0) {
            digits.plain += ',' + std::string(text.substr(at + apart - 3, 3));
            at += apart;
            continue;
        }
        if (!is_digit(c) && c != ',' && c != '.') break;
        const bool swapped =
            !is_digit(c) && (style.comma_decimals || (style.point_groups && c == '.'));
        digits.plain += !swapped ? c : c == ',' ? '.' : ',';
        ++at;
    }
    // "1,234." ends a sentence.
    for (; at > 0 && !is_digit(text[at - 1]); --at) digits.plain.pop_back();
    const std::size_t parted =
        style.comma_decimals ? 0 : parted_decimals(digits.plain, text.substr(at));
    if (parted > 0) digits.plain += '.' + std::string(text.substr(at + 2, 2));  // "1. 63", "1 .63"
    digits.size = at + parted;
    return digits;
}

}  // namespace fintool
