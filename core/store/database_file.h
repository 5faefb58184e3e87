// A path -> is a fintool database behind it? By its first hundred bytes, without opening it.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace fintool {

struct DatabaseFile {
    bool exists = false;
    bool empty = true;  // no bytes yet
    std::int64_t size = 0;
    std::int64_t application_id = 0;  // of the header
    std::int64_t schema = 0;          // user_version of the header
};

// Refuses what is no file, no SQLite database, another program's database, or one that a newer
// fintool has written.
Result<DatabaseFile> examine_database_file(const std::string& path);

// "fintool.db was written by a newer fintool ..."; also for a version found after opening.
Error newer_schema(const std::string& path, std::int64_t schema);
Error not_ours(const std::string& path, const std::string& why);

}  // namespace fintool
