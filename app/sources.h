// The paths of a command line -> the files to read, in a fixed order, and their bytes: folders are
// walked bytewise sorted; links, pipes and devices in them are passed over; .gz and .zip unpacked.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <utility>
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
    std::size_t file = 0;  // its number in the list, from 1
};
using SourceResult = Result<SourceBytes>;

// The files of a list one after another, each unpacked; the members of an archive one by one.
// Regular files of at most `limit` bytes, packed or not; never blocks on a pipe or a device.
class SourceStream {
public:
    SourceStream(std::vector<std::string> files, std::size_t limit)
        : files_(std::move(files)), limit_(limit) {}

    std::optional<SourceResult> next();

private:
    std::vector<std::string> files_;
    std::size_t limit_ = 0, at_ = 0;
    std::deque<SourceBytes> members_;  // of the archive that was opened last
};

}  // namespace fintool::app
