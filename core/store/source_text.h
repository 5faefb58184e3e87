// A release's bytes -> what is kept of them in source_texts, and back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace fintool {

struct PackedSource {
    std::string encoding;  // plain | zlib | none (no content)
    std::size_t size = 0;  // of the bytes themselves
    std::string content;
};

// Compressed where that is smaller. Costs time: call it where the release is read, not in the
// thread that writes.
PackedSource pack_source(std::string_view bytes);
Result<std::string> unpack_source(const PackedSource& packed);

// The bytes of a stored release, by its number in `filings`. Where they were not kept, from the
// file that it was read from, if that is still the same.
Result<std::string> read_source(const std::string& database, std::int64_t filing_id);

}  // namespace fintool
