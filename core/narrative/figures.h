// Words -> the figures among them: amounts of money, per-share amounts, percentages, counts.
#pragma once

#include <vector>

#include "narrative/claims.h"
#include "narrative/words.h"

namespace fintool {

struct FoundFigure {
    Figure figure;
    std::size_t first = 0, last = 0;  // words, `last` included; without the qualifier
    std::size_t qualifier_first = 0;  // the first word of "approximately", or `first`
};

// Left to right. Numbers that count nothing known (dates, years, phones) are no figures.
std::vector<FoundFigure> find_figures(const std::vector<SpokenWord>& words);

}  // namespace fintool
