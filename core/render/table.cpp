// A table of blanks for a terminal: columns of numbers to the right, everything whole.
#include <algorithm>

#include "base/text.h"
#include "render/escape.h"
#include "render/numbers.h"
#include "render/render.h"

namespace fintool {
namespace {

struct TextColumn {
    std::vector<std::string> title;  // lines
    std::vector<std::string> cells;
    std::size_t width = 0;
    bool right = false;
    bool marks = false;  // a mark behind the number to its left, close to it and without a title
};

TextColumn text_column(const ResultSet& result, std::size_t i) {
    const ResultSet::Column& column = result.columns[i];
    TextColumn out;
    out.marks = column.title == " ";
    const std::string& title = column.title.empty() ? column.name : column.title;
    for (const std::string_view line : split(title, '\n')) {
        if (out.marks) break;
        out.title.push_back(terminal_text(line));
        out.width = std::max(out.width, terminal_width(out.title.back()));
    }
    for (const auto& row : result.rows) {
        out.cells.push_back(terminal_text(people_text(row[i], column)));
        out.width = std::max(out.width, terminal_width(out.cells.back()));
    }
    out.right = is_numeric(result, i);
    return out;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::string blanks(width - std::min(width, terminal_width(text)), ' ');
    return right ? blanks + text : text + blanks;
}

template <class Cell>
std::string line_of(const std::vector<TextColumn>& columns, Cell cell) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) line += columns[i].marks ? " " : "  ";
        line += padded(cell(i), columns[i].width, columns[i].right);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

}  // namespace

std::string render_table(const ResultSet& result, const RenderOptions& options) {
    const std::string bold = options.color ? "\x1b[1m" : "", plain = options.color ? "\x1b[0m" : "";
    std::string out;
    if (!result.title.empty()) out += bold + terminal_text(result.title) + plain + "\n";
    std::vector<TextColumn> columns;
    std::size_t title_lines = 0;
    for (std::size_t i = 0; i < result.columns.size(); ++i) {
        columns.push_back(text_column(result, i));
        title_lines = std::max(title_lines, columns.back().title.size());
    }
    if (columns.empty()) return out;
    for (std::size_t line = 0; line < title_lines; ++line) {
        out += bold +
               line_of(columns,
                       [&](std::size_t i) {  // the last lines stand level
                           const std::size_t above = title_lines - columns[i].title.size();
                           return line < above ? std::string() : columns[i].title[line - above];
                       }) +
               plain + "\n";
    }
    out += line_of(columns,
                   [&](std::size_t i) {
                       return std::string(columns[i].marks ? 0 : columns[i].width, '-');
                   }) +
           "\n";
    for (std::size_t row = 0; row < result.rows.size(); ++row) {
        out += line_of(columns, [&](std::size_t i) { return columns[i].cells[row]; }) + "\n";
    }
    return out;
}

}  // namespace fintool
