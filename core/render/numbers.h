// A number as text: exact for programs, grouped for people.
#pragma once

#include <string>

#include "query/result_set.h"

namespace fintool {

// As csv and json have it: "4132000", "-0.11", "74.39"; a text as it is, nothing for NULL.
std::string plain_text(const SqlValue& value);
// As people have it: "4,132,000", "-0.11", "+74.4%".
std::string people_text(const SqlValue& value, ResultSet::Style style);
std::string people_text(const SqlValue& value, const ResultSet::Column& column);
bool is_number(const SqlValue& value);
// Numbers only (and NULLs): people read such a column from its right edge.
bool is_numeric(const ResultSet& result, std::size_t column);

}  // namespace fintool
