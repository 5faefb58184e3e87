// What the other side has already: the tables fintool_export and fintool_export_parts in it, which
// are changed in the same transactions as the rows that they speak of.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "transfer/postgres_connection.h"
#include "transfer/postgres_schema.h"
#include "transfer/tables.h"

namespace fintool {

// What is told apart by one hash: all rows of a company, of a release, the inputs of its metrics,
// or a table that belongs to none.
namespace book_kind {
inline constexpr const char* company = "company";
inline constexpr const char* release = "release";
inline constexpr const char* inputs = "inputs";
inline constexpr const char* table = "table ";  // before its name
}  // namespace book_kind

using Hashes = std::map<std::int64_t, std::string>;

// Makes tables and views where they are missing or of another version of the schema; refuses a
// schema in which others have tables of these names. One export at a time.
Status open_books(PostgresConnection& there, const std::vector<Table>& tables,
                  const std::vector<PostgresView>& views);

Result<Hashes> booked_hashes(PostgresConnection& there, const std::string& kind,
                             const std::string& part);
Result<std::vector<std::string>> booked_parts(PostgresConnection& there);
// Text of COPY for new entries.
void append_entry(std::string& out, const std::string& kind, std::int64_t number,
                  const std::string& part, const std::string& sha256);
Status enter(PostgresConnection& there, const std::string& entries);

// Indexes and foreign keys, where they have not been made yet: faster when the rows are there.
Status close_books(PostgresConnection& there, const std::vector<Table>& tables, bool changed);

}  // namespace fintool
