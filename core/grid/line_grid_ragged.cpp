// Ragged rows -> cells: see the header.
#include "grid/line_grid_ragged.h"

#include <algorithm>
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

std::size_t count_amounts(const GridLine& line) { return line.words.size() - first_amount(line); }

// Few blanks before each amount: no column holds them apart.
bool is_close(const GridLine& line, int widest) {
    const auto first = static_cast<long>(first_amount(line));
    return std::all_of(line.words.begin() + first, line.words.end(),
                       [&](const Word& word) { return word.gap <= widest; });
}

struct Ragged {
    std::size_t columns = 0;  // how many amounts most of the rows have; 0 where edges meet
    bool most = false;        // so many rows have as many that nothing else names the columns
};

// The most lines whose last amounts end in one place, or a place beside it.
int most_at_one_edge(const std::map<int, int>& edges) {
    int most = 0;
    for (const auto& [edge, count] : edges) {
        const auto next = edges.find(edge + 1);
        most = std::max(most, count + (next == edges.end() ? 0 : next->second));
    }
    return most;
}

// Rows whose amounts follow their label at once, however long it is: their edges stand all over.
// Cells that a program parts by as many blanks each do so, too: "Cash   $ 22.0     $ 19.0".
Ragged ragged_columns(const std::vector<GridLine>& lines, const TableLines& table) {
    constexpr int fewest_rows = 4, spread = 6, blanks = 2, widest = 7;
    std::map<std::size_t, int> counts;
    std::map<int, int> edges;
    int rows = 0, close = 0, near = 0;
    for (const std::size_t i : table.body) {
        const GridLine& line = lines[i];
        if (line.kind != Kind::value || first_amount(line) == 0) continue;
        ++rows;
        ++counts[count_amounts(line)];
        ++edges[line.words.back().edge];
        close += is_close(line, blanks) ? 1 : 0;
        near += is_close(line, widest) ? 1 : 0;
    }
    if (rows < fewest_rows || edges.rbegin()->first - edges.begin()->first < spread) return {};
    const bool apart = near * 10 >= rows * 9 && most_at_one_edge(edges) * 3 <= rows;
    if (close * 10 < rows * 9 && !apart) return {};
    const auto mode =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    const bool most = mode->second * 4 >= rows * 3;
    if (mode->first < 2 || (!most && !apart)) return {};
    return {mode->first, most};
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

std::vector<Segment> parts_of_line(const GridLine& line) {
    std::vector<Segment> parts;
    for (const Segment& segment : line.segments) {
        for (const Segment& part : date_segments(line, segment)) parts.push_back(part);
    }
    return parts;
}

// "In millions   March 29, 2020   March 31, 2019": what heads the labels names no column.
bool has_label(const std::vector<Segment>& parts, std::size_t columns) {
    return parts.size() == columns + 1 && !parts.front().heading;
}

// "december 31 2019", in the words of words_of.
bool is_whole_day(const std::string& words) {
    const std::vector<std::string_view> parts = split(words, ' ');
    const auto number = [](std::string_view word) {
        return std::all_of(word.begin(), word.end(), is_digit);
    };
    return parts.size() == 3 && is_alpha(parts[0].front()) && parts[1].size() <= 2 &&
           number(parts[1]) && parts[2].size() == 4 && number(parts[2]);
}

// What a line of the header names, left to right.
std::vector<std::string> names_of(const GridLine& line, std::size_t columns) {
    std::vector<std::string> names;
    std::vector<Segment> parts = parts_of_line(line);
    if (has_label(parts, columns)) parts.erase(parts.begin());
    for (const Segment& part : parts) {
        names.push_back(words_of(line.text().substr(part.begin, part.end - part.begin)));
    }
    return names;
}

// Do the names of a line begin anew `groups` times? "2004 2003 2004 2003" does twice.
bool repeats(const std::vector<std::string>& names, std::size_t groups) {
    const std::size_t size = names.size() / groups;
    return names.size() % groups == 0 &&
           std::equal(names.begin() + static_cast<long>(size), names.end(), names.begin());
}

bool is_bare_year(const std::string& name) {
    return name.size() == 4 && std::all_of(name.begin(), name.end(), is_digit);
}

// "December 30," / "2023 December 31," / "2022": dates that wrapped, a year beside the next day.
bool is_wrapped(const std::vector<std::string>& names) {
    const auto years = std::count_if(names.begin(), names.end(), is_bare_year);
    return years > 0 && years < static_cast<long>(names.size());
}

// "2Q21 Change 2021 Change" one blank apart: two names, and who knows over which columns.
bool names_many(const std::string& name) {
    int periods = 0;
    for (const std::string_view word : parts_of(name, ' ')) {
        const bool quarter = word.size() == 4 && is_digit(word[0]) && word[1] == 'q';
        periods += quarter || is_bare_year(std::string(word)) ? 1 : 0;
    }
    return periods > 1 && !has_phrase(name, "and");
}

using Header = std::vector<const GridLine*>;

// Headings over a title or over words belong to what stands there: a page's day, an auditor's.
Header header_of(const std::vector<GridLine>& lines, const TableLines& table) {
    Header header;
    bool parted = false;
    for (const std::size_t i : table.top) {
        const GridLine& line = lines[i];
        if (!line.is_words()) continue;
        const bool remark = line.remark || trim(line.text()).starts_with('(');
        if (line.kind == Kind::text) {
            parted = parted || !remark;
            continue;
        }
        if (parted) header.clear();
        parted = line.title;
        if (!line.title) header.push_back(&line);
    }
    return header;
}

bool names_each(const Header& header, std::size_t columns) {
    return std::any_of(header.begin(), header.end(), [&](const GridLine* line) {
        return names_of(*line, columns).size() == columns;
    });
}

// Without places, a name of several columns is theirs only where there is no choice: it stands
// alone, or the names below begin anew under each.
bool is_certain(const Header& header, std::size_t columns) {
    // "Three Months Ended" over "June 30, Six Months Ended": names that wrapped, not two rows.
    const auto lengths = [&](bool alone) {
        return std::any_of(header.begin(), header.end(), [&](const GridLine* line) {
            return has_length_words(line->text()) &&
                   (names_of(*line, columns).size() == 1) == alone;
        });
    };
    if (lengths(true) && lengths(false)) return false;
    return std::all_of(header.begin(), header.end(), [&](const GridLine* line) {
        const auto own = names_of(*line, columns);
        const std::size_t names = own.size();
        if (is_wrapped(own) || (names == 1 && names_many(own.front()))) return false;
        if (names <= 1 || names == columns) return true;
        return std::any_of(header.begin(), header.end(), [&](const GridLine* other) {
            const auto below = names_of(*other, columns);
            return below.size() == columns && repeats(below, names);
        });
    });
}

// "Three Months Ended" / "December 30," / "2023 December 31," / "2022": read on, the lines name as
// many whole days as there are columns, and before them a length for all, or one for each time that
// the days begin anew. Empty where they do not.
std::vector<RawRow> wrapped_header(const Header& header, std::size_t columns) {
    if (header.empty()) return {};
    std::vector<Line> joined(1);
    joined[0].number = header.front()->line->number;
    for (const GridLine* line : header) {
        if (!joined[0].text.empty()) joined[0].text.append_invented(" ");
        joined[0].text.append(line->line->text.folded());
    }
    const GridLine line = grid_lines(joined).front();
    RawRow lengths = row_of(line), days = lengths;
    lengths.cells.emplace_back();
    days.cells.emplace_back();
    std::vector<std::string> names;
    for (const Segment& part : date_segments(line, {0, line.text().size(), 0, 0, true})) {
        const MappedText text = line.line->text.substr(part.begin, part.end);
        const std::size_t ended = lower(text.str()).rfind("ended");
        const std::size_t day = ended == std::string::npos ? 0 : ended + 5;
        if (day > 0 && !names.empty()) return {};
        if (day > 0) lengths.cells.push_back({text.substr(0, day).folded()});
        const std::string words = words_of(text.str().substr(day));
        if (day > 0 && words.empty()) continue;
        if (!is_whole_day(words)) return {};
        names.push_back(words);
        days.cells.push_back({text.substr(day, text.size()).folded()});
    }
    const std::size_t groups = lengths.cells.size() - 1;
    if (names.size() != columns || (groups > 1 && !repeats(names, groups))) return {};
    if (groups == 0) return {days};
    for (RawCell& cell : lengths.cells) cell.colspan = static_cast<int>(columns / groups);
    lengths.cells[0].colspan = 1;
    return {lengths, days};
}

RawRow header_row(const GridLine& line, std::size_t columns) {
    RawRow row = row_of(line);
    const std::vector<Segment> parts = parts_of_line(line);
    if (!has_label(parts, columns)) row.cells.emplace_back();
    for (const Segment& part : parts) row.cells.push_back(cell_of(line, part.begin, part.end));
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
    const Ragged ragged = ragged_columns(lines, table);
    const std::size_t columns = ragged.columns;
    if (columns == 0) return std::nullopt;
    CellTable cells;
    const Header header = header_of(lines, table);
    if (is_certain(header, columns) && (ragged.most || names_each(header, columns))) {
        for (const GridLine* line : header) cells.rows.push_back(header_row(*line, columns));
    } else {
        cells.rows = wrapped_header(header, columns);
    }
    for (const std::size_t i : table.body) {
        const GridLine& line = lines[i];
        if (line.kind == Kind::ruler && !cells.rows.empty()) cells.rows.back().ruled = true;
        if (line.kind != Kind::value && !line.is_words()) continue;
        const std::size_t amounts = count_amounts(line);
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
