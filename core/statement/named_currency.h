// The currency of a statement's money, where the statement itself names one.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "statement/scale_words.h"

namespace fintool {

// By words over the table or by signs, as ISO code; empty where it names none. Pesos or rupees of
// no country are those that the prose names for all, else a guess with a diagnostic.
std::string named_currency(const Grid& grid, const Statement& statement,
                           const std::optional<ScaleWords>& stated, const ReleaseContext& context,
                           Diagnostics& diagnostics);

}  // namespace fintool
