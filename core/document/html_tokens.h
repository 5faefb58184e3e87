// A page's bytes -> tags and text, one after the other, with their places: the tokenizer states of
// HTML 5. No tree is built, nothing is copied; each byte is looked at a bounded number of times.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/span.h"

namespace fintool {

// The elements that change how a release reads; all others are transparent.
enum class HtmlTag : unsigned char {
    other,
    table,
    row,
    cell,
    section,
    caption,  // table; tr; td th; thead tbody tfoot
    paragraph,
    division,
    heading,
    item,
    list,
    preformatted,
    rule,
    line_break,
    bold,
    inline_run,
    superscript,
    centred,
    hidden,
    dropped_line,
    raw_text
};

struct HtmlToken {
    enum class Kind { text, open, close, end };
    Kind kind = Kind::end;
    Span span;  // the text, or the whole tag
    HtmlTag tag = HtmlTag::other;
    std::string_view name;       // as written
    bool closes_itself = false;  // <br/>
    // Attributes of an open tag, as written, the first of each name.
    std::string_view style, align, colspan, rowspan, hidden;
};

class HtmlTokens {
public:
    HtmlTokens(std::string_view bytes, Span body);
    HtmlToken next();

private:
    HtmlToken text_token(std::size_t begin);
    bool read_markup(HtmlToken& token);
    void read_tag(HtmlToken& token, std::size_t name_begin);
    void read_attribute(HtmlToken& token);
    std::string_view read_attribute_value();
    void skip_comment();
    void skip_raw_text(std::string_view name);
    std::size_t find(std::string_view mark, std::size_t from, std::size_t slot);

    std::string_view bytes_;  // up to the end of the body
    std::size_t at_;
    // Marks that were sought in vain: from there on they are not sought again, so that a million
    // openings without an end cost one search.
    std::array<std::size_t, 10> missing_from_;
};

}  // namespace fintool
