// A sentence as the claims see it: figures, measures and periods, and the plain words between them.
#pragma once

#include <string_view>
#include <vector>

#include "narrative/figures.h"
#include "narrative/measures.h"
#include "narrative/spoken_periods.h"
#include "narrative/words.h"

namespace fintool {

struct Item {
    enum class Kind { word, figure, measure, period };
    Kind kind = Kind::word;
    std::size_t first = 0, last = 0;  // words of the sentence, `last` included
    FoundFigure figure;               // by kind
    Measure measure;
    SpokenPeriod period;
    std::string_view text;  // of a word; a view of the sentence's words
};

// Left to right, no word twice. Qualifiers belong to their figure; articles are left out.
std::vector<Item> find_items(const std::vector<SpokenWord>& words);

// What the words directly before a figure make of it.
struct Role {
    enum class Kind { none, value, change, compare, alternative, also };
    Kind kind = Kind::none;
    int direction = 0;       // of a change
    std::size_t anchor = 0;  // the item at which the words that gave the role begin
};
Role role_of(const std::vector<Item>& items, std::size_t figure);

// +1 for "increase", "up"; -1 for "decrease", "lower"; 0 for other words.
int direction_of(std::string_view word);
// "compared", "versus": nothing else can be meant.
bool sets_against(std::string_view word);
// "from", "than", too.
bool compares(std::string_view word);
// Words that may stand between a measure and its figure without changing either.
bool is_filler(std::string_view word);

}  // namespace fintool
