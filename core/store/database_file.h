// A path -> is a fintool database behind it? By its first hundred bytes, without opening it; only a
// write that was cut short is rolled back first.
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

// kill -9 or a power cut in the middle of a write leaves a journal beside the file. SQLite rolls it
// back when the file is next opened, but only on a connection that may write: questions would be
// refused. Leaves alone what another process is writing, what is not ours, and what may not be
// written.
void roll_back_a_write_cut_short(const std::string& path);

// Refuses what is no file, no SQLite database, another program's database, or one that a newer
// fintool has written.
Result<DatabaseFile> examine_database_file(const std::string& path);

// "fintool.db was written by a newer fintool ..."; also for a version found after opening.
Error newer_schema(const std::string& path, std::int64_t schema);
Error not_ours(const std::string& path, const std::string& why);

}  // namespace fintool
