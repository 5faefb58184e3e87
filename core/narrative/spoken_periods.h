// Words -> the periods that they speak of: "the second quarter of fiscal 2009", "a year ago".
#pragma once

#include <vector>

#include "narrative/claims.h"
#include "narrative/words.h"

namespace fintool {

struct FoundPeriod {
    SpokenPeriod period;
    std::size_t first = 0, last = 0;  // words, `last` included
};

std::vector<FoundPeriod> find_periods(const std::vector<SpokenWord>& words);

// "A year ago ... for the full year": both at once. Nothing where they contradict each other.
std::optional<SpokenPeriod> merged(const SpokenPeriod& a, const SpokenPeriod& b);

}  // namespace fintool
