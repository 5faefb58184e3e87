// What the bytes of a part are, page or text, and several parts as one document.
#include "document/readers.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/text.h"

namespace fintool {
namespace {

// The tags that only a page has. <TABLE>, <S>, <C>, <PAGE>, <CAPTION> are marks of plain text.
bool is_html(std::string_view text) {
    static constexpr std::array<std::string_view, 12> tags = {
        "<html", "<body", "<tr",   "<td",   "<div", "<p>",
        "<p ",   "<br",   "<font", "<span", "<pre", "<!doctype html"};
    for (std::size_t at = text.find('<'); at != std::string_view::npos;
         at = text.find('<', at + 1)) {
        for (const auto tag : tags) {
            if (!starts_with_ignoring_case(text.substr(at, tag.size()), tag)) continue;
            const std::size_t end = at + tag.size();
            const bool whole = tag.back() == '>' || tag.back() == ' ' || end >= text.size() ||
                               !is_alnum(text[end]);
            if (whole) return true;
        }
    }
    return false;
}

}  // namespace

Document read_document(std::string_view bytes, Span body) {
    body.end = std::min(body.end, bytes.size());
    body.begin = std::min(body.begin, body.end);
    const bool html = is_html(bytes.substr(body.begin, body.end - body.begin));
    return html ? read_html(bytes, body) : read_text(bytes, body);
}

Document read_documents(std::string_view bytes, const std::vector<Span>& bodies) {
    Document document;
    for (const Span body : bodies) {
        Document next = read_document(bytes, body);
        std::move(next.blocks.begin(), next.blocks.end(), std::back_inserter(document.blocks));
        std::move(next.diagnostics.begin(), next.diagnostics.end(),
                  std::back_inserter(document.diagnostics));
    }
    return document;
}

}  // namespace fintool
