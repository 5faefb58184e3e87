// The names of months and weekdays, in lower case.
#pragma once

#include <optional>
#include <string_view>

namespace fintool {

// 1..12 for "january", "jan", "sept" and what releases misprint them as ("sepember"); else 0.
unsigned month_named(std::string_view word);
// True where one of the words, as words_of() gives them, is a month.
bool names_month(std::string_view words);
std::string_view month_name(unsigned month);  // of 1..12: "january"
// 0..6 from "sunday" on, else nothing.
std::optional<unsigned> weekday_named(std::string_view word);

}  // namespace fintool
