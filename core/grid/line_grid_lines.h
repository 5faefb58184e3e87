// The lines of a LineTable with their words, segments and kinds: what can be said of a line before
// the columns are known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/text_reader_words.h"

namespace fintool {

// Words one blank apart.
struct Segment {
    std::size_t begin = 0;  // bytes of the line
    std::size_t end = 0;
    int left = 0;  // columns
    int right = 0;
    bool heading = false;  // made of header words: dates, years, "Months Ended", "(Unaudited)"
    int middle() const { return left + right; }  // twice the center: whole numbers only
};

struct GridLine {
    // header: its segments (but perhaps the first, the label column's) are made of header words.
    enum class Kind { blank, mark, ruler, page_foot, value, header, text };
    Kind kind = Kind::blank;
    const Line* line = nullptr;
    std::string_view mark;
    std::vector<Word> words;
    std::vector<Segment> segments;
    bool title = false;   // names a statement: "CONSOLIDATED BALANCE SHEETS"
    bool prose = false;   // fills the line with running words
    bool period = false;  // of a header: names dates, years or lengths, not only "(Unaudited)"
    bool remark = false;  // part of a parenthesis that is closed on another line

    std::string_view text() const { return line->text.str(); }
    bool is_words() const { return kind == Kind::header || kind == Kind::text; }
};

// The runs of a ruler; of other lines the segments.
std::vector<GridLine> grid_lines(const std::vector<Line>& lines);

// Segments of `line` with each part that starts a date of its own set apart:
// "November 29, December 1," printed with one blank between is two.
std::vector<Segment> date_segments(const GridLine& line, const Segment& segment);

// True where every word can stand over a column of amounts and one of them must.
bool is_heading_text(std::string_view text);
// "(1)", "(a)": refers to a note.
bool is_note_mark(std::string_view text);
// True where it holds a length of time: "Three Months Ended", "Year-to-date".
bool has_length_words(std::string_view text);

// The first of the lines of prose right above `at`, four at most, none before `begin`.
std::size_t first_of_prose(const std::vector<GridLine>& lines, std::size_t begin, std::size_t at);

// The title without "(continued)", "(unaudited)" and the like, for comparison.
std::string title_key(std::string_view text);

}  // namespace fintool
