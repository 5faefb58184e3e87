// What a <table> is for: see the header.
#include "document/html_table.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "document/html_column_cells.h"
#include "document/html_lines.h"
#include "document/text_marks.h"

namespace fintool {

namespace {

constexpr int pixels_per_blank = 4;
constexpr std::size_t prose_size = 150;  // a cell this long is no label

// A rough look, enough to tell data from layout: "$ 1,234", "(12.5)%", "--".
bool looks_like_number(std::string_view text) {
    static constexpr std::string_view marks = ".,()$%-+* ";
    if (text.size() > 24) return false;
    bool digit = false;
    for (const char c : text) {
        digit = digit || is_digit(c);
        if (!is_digit(c) && marks.find(c) == marks.npos) return false;
    }
    return digit;
}

// "1.", "(a)", "*" before a text: the mark of a list or footnote.
bool looks_like_mark(std::string_view text) {
    return text.size() <= 5 && !is_alpha(text.empty() ? 'a' : text.front());
}

MappedText text_of(const Block& block) {
    MappedText out;
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) return paragraph->text;
    const auto* table = std::get_if<CellTable>(&block);
    if (table == nullptr) return out;
    for (const RawRow& row : table->rows) {
        for (const RawCell& cell : row.cells) {
            if (!out.empty() && !cell.text.empty()) out.append_invented(" ");
            out.append(cell.text);
        }
    }
    return out;
}

// A table inside a cell that only sets one figure or word: "<table><tr><td>$<td>5</table>".
bool is_small(const Block& block) {
    if (std::holds_alternative<LineTable>(block)) return false;
    const auto* table = std::get_if<CellTable>(&block);
    return (table == nullptr || table->rows.size() <= 1) && text_of(block).size() <= 40;
}

bool lays_out(const HtmlCell& cell) {
    std::size_t blocks = 0;
    for (const auto& part : cell.flow) {
        const auto* block = std::get_if<Block>(&part);
        if (block == nullptr) continue;
        if (!is_small(*block) || ++blocks > 3) return true;
    }
    return false;
}

bool lays_out(const HtmlRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const HtmlCell& cell) { return lays_out(cell); });
}

RawCell raw_cell(const HtmlCell& cell) {
    RawCell out;
    out.colspan = cell.colspan;
    out.rowspan = cell.rowspan;
    out.bold = !cell.flow.empty();
    int indent = cell.indent;
    for (const auto& part : cell.flow) {
        const auto* piece = std::get_if<HtmlPiece>(&part);
        MappedText text = piece == nullptr ? text_of(std::get<Block>(part)) : piece->text;
        if (text.empty()) continue;
        if (out.text.empty() && piece != nullptr) indent += piece->indent;
        if (out.text.empty()) {
            out.text = std::move(text);
        } else {
            out.text.append_invented(" ");
            out.text.append(text);
        }
        out.bold = out.bold && piece != nullptr && piece->bold;
    }
    const std::size_t end = end_before_stop(out.text.str());
    if (end < out.text.size()) out.text = out.text.substr(0, end);
    out.indent = std::max(0, indent) / pixels_per_blank;
    return out;
}

// A rule counts under figures only: the label's own border says nothing.
bool ruled_below(const HtmlRow& row) {
    return row.cells.size() > 1 &&
           std::any_of(row.cells.begin() + 1, row.cells.end(),
                       [](const HtmlCell& cell) { return cell.rule_below; });
}

bool ruled_above(const HtmlRow& row) {
    return row.cells.size() > 1 &&
           std::any_of(row.cells.begin() + 1, row.cells.end(),
                       [](const HtmlCell& cell) { return cell.rule_above; });
}

bool is_blank(const HtmlCell& cell) { return cell.flow.empty(); }

// "Company<br>Statements of Income<br>(in thousands)" in one cell over all columns: a row per line.
bool is_title(const HtmlRow& row) {
    if (row.cells.empty() || is_blank(row.cells.front())) return false;
    const HtmlCell& title = row.cells.front();
    int width = 0;
    for (const HtmlCell& cell : row.cells) {
        if (&cell != &title && !is_blank(cell)) return false;
        width += cell.colspan;
    }
    const auto* piece = std::get_if<HtmlPiece>(&title.flow.front());
    const bool lines = title.flow.size() > 1 || (piece != nullptr && !piece->breaks.empty());
    return lines && title.colspan > 2 && title.colspan * 2 > width;
}

void add_title_rows(const HtmlRow& row, std::vector<RawRow>& rows) {
    const HtmlCell& cell = row.cells.front();
    std::vector<Block> lines;
    for (const auto& part : cell.flow) {
        const auto* piece = std::get_if<HtmlPiece>(&part);
        if (piece == nullptr) {
            lines.push_back(std::get<Block>(part));
        } else {
            add_paragraphs(*piece, lines);
        }
    }
    for (const Block& line : lines) {
        RawCell title;
        title.text = text_of(line);
        title.colspan = cell.colspan;
        title.bold = true;
        rows.push_back({{std::move(title)}, row.first_line, row.last_line, false});
    }
}

CellTable cell_table(const HtmlRow* begin, const HtmlRow* end) {
    CellTable table;
    for (const HtmlRow* row = begin; row != end; ++row) {
        if (is_title(*row)) {
            add_title_rows(*row, table.rows);
            continue;
        }
        if (auto rows = rows_of_column_cells(*row); !rows.empty()) {
            std::move(rows.begin(), rows.end(), std::back_inserter(table.rows));
            continue;
        }
        RawRow out;
        out.first_line = row->first_line;
        out.last_line = row->last_line;
        for (const HtmlCell& cell : row->cells) out.cells.push_back(raw_cell(cell));
        out.ruled = ruled_below(*row);
        if (ruled_above(*row) && !table.rows.empty()) table.rows.back().ruled = true;
        table.rows.push_back(std::move(out));
    }
    // Where nearly every row has its border, borders part rows, not sums.
    const auto ruled = std::count_if(table.rows.begin(), table.rows.end(),
                                     [](const RawRow& row) { return row.ruled; });
    if (table.rows.size() > 4 && static_cast<std::size_t>(ruled) * 10 > table.rows.size() * 8) {
        for (RawRow& row : table.rows) row.ruled = false;
    }
    return table;
}

struct Shape {
    bool numbers = false;    // a row has a figure that is no list mark
    bool one_column = true;  // no row has two cells with text
    bool prose = false;      // a cell holds sentences
    bool list = true;        // each row is a mark and its text
};

Shape shape_of(const CellTable& table) {
    Shape shape;
    for (const RawRow& row : table.rows) {
        std::size_t filled = 0;
        bool number = false;
        bool mark = false;
        for (const RawCell& cell : row.cells) {
            if (cell.text.empty()) continue;
            const std::string& text = cell.text.str();
            if (++filled == 1) mark = looks_like_mark(text);
            if (text.size() > prose_size) shape.prose = true;
            if (looks_like_number(text)) number = true;
            if (text.size() > 40) number = false;  // "(1) | Includes ...": the text rules
        }
        if (filled > 1) shape.one_column = false;
        if (filled > 2 || (filled > 0 && !mark)) shape.list = false;
        if (number && filled > 1) shape.numbers = true;
    }
    return shape;
}

// A list's row: its mark goes in front of its text.
void add_row_paragraphs(const HtmlRow& row, std::vector<Block>& blocks) {
    MappedText mark;
    for (const HtmlCell& cell : row.cells) {
        if (sets_columns(cell.flow)) {
            add_flow(cell.flow, blocks);
            continue;
        }
        for (const auto& part : cell.flow) {
            const auto* piece = std::get_if<HtmlPiece>(&part);
            if (piece == nullptr) {
                blocks.push_back(std::get<Block>(part));
            } else if (cell.flow.size() == 1 && looks_like_mark(piece->text.str()) &&
                       mark.empty()) {
                mark = piece->text;
            } else if (!mark.empty()) {
                HtmlPiece joined = *piece;
                joined.text = std::move(mark);
                const std::size_t shift = joined.text.size() + 1;
                joined.text.append_invented(" ");
                joined.text.append(piece->text);
                for (std::size_t& at : joined.breaks) at += shift;
                joined.gaps.clear();
                mark = {};
                add_paragraphs(joined, blocks);
            } else {
                add_paragraphs(*piece, blocks);
            }
        }
    }
    if (mark.empty()) return;
    HtmlPiece alone;
    alone.text = mark;
    alone.first_line = row.first_line;
    alone.last_line = row.last_line;
    alone.bold = false;
    add_paragraphs(alone, blocks);
}

void add_rows(const HtmlRow* begin, const HtmlRow* end, std::vector<Block>& blocks) {
    if (begin == end) return;
    CellTable table = cell_table(begin, end);
    const Shape shape = shape_of(table);
    if (!shape.numbers && (shape.one_column || shape.prose || shape.list)) {
        for (const HtmlRow* row = begin; row != end; ++row) add_row_paragraphs(*row, blocks);
    } else {
        blocks.push_back(std::move(table));
    }
}

std::size_t width_of(const CellTable& table) {
    std::size_t widest = 0;
    for (const RawRow& row : table.rows) {
        std::size_t width = 0;
        for (const RawCell& cell : row.cells) width += static_cast<std::size_t>(cell.colspan);
        widest = std::max(widest, width);
    }
    return widest;
}

}  // namespace

std::vector<Block> read_html_table(HtmlTable table) {
    std::vector<Block> blocks;
    const HtmlRow* const end = table.rows.data() + table.rows.size();
    const HtmlRow* pending = table.rows.data();
    for (const HtmlRow* row = pending; row != end; ++row) {
        if (!lays_out(*row)) continue;
        add_rows(pending, row, blocks);
        add_row_paragraphs(*row, blocks);
        pending = row + 1;
    }
    add_rows(pending, end, blocks);
    return blocks;
}

void join_row_tables(std::vector<Block>& blocks) {
    std::vector<Block> out;
    std::size_t last_width = 0;  // of the table that ends `out`; 0 where none does
    for (Block& block : blocks) {
        auto* table = std::get_if<CellTable>(&block);
        const std::size_t width = table != nullptr ? width_of(*table) : 0;
        if (width > 1 && width == last_width && table->rows.size() <= 2) {
            auto& rows = std::get<CellTable>(out.back()).rows;
            std::move(table->rows.begin(), table->rows.end(), std::back_inserter(rows));
        } else {
            out.push_back(std::move(block));
            last_width = width;
        }
    }
    blocks = std::move(out);
}

}  // namespace fintool
