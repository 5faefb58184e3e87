// A document's blocks -> grids, each with the paragraphs over it. Only dispatches: line_grid and
// cell_grid know how. A table that a page break parts is put together again here.
#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "grid/cell_grid.h"
#include "grid/cell_joined.h"
#include "grid/grid.h"
#include "grid/line_grid.h"

namespace fintool {
namespace {

constexpr std::size_t most_above = 12;
// A title is short; a paragraph of prose over a table may state its scale and is kept, long ones
// are not.
constexpr std::size_t longest_above = 600;

// The paragraphs that stand between the table before and this one, nearest last.
class Above {
public:
    void add(const Paragraph& paragraph) {
        const bool keeps = paragraph.text.size() <= longest_above;
        if (keeps) paragraphs_.push_back(paragraph);
        if (paragraphs_.size() > most_above) paragraphs_.erase(paragraphs_.begin());
        prose_ = prose_ || !keeps;
    }
    std::vector<Paragraph> take() {
        prose_ = false;
        return std::exchange(paragraphs_, {});
    }
    bool has_prose() const { return prose_; }

private:
    std::vector<Paragraph> paragraphs_;
    bool prose_ = false;  // a long paragraph stands between, too
};

std::string header_key(const Grid& grid) {
    std::string key;
    for (const GridRow& row : grid.rows) {
        if (row.kind != GridRow::Kind::header) continue;
        for (const GridCell& cell : row.cells) {
            key += std::to_string(cell.first) + ' ' + words_of(cell.text.str()) + ' ';
        }
    }
    return key;
}

bool says_continued(const Paragraph& paragraph) {
    const std::string words = words_of(paragraph.text.str());
    return has_phrase(words, "continued") || has_phrase(words, "concluded") ||
           has_phrase(words, "cont d") || has_phrase(words, "contd");
}

// "11", "| | |", "Table of Contents": what stands between two pages.
bool is_page_matter(const Paragraph& paragraph) {
    const std::string& text = paragraph.text.str();
    return std::none_of(text.begin(), text.end(), is_alpha) ||
           words_of(text) == "table of contents";
}

// "CONDENSED CONSOLIDATED BALANCE SHEETS (Continued)" over the same columns, or the same header
// again with nothing but the page's end between. Line grids see page breaks themselves.
bool goes_on(const Grid& before, const Grid& next) {
    if (before.from_lines != next.from_lines) return false;
    if (before.columns != next.columns && next.from_lines) return false;
    const bool again =
        !next.from_lines && std::all_of(next.above.begin(), next.above.end(), is_page_matter);
    return (again || std::any_of(next.above.begin(), next.above.end(), says_continued)) &&
           header_key(before) == header_key(next) && !header_key(next).empty();
}

// "Investing activities |": a row that has no amounts, apart from those that it heads.
bool is_label_row(const Paragraph& paragraph) { return paragraph.text.str().ends_with('|'); }

// "At 31 March 2025 |", "2016  2015": what follows is of other days.
bool may_name_year(const Paragraph& paragraph) {
    int digits = 0;
    for (const char c : paragraph.text.str()) {
        digits = is_digit(c) ? digits + 1 : 0;
        if (digits == 4) return true;
    }
    return false;
}

// Rows without a header right behind those of a table with as many columns go on with it.
bool goes_on_without_header(const Grid& before, const Grid& next) {
    if (before.from_lines || next.from_lines || before.columns != next.columns) return false;
    if (header_key(before).empty() || !header_key(next).empty()) return false;
    return std::all_of(next.above.begin(), next.above.end(), [](const Paragraph& paragraph) {
        return (is_page_matter(paragraph) || is_label_row(paragraph)) && !may_name_year(paragraph);
    });
}

void report_lent_header(const Grid& grid, const Grid& next, Diagnostics& diagnostics) {
    const GridRow& row = next.rows.front();
    const MappedText& text = row.label.empty() ? row.cells.front().text : row.label;
    diagnostics.push_back({"period-from-context", text.span(),
                           "these rows have no header of their own: the one of the rows before "
                           "them, from line " + std::to_string(grid.first_line) + ", was taken"});
}

// "LIABILITIES AND EQUITY" between the repeated title and header heads the rows that follow.
GridRow heading_row(const Paragraph& paragraph) {
    GridRow row;
    const std::size_t end = paragraph.text.str().find_last_not_of("| ") + 1;
    row.label = paragraph.text.substr(0, end);
    row.line = paragraph.first_line;
    row.gap_above = true;
    return row;
}

void append_rows(Grid& grid, Grid next) {
    const auto is_old = [&](const Paragraph& paragraph) {
        return std::any_of(grid.above.begin(), grid.above.end(), [&](const Paragraph& old) {
            return old.text.str() == paragraph.text.str();
        });
    };
    bool titled = false;
    for (const Paragraph& paragraph : next.above) {
        const bool title = says_continued(paragraph);
        if (is_page_matter(paragraph)) continue;  // "-7-" heads no row of the next page
        const bool heads = titled && !title && paragraph.heading && !is_old(paragraph) &&
                           !paragraph.text.empty() && paragraph.text.str()[0] != '(';
        const bool label = is_label_row(paragraph);
        if (heads || label) grid.rows.push_back(heading_row(paragraph));
        titled = titled || title;
    }
    for (GridRow& row : next.rows) {
        if (row.kind != GridRow::Kind::header) grid.rows.push_back(std::move(row));
    }
    grid.columns = std::max(grid.columns, next.columns);
    grid.below = std::move(next.below);
    grid.last_line = next.last_line;
}

// A table of names without amounts below it: nothing over it holds for what follows.
void drop_header(const CellTable*& header, Above& above) {
    if (header) above.take();
    header = nullptr;
}

}  // namespace

std::vector<Grid> find_grids(const Document& document, Diagnostics& diagnostics) {
    std::vector<Grid> grids;
    Above above;
    const CellTable* header = nullptr;  // a table of nothing else, right above
    for (const Block& block : document.blocks) {
        std::vector<Grid> found;
        const bool prose = above.has_prose();
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            if (header && is_page_matter(*paragraph)) continue;
            drop_header(header, above);
            above.add(*paragraph);
        } else if (const auto* lines = std::get_if<LineTable>(&block)) {
            drop_header(header, above);
            found = read_line_grids(*lines, above.take(), diagnostics);
        } else if (const auto* cells = std::get_if<CellTable>(&block)) {
            if (is_header_table(*cells)) {
                header = cells;
                continue;
            }
            const auto joined = header ? join_header(*header, *cells) : std::nullopt;
            if (!joined) drop_header(header, above);
            header = nullptr;
            found = read_cell_grids(joined ? *joined : *cells, above.take(), diagnostics);
        }
        for (Grid& grid : found) {
            const bool lent =
                !prose && !grids.empty() && goes_on_without_header(grids.back(), grid);
            if (lent) report_lent_header(grids.back(), grid, diagnostics);
            if (lent || (!grids.empty() && goes_on(grids.back(), grid))) {
                append_rows(grids.back(), std::move(grid));
            } else {
                grids.push_back(std::move(grid));
            }
        }
    }
    return grids;
}

}  // namespace fintool
