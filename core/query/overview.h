// What a database holds, as tables: its companies, its sizes and troubles, its unmapped labels.
#pragma once

#include <string>
#include <vector>

#include "query/reader.h"

namespace fintool {

Result<ResultSet> list_companies(Reader& reader);
// A row per thing counted: filings by status, statements, cells, metrics, diagnostics by code.
Result<ResultSet> summarize(Reader& reader);
// The share of money cells (not 0) of primary statements that an exact identity proves: of all, by
// format (the file's ending) and decade, and of every release.
Result<ResultSet> list_proven(Reader& reader);
// Labels of the primary statements that no metric claims, the most frequent first.
Result<ResultSet> list_unmapped_labels(Reader& reader);

// Labels that the user has given a meaning.
Result<ResultSet> list_own_labels(Reader& reader);

// Identities that failed (with `all`: every one), of the releases that `words` name; none: all.
Result<ResultSet> list_checks(Reader& reader, const std::vector<std::string>& words, bool all);

}  // namespace fintool
