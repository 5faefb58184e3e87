// Small questions about a text that may be SQL, and the caret under a mistake. Nothing is run here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fintool {

// Without the white space, comments and semicolons that it begins with; a view of its argument.
std::string_view sql_after_blanks(std::string_view sql);
// In lower case; parentheses before it are passed over. Empty where there is none.
std::string first_sql_word(std::string_view sql);
// Does the text read as SQL rather than as a question?
bool looks_like_sql(std::string_view text);

// 'it''s': a text as an SQL literal.
std::string sql_literal(std::string_view text);

// Two lines, each after a line break: the line of `text` that holds byte `at`, and a caret under
// it.
std::string with_caret(std::string_view text, std::size_t at);

}  // namespace fintool
