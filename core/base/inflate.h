// Bytes of a .gz file or a .zip archive -> the bytes inside, up to a limit: a small file can
// unpack to a disk full. Nothing is written to disk; archives inside archives stay as they are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fintool {

constexpr std::size_t default_inflate_limit = std::size_t{64} << 20;

struct ZipMember {
    std::string name;  // as in the archive, may hold anything: never a path to write to
    std::string bytes;
};

// By the first bytes, whatever the file is called.
bool is_gzip(std::string_view bytes);
bool is_zip(std::string_view bytes);

// All members of a gzip file, one after the other.
Result<std::string> gunzip(std::string_view bytes, std::size_t limit = default_inflate_limit);
// The files of a zip archive in its own order, folders left out; `limit` is for all together.
Result<std::vector<ZipMember>> unzip(std::string_view bytes,
                                     std::size_t limit = default_inflate_limit);

}  // namespace fintool
