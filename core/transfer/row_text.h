// Rows -> text that other engines read: PostgreSQL's COPY (tabs, \N), csv, or JSON, a line each.
// Text is made sound on its way: no NUL, and what is no UTF-8 becomes U+FFFD.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "query/snapshot.h"
#include "transfer/tables.h"

namespace fintool {

enum class RowFormat { copy, csv, ndjson };

std::optional<RowFormat> parse_row_format(std::string_view name);
std::string_view to_string(RowFormat format);
// Of a file of such rows: ".copy", ".csv", ".ndjson".
std::string file_ending(RowFormat format);
// What stands before the rows: the names of csv, else nothing.
std::string heading_row(const Table& table, RowFormat format);

// Appends the row; an Error where a value is not of its column's kind, as in a file that another
// program has written to.
Status append_row(std::string& out, const Table& table, const SqlRows& row, RowFormat format);

}  // namespace fintool
