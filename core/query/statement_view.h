// A stored release, laid out as it was printed: from the database alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/reader.h"

namespace fintool {

struct StoredRelease {
    std::int64_t id = 0;
    std::string path, company, ticker, title, released_on, fiscal_label, status, reason;
};

// By file (path, its last part or a part of that), or by words: "ACME Q2 FY2009", "acme".
// All releases for no words; invalid_argument where there is none of that name.
Result<std::vector<StoredRelease>> find_releases(Reader& reader,
                                                 const std::vector<std::string>& words);

// One table per statement: section headings and indented labels down, the printed columns across,
// cells as printed. `kind` picks one kind; empty: all.
Result<std::vector<ResultSet>> statements_as_printed(Reader& reader, std::int64_t filing_id,
                                                     std::string_view kind);
// The same, a row per cell: file, statement, row, section, label, heading, period, raw text, value.
Result<ResultSet> statements_as_rows(Reader& reader, std::int64_t filing_id, std::string_view kind);

// Adds the lines of one label to a table, the last of which takes the cells.
void add_label(ResultSet& table, const std::string& label, const std::string& indent);
// A stored section is a path: "ASSETS > Current Assets". Adds a line for each of its levels that is
// not open yet; gives how many levels there are.
std::size_t open_sections(ResultSet& table, std::string_view before, std::string_view section);

// The releases themselves, a row each.
ResultSet list_releases(const std::vector<StoredRelease>& releases);

}  // namespace fintool
