// Golden dumps: a stage's printable value is compared with a file beside the case.
// FINTOOL_UPDATE_GOLDEN=1 rewrites the file instead; the diff is the review.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace fintool {

inline std::string read_whole_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Empty where they agree, else the first line that differs, both ways.
inline std::string golden_difference(const std::string& path, const std::string& actual) {
    if (std::getenv("FINTOOL_UPDATE_GOLDEN")) {
        std::ofstream(path, std::ios::binary) << actual;
        return {};
    }
    const std::string expected = read_whole_file(path);
    if (expected == actual) return {};
    std::istringstream want(expected), have(actual);
    std::string wanted, got;
    for (int line = 1;; ++line) {
        const bool more_want = static_cast<bool>(std::getline(want, wanted));
        const bool more_have = static_cast<bool>(std::getline(have, got));
        if (more_want && more_have && wanted == got) continue;
        if (!more_want && !more_have) return path + ": differs in its last line end";
        return path + ":" + std::to_string(line) +
               "\n  expected: " + (more_want ? wanted : "(end)") +
               "\n  got:      " + (more_have ? got : "(end)");
    }
}

}  // namespace fintool
