// Lines of <PRE>: see the header.
#include "document/html_lines.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "document/html_characters.h"
#include "document/text_marks.h"
#include "document/text_reader.h"

namespace fintool {

namespace {

constexpr std::size_t longest_header = 90;
constexpr int fewest_rows = 3;
constexpr int most_between = 12;  // pieces without figures between two rows

bool has_gap_and_figure(std::string_view line) {
    return line.find("   ") != line.npos && has_digit(line);
}

void add_lines_of(const HtmlPiece& piece, std::vector<Line>& lines) {
    std::size_t begin = 0;
    auto gap = piece.gaps.begin();
    const int height = piece.last_line - piece.first_line;
    const bool line_per_break = height == static_cast<int>(piece.breaks.size());
    for (std::size_t i = 0; i <= piece.breaks.size(); ++i) {
        const bool last = i == piece.breaks.size();
        const std::size_t end = last ? piece.text.size() : piece.breaks[i];
        Line line;
        line.number = piece.first_line;
        if (line_per_break) line.number += static_cast<int>(i);
        if (last) line.number = piece.last_line;
        if (begin == 0 && piece.indent > 0) {
            line.text.append_invented(std::string(static_cast<std::size_t>(piece.indent / 4), ' '));
        }
        for (; gap != piece.gaps.end() && gap->at < end; ++gap) {
            line.text.append(piece.text.substr(begin, gap->at));
            line.text.append_invented(std::string(static_cast<std::size_t>(gap->blanks), ' '));
            begin = gap->at;
        }
        line.text.append(piece.text.substr(begin, end));
        lines.push_back(std::move(line));
        begin = end;
    }
}

// "Cash, end of period........  $ 1,230  $ 1,552": a row whose columns stand two blanks apart.
bool is_close_row(const HtmlPiece& piece) {
    if (piece.gaps.empty()) return false;
    const char last = piece.text.str().back();
    return is_digit(last) || last == ')' || last == '%';
}

// May a piece that sets no columns itself stand among those of a text table?
bool may_stand_between(const HtmlPiece& piece) {
    return piece.text.size() <= longest_header || is_close_row(piece);
}

int rows_of(const HtmlPiece& piece) {
    if (!piece.columns) return is_close_row(piece) ? 1 : 0;
    std::vector<Line> lines;
    add_lines_of(piece, lines);
    const auto rows = std::count_if(lines.begin(), lines.end(), [](const Line& line) {
        return has_gap_and_figure(line.text.str());
    });
    return static_cast<int>(rows);
}

struct TextTable {
    std::size_t end;  // of the pieces that were looked at
    bool found;
};

TextTable find_text_table(const HtmlFlow& flow, std::size_t begin) {
    int rows = 0;
    int beyond = 0;  // such pieces behind the last row
    std::size_t end = begin + 1;
    for (std::size_t i = begin; i < flow.size() && beyond < most_between; ++i) {
        const auto* piece = std::get_if<HtmlPiece>(&flow[i]);
        if (piece == nullptr) break;
        const bool ruler = is_ruler(piece->text.str());
        if (!piece->columns && !ruler && !may_stand_between(*piece)) break;
        ++beyond;
        const int found = rows_of(*piece);
        if (found == 0) continue;
        rows += found;
        beyond = 0;
        end = i + 1;
    }
    return {end, rows >= fewest_rows};
}

}  // namespace

bool sets_columns(const HtmlFlow& flow) {
    return std::any_of(flow.begin(), flow.end(), [](const auto& part) {
        const auto* piece = std::get_if<HtmlPiece>(&part);
        return piece != nullptr && piece->columns;
    });
}

void add_flow(HtmlFlow flow, std::vector<Block>& blocks) {
    std::size_t looked_at = 0;  // the pieces before are in no text table
    for (std::size_t i = 0; i < flow.size(); ++i) {
        if (auto* block = std::get_if<Block>(&flow[i])) {
            blocks.push_back(std::move(*block));
            continue;
        }
        const auto& piece = std::get<HtmlPiece>(flow[i]);
        TextTable table{i, false};
        if (piece.columns && i >= looked_at) table = find_text_table(flow, i);
        looked_at = std::max(looked_at, table.end);
        if (!table.found) {
            add_paragraphs(piece, blocks);
            continue;
        }
        std::vector<Line> lines;
        for (; i < table.end; ++i) add_lines_of(std::get<HtmlPiece>(flow[i]), lines);
        --i;
        for (Block& block : read_lines(std::move(lines))) blocks.push_back(std::move(block));
    }
}

void LineWriter::place(std::size_t byte, LineCounter& lines) {
    if (line_.number == 0) line_.number = lines.at(byte);
}

void LineWriter::end_line() {
    lines_.push_back(std::move(line_));
    line_ = {};
}

void LineWriter::write(std::string_view bytes, Span span, LineCounter& lines) {
    std::size_t at = span.begin;
    while (at < span.end) {
        place(at, lines);
        std::size_t end = at;
        while (end < span.end && bytes[end] >= ' ' && bytes[end] < 0x7F && bytes[end] != '&') ++end;
        line_.text.append_verbatim(bytes.substr(at, end - at), at);
        at = end;
        if (at == span.end) break;
        const HtmlCharacter c = read_html_character(bytes, at, span.end);
        if (bytes[at] == '\n') {
            end_line();
        } else if (bytes[at] == '\t') {
            line_.text.append_verbatim("\t", at);
        } else if (c.kind == HtmlCharacter::Kind::printed) {
            line_.text.append_decoded(c.str(), {at, c.end});
        } else if (c.kind == HtmlCharacter::Kind::fixed_space) {
            line_.text.append_decoded(" ", {at, c.end});
        }
        at = c.end;
    }
}

bool LineWriter::write_mark(std::string_view bytes, Span tag, LineCounter& lines) {
    static constexpr std::array<std::string_view, 9> marks = {
        "<table>", "</table>", "<s>", "<c>", "<caption>", "</caption>", "<page>", "<fn>", "</fn>"};
    const auto text = bytes.substr(tag.begin, tag.end - tag.begin);
    const bool mark = std::any_of(marks.begin(), marks.end(), [&](std::string_view one) {
        return text.size() == one.size() && starts_with_ignoring_case(text, one);
    });
    if (!mark) return false;
    place(tag.begin, lines);
    line_.text.append_verbatim(text, tag.begin);
    return true;
}

std::vector<Line> LineWriter::take() {
    if (!line_.text.empty()) end_line();
    std::vector<Line> out = std::move(lines_);
    lines_.clear();
    line_ = {};
    return out;
}

}  // namespace fintool
