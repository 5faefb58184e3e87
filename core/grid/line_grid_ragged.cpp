// Ragged rows -> cells: see the header.
#include "grid/line_grid_ragged.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>

#include "base/text.h"
#include "grid/cell_text.h"

namespace fintool {
namespace {

using Kind = GridLine::Kind;

// "(62) (61) (124) (125)": behind an amount "(61)" is taken for a footnote's mark elsewhere.
bool may_be_amount(const GridLine& line, const Word& word) {
    const std::string_view text = line.text().substr(word.begin, word.end - word.begin);
    return word.is_amount() || (text.size() > 2 && text.front() == '(' && text.back() == ')' &&
                                std::all_of(text.begin() + 1, text.end() - 1, is_digit));
}

// "Net sales (1) 9,120  8,840": the only bracket of a row, right behind its label, marks a
// footnote.
std::size_t first_amount(const GridLine& line) {
    std::size_t first = line.words.size();
    int brackets = 0;
    const auto text_of = [&](std::size_t i) {
        return line.text().substr(line.words[i].begin, line.words[i].end - line.words[i].begin);
    };
    while (first > 0 && may_be_amount(line, line.words[first - 1])) {
        --first;
        brackets += text_of(first).find('(') != std::string_view::npos ? 1 : 0;
    }
    const bool mark =
        first > 0 && first < line.words.size() && brackets == 1 && names_footnote(text_of(first));
    return mark ? first + 1 : first;
}

// "Gain on sale of assets (1) (620) 310" where there are two columns.
bool begins_with_mark(const GridLine& line, std::size_t amounts) {
    const std::size_t first = line.words.size() - amounts;
    const Word& word = line.words[first];
    return first > 0 && names_footnote(line.text().substr(word.begin, word.end - word.begin));
}

std::size_t count_amounts(const GridLine& line) { return line.words.size() - first_amount(line); }

// Two blanks at most before each amount: no column holds them apart.
bool is_close(const GridLine& line) {
    const auto first = static_cast<long>(first_amount(line));
    return std::all_of(line.words.begin() + first, line.words.end(),
                       [](const Word& word) { return word.gap <= 2; });
}

// How many amounts most of the rows have, where their edges stand all over; else 0.
std::size_t ragged_columns(const std::vector<GridLine>& lines, const TableLines& table) {
    constexpr int fewest_rows = 4, spread = 6;
    std::map<std::size_t, int> counts;
    int rows = 0, close = 0;
    int least = std::numeric_limits<int>::max(), most = 0;
    for (const std::size_t i : table.body) {
        const GridLine& line = lines[i];
        if (line.kind != Kind::value || first_amount(line) == 0) continue;
        ++rows;
        ++counts[count_amounts(line)];
        close += is_close(line) ? 1 : 0;
        least = std::min(least, line.words.back().edge);
        most = std::max(most, line.words.back().edge);
    }
    if (rows < fewest_rows || close * 10 < rows * 9 || most - least < spread) return 0;
    const auto mode =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return mode->first >= 2 && mode->second * 4 >= rows * 3 ? mode->first : 0;
}

RawCell cell_of(const GridLine& line, std::size_t begin, std::size_t end) {
    RawCell cell;
    cell.text = line.line->text.substr(begin, end).folded();
    return cell;
}

RawRow row_of(const GridLine& line) {
    RawRow row;
    row.first_line = row.last_line = line.line->number;
    return row;
}

// The names that a line of the header prints, left to right.
std::vector<std::string> names_of(const GridLine& line) {
    std::vector<std::string> names;
    for (const Segment& segment : line.segments) {
        for (const Segment& part : date_segments(line, segment)) {
            names.push_back(words_of(line.text().substr(part.begin, part.end - part.begin)));
        }
    }
    return names;
}

// Do the names of a line begin anew `groups` times? "2004 2003 2004 2003" does twice.
bool repeats(const std::vector<std::string>& names, std::size_t groups) {
    const std::size_t size = names.size() / groups;
    return names.size() % groups == 0 &&
           std::equal(names.begin() + static_cast<long>(size), names.end(), names.begin());
}

using Header = std::vector<const GridLine*>;

// Without places, a name of several columns is theirs only where there is no choice: it stands
// alone, or the names below begin anew under each.
bool is_certain(const Header& header, std::size_t columns) {
    // "Three Months Ended" over "June 30, Six Months Ended": names that wrapped, not two rows.
    const auto lengths = [&](bool alone) {
        return std::any_of(header.begin(), header.end(), [&](const GridLine* line) {
            return has_length_words(line->text()) && (names_of(*line).size() == 1) == alone;
        });
    };
    if (lengths(true) && lengths(false)) return false;
    return std::all_of(header.begin(), header.end(), [&](const GridLine* line) {
        const std::size_t names = names_of(*line).size();
        if (names <= 1 || names == columns) return true;
        return std::any_of(header.begin(), header.end(), [&](const GridLine* other) {
            const auto below = names_of(*other);
            return below.size() == columns && repeats(below, names);
        });
    });
}

RawRow header_row(const GridLine& line, std::size_t columns) {
    RawRow row = row_of(line);
    row.cells.emplace_back();
    for (const Segment& segment : line.segments) {
        for (const Segment& part : date_segments(line, segment)) {
            row.cells.push_back(cell_of(line, part.begin, part.end));
        }
    }
    const int span = static_cast<int>(columns / (row.cells.size() - 1));
    for (std::size_t i = 1; i < row.cells.size(); ++i) row.cells[i].colspan = span;
    return row;
}

RawRow body_row(const GridLine& line, std::size_t first) {
    RawRow row = row_of(line);
    row.cells.emplace_back();
    if (first > 0) row.cells[0] = cell_of(line, line.words[0].begin, line.words[first - 1].end);
    row.cells[0].indent = line.words[0].left;
    for (std::size_t i = first; i < line.words.size(); ++i) {
        row.cells.push_back(cell_of(line, line.words[i].begin, line.words[i].end));
    }
    return row;
}

}  // namespace

std::optional<CellTable> ragged_table(const std::vector<GridLine>& lines, const TableLines& table,
                                      Diagnostics& diagnostics) {
    const std::size_t columns = ragged_columns(lines, table);
    if (columns == 0) return std::nullopt;
    CellTable cells;
    Header header;
    for (const std::size_t i : table.top) {
        if (lines[i].kind == Kind::header) header.push_back(&lines[i]);
    }
    if (is_certain(header, columns)) {
        for (const GridLine* line : header) cells.rows.push_back(header_row(*line, columns));
    }
    for (const std::size_t i : table.body) {
        const GridLine& line = lines[i];
        if (line.kind == Kind::ruler && !cells.rows.empty()) cells.rows.back().ruled = true;
        if (line.kind != Kind::value && !line.is_words()) continue;
        std::size_t amounts = count_amounts(line);
        if (amounts == columns + 1 && begins_with_mark(line, amounts)) --amounts;
        if (amounts == 0 || amounts == columns) {
            cells.rows.push_back(body_row(line, line.words.size() - amounts));
        } else {
            diagnostics.push_back({"misaligned-amount", line.line->text.trimmed().span(),
                                   "line " + std::to_string(line.line->number) + ": " +
                                       std::to_string(amounts) + " of " + std::to_string(columns) +
                                       " amounts, and no columns to tell which"});
        }
    }
    return cells;
}

}  // namespace fintool
