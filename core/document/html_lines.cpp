// Lines of <PRE>: see the header.
#include "document/html_lines.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "document/html_characters.h"

namespace fintool {

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
