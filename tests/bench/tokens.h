// The floor under reading text: lines, columns and numbers, and nothing understood.
#pragma once

#include <cstdint>
#include <string_view>

namespace bench {

struct TokenCount {
    std::uint64_t lines = 0;
    std::uint64_t segments = 0;  // parted by two spaces or a tab, with their columns
    std::uint64_t numbers = 0;
    std::int64_t sum = 0;  // of numbers and columns: nothing can be left out

    bool operator==(const TokenCount&) const = default;
};

TokenCount count_tokens(std::string_view bytes);

}  // namespace bench
