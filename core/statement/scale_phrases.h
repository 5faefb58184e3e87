// Scales by phrases that stand anywhere in a line: "in thousands", "SEK million", "$000".
#pragma once

#include <optional>
#include <string>

#include "statement/scale_words.h"

namespace fintool {

// Of a line in lower case, its spaces folded: the first phrase counts, else a scale behind a
// currency's code. Of what the words say money, other and their currencies are set.
std::optional<ScaleWords> phrase_scale(const std::string& line);

}  // namespace fintool
