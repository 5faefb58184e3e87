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

bool is_value_row(const GridLine& line) {
    return line.kind == Kind::value && first_amount(line) > 0;
}

// Every line begins at the margin, and rules, names or sums end far left of the amounts: what was
// printed over columns has lost the blanks before it.
bool lost_indentation(const std::vector<GridLine>& lines, const TableLines& table) {
    constexpr int far = 8;
    std::vector<int> edges;
    for (const std::size_t i : table.body) {
        if (is_value_row(lines[i])) edges.push_back(lines[i].words.back().edge);
    }
    if (edges.empty()) return false;
    const auto middle = edges.begin() + static_cast<long>(edges.size() / 2);
    std::nth_element(edges.begin(), middle, edges.end());
    bool witness = false;
    for (const auto* part : {&table.top, &table.body}) {
        for (const std::size_t i : *part) {
            const GridLine& line = lines[i];
            if (line.words.empty()) continue;
            if (line.words.front().left > 0) return false;
            const bool over_columns = line.kind == Kind::ruler || line.kind == Kind::header ||
                                      (line.kind == Kind::value && first_amount(line) == 0);
            witness = witness || (over_columns && line.segments.size() > 1 &&
                                  line.segments.back().right < *middle - far);
        }
    }
    return witness;
}

// The number of amounts that most of the rows have.
std::size_t usual_count(const std::vector<GridLine>& lines, const TableLines& table) {
    constexpr int fewest_rows = 4;
    std::map<std::size_t, int> counts;
    int rows = 0;
    for (const std::size_t i : table.body) {
        if (!is_value_row(lines[i])) continue;
        ++rows;
        ++counts[count_amounts(lines[i])];
    }
    const auto mode =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (rows < fewest_rows || mode->first < 2 || mode->second * 2 < rows) return 0;
    return mode->first;
}

// The rightmost edge of each column in rows that have them all.
std::vector<int> edges_of(const std::vector<GridLine>& lines, const TableLines& table,
                          std::size_t columns) {
    std::vector<int> edges(columns, 0);
    for (const std::size_t i : table.body) {
        if (!is_value_row(lines[i]) || count_amounts(lines[i]) != columns) continue;
        const std::size_t first = first_amount(lines[i]);
        for (std::size_t k = 0; k < columns; ++k)
            edges[k] = std::max(edges[k], lines[i].words[first + k].edge);
    }
    return edges;
}

// The columns of a row that has too few amounts: those over which it stands when it is moved right
// by one indentation; nothing where there is another way.
std::vector<std::size_t> columns_by_shift(const GridLine& line, std::size_t first,
                                          const std::vector<int>& edges) {
    constexpr int widest = 8, slack = 1;
    std::vector<std::size_t> out;
    for (std::size_t i = first; i < line.words.size(); ++i) {
        std::size_t found = edges.size();
        for (std::size_t k = 0; k < edges.size(); ++k) {
            const int shift = edges[k] - line.words[i].edge;
            if (shift < -slack || shift > widest) continue;
            if (found < edges.size()) return {};
            found = k;
        }
        if (found == edges.size() || (!out.empty() && found <= out.back())) return {};
        out.push_back(found);
    }
    return out;
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

// The names that a line of the header prints, left to right, without what stands over the labels.
std::vector<Segment> names_in(const GridLine& line, std::size_t columns) {
    std::vector<Segment> names;
    for (const Segment& segment : line.segments) {
        for (const Segment& part : date_segments(line, segment)) names.push_back(part);
    }
    if (names.empty()) return names;
    // "(unaudited)    June 30, 2005   March 31, 2005" over two columns.
    const bool remark = names.size() == columns + 1 && line.text()[names[0].begin] == '(';
    if (remark || (names.size() > 1 && !names[0].heading)) names.erase(names.begin());
    return names;
}

using Header = std::vector<const GridLine*>;

// The columns with which groups begin: those named as the first one is. "2004 2003 2004 2003" has
// two groups, "Mar 31, | Dec 31, | Mar 31, | Mar 31," over "2005 | 2004 | 2004 | 2005" two as well.
std::vector<std::size_t> group_starts(const Header& header, std::size_t columns) {
    std::vector<std::string> named(columns);
    for (const GridLine* line : header) {
        const std::vector<Segment> names = names_in(*line, columns);
        if (names.size() != columns) continue;
        for (std::size_t k = 0; k < columns; ++k) {
            const std::size_t size = names[k].end - names[k].begin;
            named[k] += words_of(line->text().substr(names[k].begin, size)) + ' ';
        }
    }
    std::vector<std::size_t> starts;
    for (std::size_t k = 0; k < columns; ++k) {
        if (named[k] == named[0]) starts.push_back(k);
    }
    return starts;
}

// Without places, a name of several columns is theirs only where there is no choice: it stands
// alone, or the names below begin anew under each.
bool is_certain(const Header& header, const std::vector<std::size_t>& starts,
                std::size_t columns) {
    // "Three Months Ended" over "June 30, Six Months Ended": names that wrapped, not two rows.
    const auto lengths = [&](bool alone) {
        return std::any_of(header.begin(), header.end(), [&](const GridLine* line) {
            return has_length_words(line->text()) &&
                   (names_in(*line, columns).size() == 1) == alone;
        });
    };
    if (lengths(true) && lengths(false)) return false;
    return std::all_of(header.begin(), header.end(), [&](const GridLine* line) {
        const std::size_t names = names_in(*line, columns).size();
        return names <= 1 || names == columns || names == starts.size();
    });
}

RawRow header_row(const GridLine& line, const std::vector<std::size_t>& starts,
                  std::size_t columns) {
    RawRow row = row_of(line);
    row.cells.emplace_back();
    const std::vector<Segment> names = names_in(line, columns);
    for (std::size_t i = 0; i < names.size(); ++i) {
        RawCell cell = cell_of(line, names[i].begin, names[i].end);
        std::size_t span = names.size() == 1 ? columns : 1;
        if (names.size() > 1 && names.size() == starts.size())
            span = (i + 1 < starts.size() ? starts[i + 1] : columns) - starts[i];
        cell.colspan = static_cast<int>(span);
        row.cells.push_back(std::move(cell));
    }
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

// The row's amounts in the columns `places`.
RawRow short_row(const GridLine& line, std::size_t first, const std::vector<std::size_t>& places) {
    const RawRow full = body_row(line, first);
    RawRow row = full;
    row.cells.resize(1);
    for (std::size_t i = 0; i < places.size(); ++i) {
        row.cells.resize(places[i] + 1);
        row.cells.push_back(full.cells[i + 1]);
    }
    return row;
}

}  // namespace

std::optional<CellTable> ragged_table(const std::vector<GridLine>& lines, const TableLines& table,
                                      Diagnostics& diagnostics) {
    const bool stripped = lost_indentation(lines, table);
    const std::size_t columns =
        stripped ? usual_count(lines, table) : ragged_columns(lines, table);
    if (columns == 0) return std::nullopt;
    const std::vector<int> edges = edges_of(lines, table, columns);
    CellTable cells;
    Header header;
    for (const std::size_t i : table.top) {
        if (lines[i].kind == Kind::header) header.push_back(&lines[i]);
    }
    const std::vector<std::size_t> starts = group_starts(header, columns);
    if (is_certain(header, starts, columns)) {
        for (const GridLine* line : header)
            cells.rows.push_back(header_row(*line, starts, columns));
    }
    for (const std::size_t i : table.body) {
        const GridLine& line = lines[i];
        if (line.kind == Kind::ruler && !cells.rows.empty()) cells.rows.back().ruled = true;
        if (line.kind != Kind::value && !line.is_words()) continue;
        std::size_t amounts = count_amounts(line);
        if (amounts == columns + 1 && begins_with_mark(line, amounts)) --amounts;
        // "... at March 31, 2004      1,323,000     4,170,000": the year is the label's.
        if (stripped && amounts > columns && line.words[line.words.size() - columns].gap > 1)
            amounts = columns;
        const std::size_t first = line.words.size() - amounts;
        const auto places = stripped && amounts < columns ? columns_by_shift(line, first, edges)
                                                          : std::vector<std::size_t>();
        if (amounts == 0 || amounts == columns) {
            cells.rows.push_back(body_row(line, first));
        } else if (!places.empty()) {
            cells.rows.push_back(short_row(line, first, places));
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
