// The paths of a command line -> the files to read, in a fixed order, and their bytes: folders are
// walked bytewise sorted; links, pipes and devices in them are passed over; .gz and .zip unpacked.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"

namespace fintool::app {

struct Skipped {
    std::string path, reason;
};

struct FileList {
    std::vector<std::string> files;  // "-" is stdin
    std::vector<Skipped> skipped;    // links, pipes, devices, hidden files: no failure
    std::vector<Skipped> missing;    // named, but not there or not readable: a failure
};

// What is named itself may be a link; a folder named twice gives its files twice.
FileList list_files(const std::vector<std::string>& paths);

struct SourceBytes {
    std::string path;  // as given; a member of an archive: "archive.zip/member.txt"
    std::string bytes;
};

// A regular file of at most `limit` bytes, packed or not. Never blocks on a pipe or a device.
Result<std::vector<SourceBytes>> read_sources(const std::string& path, std::size_t limit);

}  // namespace fintool::app
