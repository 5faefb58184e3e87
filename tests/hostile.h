// Texts that are one unit many times over, and how the time to read them grows with their size.
#pragma once

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>

namespace hostile {

inline std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

struct Text {
    std::string name, before, unit, after;
    std::size_t times;

    std::string of(std::size_t count) const { return before + repeated(unit, count) + after; }
};

// Processor time for twice the units against once; linear reading stays below 2.5. The best of a
// few tries, since other work disturbs; what takes next to no time at all is not compared.
template <typename Read>
double growth(const Text& text, Read read) {
    const std::string once = text.of(text.times), twice = text.of(2 * text.times);
    const auto seconds = [&](const std::string& bytes) {
        const std::clock_t start = std::clock();
        read(bytes);
        return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    double best = 100;
    for (int attempt = 0; attempt < 8 && best >= 2.5; ++attempt) {
        best = std::min(best, seconds(twice) / std::max(seconds(once), 0.002));
    }
    return best;
}

}  // namespace hostile
