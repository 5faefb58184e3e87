// Preformatted text of a page -> the lines that the text reader takes: white space is kept, marks
// such as <TABLE> and <C> stand in it as they do in plain text.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/html_flow.h"

namespace fintool {

class LineWriter {
public:
    void write(std::string_view bytes, Span span, LineCounter& lines);
    // A tag that is a mark in plain text; false where it is none.
    bool write_mark(std::string_view bytes, Span tag, LineCounter& lines);
    void end_line();
    bool empty() const { return lines_.empty() && line_.text.empty(); }
    std::vector<Line> take();

private:
    void place(std::size_t byte, LineCounter& lines);

    std::vector<Line> lines_;
    Line line_;
};

// A flow's parts as blocks. Paragraphs whose columns are set with fixed blanks
// ("Revenue&nbsp;&nbsp; &nbsp;&nbsp;1,234<br>") are lines of a text table.
void add_flow(HtmlFlow flow, std::vector<Block>& blocks);
bool sets_columns(const HtmlFlow& flow);

}  // namespace fintool
