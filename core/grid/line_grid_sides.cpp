// Side by side: see the header. The witness is a second column of words behind the first amounts.
#include "grid/line_grid_sides.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"

namespace fintool {
namespace {

// The column of a segment of words that has amounts on both sides of it; -1 where there is none.
int words_between_amounts(const GridLine& line) {
    std::size_t first = 0;
    while (first < line.words.size() && !line.words[first].is_amount()) ++first;
    const std::size_t trailing = first_trailing_amount(line.words);
    if (first == 0 || trailing == line.words.size()) return -1;
    for (std::size_t i = first + 1; i < trailing; ++i) {
        const Word& word = line.words[i];
        if (word.kind != Word::Kind::word || word.gap < 2 || word.end - word.begin < 3) continue;
        if (is_alpha(line.text()[word.begin])) return word.left;
    }
    return -1;
}

// Bytes of the line in front of a column, or of the word that reaches over it.
std::size_t byte_at(const GridLine& line, int column) {
    std::size_t end = 0;  // of the word before
    for (const Word& word : line.words) {
        if (word.left >= column) {
            const auto blanks = static_cast<std::size_t>(word.left - column);
            return word.begin - std::min(blanks, word.begin - end);
        }
        end = word.end;
    }
    return line.text().size();
}

// "17,900 Long-term debt": a full column leaves one blank before the second label.
bool begins_behind_amount(const GridLine& line, int column) {
    for (std::size_t i = 1; i < line.words.size(); ++i) {
        if (line.words[i].left == column) return line.words[i - 1].is_amount();
    }
    return false;
}

bool stands_across(const GridLine& line, int column) {
    if (begins_behind_amount(line, column)) return false;
    return std::any_of(line.segments.begin(), line.segments.end(), [&](const Segment& segment) {
        return segment.left < column - 1 && segment.right > column + 1;
    });
}

// What stands over each column of amounts.
std::vector<std::string> headings_of(const Grid& grid) {
    std::vector<std::string> out(static_cast<std::size_t>(grid.columns));
    for (const GridRow& row : grid.rows) {
        if (row.kind != GridRow::Kind::header) continue;
        for (const GridCell& cell : row.cells) {
            for (int i = cell.first; i <= cell.last; ++i)
                out[static_cast<std::size_t>(i)] += words_of(cell.text.str()) + ' ';
        }
    }
    return out;
}

bool names_row(const Grid& grid, std::string_view phrase) {
    return std::any_of(grid.rows.begin(), grid.rows.end(), [&](const GridRow& row) {
        return has_phrase(words_of(row.label.str()), phrase);
    });
}

// "17,900 Long-term debt" beside "4,000   Notes payable": where the labels begin that are not
// indented, right behind full columns.
int flush_left(const std::vector<GridLine>& lines, const std::vector<std::size_t>& body,
               int column) {
    constexpr int deepest = 6;
    std::map<int, int> starts;
    for (const std::size_t i : body) {
        const auto& words = lines[i].words;
        for (std::size_t k = 1; k < words.size(); ++k) {
            const bool near = words[k].left < column && words[k].left >= column - deepest;
            const bool label = words[k].kind == Word::Kind::word && words[k].gap == 1;
            if (near && label && words[k - 1].is_amount()) ++starts[words[k].left];
        }
    }
    for (const auto& [start, count] : starts) {
        if (count >= 2) return start;
    }
    return column;
}

}  // namespace

bool join_halves(Grid& assets, Grid& liabilities) {
    if (headings_of(assets) != headings_of(liabilities)) return false;
    if (!names_row(assets, "assets") || names_row(assets, "liabilities")) return false;
    if (!names_row(liabilities, "liabilities") || names_row(liabilities, "total assets"))
        return false;
    for (GridRow& row : liabilities.rows) {
        if (row.kind == GridRow::Kind::header) {  // "LIABILITIES   1996   1995"
            if (!has_phrase(words_of(row.label.str()), "liabilities")) continue;
            row.kind = GridRow::Kind::label;
            row.cells.clear();
        }
        assets.rows.push_back(std::move(row));
    }
    assets.last_line = std::max(assets.last_line, liabilities.last_line);
    return true;
}

bool join_balance(std::vector<Grid>& left, std::vector<Grid>& right) {
    if (left.size() != 1 || right.size() != 1 || left[0].columns != right[0].columns) return false;
    if (!join_halves(left[0], right[0])) return false;
    right.clear();
    return true;
}

std::optional<int> second_label_column(const std::vector<GridLine>& lines,
                                       const std::vector<std::size_t>& body) {
    std::map<int, int> starts;
    int values = 0;
    int both = 0;
    for (const std::size_t i : body) {
        if (lines[i].kind != GridLine::Kind::value) continue;
        ++values;
        const int column = words_between_amounts(lines[i]);
        if (column < 0) continue;
        ++both;
        ++starts[column];
    }
    if (both < 3 || both * 5 < values * 2) return {};
    int most = 0;
    for (const auto& [column, count] : starts) most = std::max(most, count);
    // The leftmost start that is not alone: deeper labels are indented from it.
    for (const auto& [column, count] : starts) {
        if (count >= 2 || count == most) return flush_left(lines, body, column);
    }
    return {};
}

std::array<LineTable, 2> both_sides(const std::vector<GridLine>& lines, const TableLines& table,
                                    int column) {
    std::array<LineTable, 2> sides;
    std::vector<std::size_t> all = table.top;
    all.insert(all.end(), table.body.begin(), table.body.end());
    for (const std::size_t i : all) {
        const Line& line = *lines[i].line;
        if (lines[i].kind == GridLine::Kind::mark || stands_across(lines[i], column)) {
            for (LineTable& side : sides) side.lines.push_back(line);
            continue;
        }
        const std::size_t cut = byte_at(lines[i], column);
        sides[0].lines.push_back({line.text.substr(0, cut), line.number});
        sides[1].lines.push_back({line.text.substr(cut, line.text.size()), line.number});
    }
    return sides;
}

}  // namespace fintool
