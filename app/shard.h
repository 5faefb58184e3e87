// "2/8" of --shard -> which releases are this machine's share: by their content, so that every
// release is in one share, whatever the machines call its file.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace fintool::app {

struct Shard {
    unsigned number = 1, of = 1;
    // Of the bytes after decompression, lower-case hex.
    bool holds(std::string_view sha256) const;
};

// An empty text is all of it.
Result<Shard> read_shard(const std::string& text);

}  // namespace fintool::app
