// One part's bytes -> Document. `bytes` is the whole file, so that spans count from its start.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document.h"

namespace fintool {

// Decides by the content: HTML (a tag of a table, paragraph or page), else text.
Document read_document(std::string_view bytes, Span body);
// Several parts as one, in their order.
Document read_documents(std::string_view bytes, const std::vector<Span>& bodies);

// Fixed-width, tab and pipe text; SGML marks (<TABLE>, <S>, <C>, <PAGE>) are layout, not text.
Document read_text(std::string_view bytes, Span body);
Document read_html(std::string_view bytes, Span body);

}  // namespace fintool
