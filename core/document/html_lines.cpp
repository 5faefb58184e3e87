// Lines of <PRE>: see the header.
#include "document/html_lines.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "document/broken_lines.h"
#include "document/html_characters.h"
#include "document/text_reader.h"

namespace fintool {

namespace {

constexpr std::size_t longest_header = 90;
constexpr int fewest_rows = 3;

bool has_gap_and_figure(std::string_view line) {
    return line.find("   ") != line.npos && has_digit(line);
}

void add_lines_of(const HtmlPiece& piece, std::vector<Line>& lines) {
    std::size_t begin = 0;
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
        line.text.append(piece.text.substr(begin, end));
        lines.push_back(std::move(line));
        begin = end;
    }
}

bool may_stand_between(const HtmlPiece& piece) { return piece.text.size() <= longest_header; }

struct TextTable {
    std::size_t end;  // of the pieces that were looked at
    bool found;
};

TextTable find_text_table(const HtmlFlow& flow, std::size_t begin) {
    int rows = 0;
    std::size_t end = begin + 1;
    for (std::size_t i = begin; i < flow.size() && i < end + 3; ++i) {
        const auto* piece = std::get_if<HtmlPiece>(&flow[i]);
        if (piece == nullptr || (piece->gaps == 0 && !may_stand_between(*piece))) break;
        if (piece->gaps == 0) continue;
        std::vector<Line> lines;
        add_lines_of(*piece, lines);
        for (const Line& line : lines) {
            if (!has_gap_and_figure(line.text.str())) continue;
            ++rows;
            end = i + 1;
        }
    }
    return {end, rows >= fewest_rows};
}

}  // namespace

bool has_gaps(const HtmlFlow& flow) {
    return std::any_of(flow.begin(), flow.end(), [](const auto& part) {
        const auto* piece = std::get_if<HtmlPiece>(&part);
        return piece != nullptr && piece->gaps > 0;
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
        if (piece.gaps > 0 && i >= looked_at) table = find_text_table(flow, i);
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
    return join_broken_lines(std::move(out));
}

}  // namespace fintool
