// Which of a release's statements are the primary ones: each kind once (a quarter's and a year to
// date's block of the same statement are one); the rest becomes Kind::other.
#pragma once

#include <vector>

#include "statement/kind.h"
#include "statement/statement.h"

namespace fintool {

struct Candidate {
    Statement statement;
    KindReading reading;
};

// In reading order; kinds and bases are settled, nothing is dropped.
std::vector<Statement> choose_primary(std::vector<Candidate> candidates,
                                      Diagnostics& diagnostics);

}  // namespace fintool
