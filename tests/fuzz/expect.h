// What must hold for every input of a fuzz target: where it does not, the program stops with a
// sentence, and libFuzzer keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/mapped_text.h"
#include "base/text.h"

namespace fintool::fuzz {

inline void expect(bool holds, const std::string& what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what.c_str());
    std::abort();
}

inline std::string_view text_of(const unsigned char* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

inline void expect_inside(Span span, std::size_t size, const std::string& what) {
    expect(span.begin <= span.end && span.end <= size, what + " lies in the file");
}

inline void expect_text(const MappedText& text, std::size_t size, const std::string& what) {
    expect(is_valid_utf8(text.str()), what + " is UTF-8");
    expect_inside(text.span(), size, what);
}

}  // namespace fintool::fuzz
