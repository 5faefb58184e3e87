// A place in a release: bytes [begin, end) of the file after decompression and before decoding.
#pragma once

#include <cstddef>

namespace fintool {

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Span&) const = default;
    bool empty() const { return begin == end; }
};

// The smallest span that holds both; an empty one adds nothing.
inline Span join(Span a, Span b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace fintool
