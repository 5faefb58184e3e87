// What a database holds, in words that hang on no number of a row: for comparing databases that
// were made in different ways.
#pragma once

#include <string>

// A line per row, tables one after the other, the lines of each sorted. Without ingested_at,
// applied_at and the texts' bytes.
std::string database_content(const std::string& path);

// The first line that is in one of them alone, and which; empty: they are the same.
std::string first_difference(const std::string& a, const std::string& b);
