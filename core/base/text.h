// Small questions about text. ASCII only, locale free; bytes above 127 are ordinary letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fintool {

constexpr bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_alpha(char c) { return is_upper(c) || is_lower(c); }
constexpr bool is_alnum(char c) { return is_alpha(c) || is_digit(c); }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text);
// Views of their argument: a temporary string is refused by the compiler, the views would dangle.
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::vector<std::string_view> split(std::string&& text, char separator) = delete;

// Every run of white space one blank, none at the ends.
std::string fold_space(std::string_view text);

// "Net Sales (1):" -> "net sales": lower case, letters and digits only, words one blank apart,
// "&" read as "and"; what stands in (), [] is kept as words.
std::string words_of(std::string_view text);

// True where `phrase` (lower case, words one blank apart) stands in `words` on word borders.
bool has_phrase(std::string_view words, std::string_view phrase);

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);

bool is_valid_utf8(std::string_view bytes);

// Damerau-Levenshtein distance, for "did you mean".
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace fintool
