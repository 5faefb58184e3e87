// A database -> a running PostgreSQL, again and again: what is new or changed goes over, what is
// gone here goes there, the rest stays untouched. A transaction per part (the year of release).
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace fintool {

struct PostgresLoad {
    std::string target;                      // the address without its password
    std::size_t parts = 0, sent = 0;         // years; those of them that had changes
    std::int64_t releases = 0, removed = 0;  // that went over; that went there
    std::int64_t rows = 0, bytes = 0;        // that went over
};

Result<PostgresLoad> load_into_postgres(const std::string& database, const std::string& url);

}  // namespace fintool
