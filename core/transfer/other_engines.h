// The same files for engines that are no PostgreSQL: their CREATE TABLE with every type spelled
// out, and the statements that read the files. What an engine would infer from SQLite or from text
// is wrong too often: whole numbers have 64 bits, values are decimal.
#pragma once

#include <string>
#include <vector>

#include "transfer/manifest.h"
#include "transfer/tables.h"

namespace fintool {

// For DuckDB, run in the folder of an export as csv.
std::string duckdb_script(const std::vector<Table>& tables, const Manifest& manifest);
// For clickhouse-client, run in the folder of an export as COPY text.
std::string clickhouse_script(const std::vector<Table>& tables, const Manifest& manifest);

}  // namespace fintool
