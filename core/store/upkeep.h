// What is done to a database as a whole: bringing it up to date, checking it, copying it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace fintool {

struct MigrationReport {
    std::int64_t from = 0, to = 0;     // schema numbers; equal: it was up to date
    std::vector<std::string> applied;  // names of migrations: 0002_segments
    std::string backup;                // the copy that was made before; empty: none was needed
};

// With `dry_run` only says what would be done. An absent file is an error and none is made.
Result<MigrationReport> migrate_database(const std::string& path, bool dry_run = false);

struct VerifyReport {
    std::vector<std::string> problems;  // one sentence each; empty: all is well
    std::int64_t filings = 0, sources = 0;
};

// Pages, foreign keys, schema, records of migrations, and the hash of every stored source. Reads
// the whole file and changes nothing.
Result<VerifyReport> verify_database(const std::string& path);

// A complete copy in `to`, which must not exist yet. Waits for a writer, disturbs none.
Status back_up_database(const std::string& path, const std::string& to);

std::string sqlite_version();  // of the library that is linked

}  // namespace fintool
