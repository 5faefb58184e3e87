// Text that came from a document, made safe for where it is shown: it cannot send escapes to a
// terminal, formulas to a spreadsheet or markup to a page.
#pragma once

#include <string>
#include <string_view>

namespace fintool {

// One line: control, bidi and invisible characters and broken UTF-8 show as \x1b or \u{202e}.
std::string terminal_text(std::string_view text);
// How many columns a terminal gives it; `text` as terminal_text() makes it.
std::size_t terminal_width(std::string_view text);
// The longest beginning that fits `width` columns, in bytes.
std::size_t bytes_that_fit(std::string_view text, std::size_t width);

// Quoted where it must be. Text that a spreadsheet would run (= + - @, tab, return) gets a "'".
std::string csv_text(std::string_view text, bool guard_formulas = true);
std::string tsv_text(std::string_view text, bool guard_formulas = true);
// With its quotes; broken UTF-8 becomes U+FFFD.
std::string json_text(std::string_view text);
std::string html_text(std::string_view text);
std::string markdown_text(std::string_view text);

}  // namespace fintool
