// Headings that blanks alone do not tell apart: see the header.
#include "grid/line_grid_segments.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace fintool {
namespace {

std::string_view text_of(const GridLine& line, const Segment& segment) {
    return line.text().substr(segment.begin, segment.end - segment.begin);
}

bool is_bare_year(std::string_view text) {
    text = trim(text);
    return text.size() >= 4 && text.size() <= 6 &&
           (text.starts_with("19") || text.starts_with("20")) &&
           std::all_of(text.begin(), text.begin() + 4, is_digit);
}

// "December 31,  1996" is one heading in spite of its two blanks.
std::vector<Segment> joined_dates(const GridLine& line) {
    std::vector<Segment> out;
    for (const Segment& segment : line.segments) {
        const bool joins = !out.empty() && segment.left - out.back().right <= 3 &&
                           text_of(line, out.back()).back() == ',' &&
                           is_bare_year(text_of(line, segment)) &&
                           !is_bare_year(text_of(line, out.back()));
        if (joins) {
            out.back().end = segment.end;
            out.back().right = segment.right;
            out.back().heading = true;
        } else {
            out.push_back(segment);
        }
    }
    return out;
}

}  // namespace

// "(Dollars in millions, shares in thousands) 2021     2020": the label fills its column, and the
// year one blank behind it is that of the first column.
std::vector<Segment> header_segments(const GridLine& line, int limit) {
    std::vector<Segment> segments = joined_dates(line);
    if (segments.size() < 2 || segments[0].heading || !is_bare_year(text_of(line, segments[1])))
        return segments;
    std::size_t last = line.words.size();
    while (last > 0 && line.words[last - 1].end > segments[0].end) --last;
    if (last < 2) return segments;
    const Word& word = line.words[last - 1];
    if (!word.year || word.gap != 1 || word.left < limit - 2) return segments;
    segments[0].end = line.words[last - 2].end;
    segments[0].right = line.words[last - 2].right;
    segments.insert(segments.begin() + 1, {word.begin, word.end, word.left, word.right, true});
    return segments;
}

void join_closest(std::vector<Segment>& parts) {
    std::size_t closest = 0;
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
        if (parts[i + 1].left - parts[i].right < parts[closest + 1].left - parts[closest].right)
            closest = i;
    }
    parts[closest].end = parts[closest + 1].end;
    parts[closest].right = parts[closest + 1].right;
    parts.erase(parts.begin() + static_cast<long>(closest) + 1);
}

}  // namespace fintool
