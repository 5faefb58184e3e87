// Releases with one fault each: a digit, a dropped row, a shifted row, a scale word, a sign.
#pragma once

#include <string>
#include <vector>

#include "facts/reading.h"

namespace mutants {

enum class Kind { digit, drop_row, shift_row, scale_word, sign };
std::string_view to_string(Kind kind);

struct Mutant {
    Kind kind = Kind::digit;
    std::size_t statement = 0, row = 0, column = 0;  // what was aimed at
    std::string what;                                // "1,234 -> 1,934"
    std::string bytes;                               // of the whole file
};

// A small generator of its own: the same numbers on every platform.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::size_t roll(std::size_t sides);

private:
    std::uint64_t state_;
};

// `count` mutants of one release, in the order in which the dice make them; fewer where the
// release has too few places. Aims at amounts of money in primary statements.
std::vector<Mutant> make_mutants(const std::string& bytes, const fintool::Reading& reading,
                                 std::size_t count, Dice& dice);

enum class Fate {
    caught,    // a check fails that did not
    doubted,   // no check fails, and no changed number is proven
    missed,    // a changed number is still proven
    harmless,  // no proven number changed
    unread     // the statement is not read any more: its numbers are missing, not wrong
};
std::string_view to_string(Fate fate);
Fate fate_of(const Mutant& mutant, const fintool::Reading& before, const fintool::Reading& after);

}  // namespace mutants
