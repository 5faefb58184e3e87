// A hypothesis about a table's rows ("this row is the sum of those") -> what it is worth, in bits:
// the lengths of the figures that tie, less what it cost to try. Which hypotheses are tried, and in
// what order, is not asked here (sum_search.cpp).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "statement/arithmetic.h"

namespace fintool {

// Thousands are tried of a table, so nothing is copied for one.
struct SumTrial {
    std::size_t total = 0;
    std::span<const std::size_t> rows;
    std::array<std::int8_t, 64> signs;  // +1 or -1, beside rows
};

struct SumFound {
    Sum sum;
    int score = 0;
    bool subtracts = false;  // a row is taken away that no label says is taken away
};

class SumTrials {
public:
    SumTrials(const Statement& statement, const AmountTable& amounts);

    // Puts the trial into `best` where it is better. `loosely`: rounding and, against better
    // evidence, a broken column.
    void offer(const SumTrial& trial, int cost, bool loosely, std::optional<SumFound>& best) const;

    const LabelHints& hints(std::size_t row) const { return hints_[row]; }
    // Blank cells are 0 without a step: they take no part.
    const Amount& at(std::size_t row, std::size_t column) const {
        return flat_[column * statement_.rows.size() + row];
    }
    // No figure of the column is known less exactly.
    std::int64_t largest_step(std::size_t column) const { return largest_steps_[column]; }

private:
    // How one column of a trial stands.
    struct Standing {
        Sum::Tie tie = Sum::Tie::absent;
        std::int64_t difference = 0;
    };
    Standing standing(const SumTrial& trial, std::size_t column) const;
    std::int64_t rounding(const SumTrial& trial, std::size_t column) const;
    bool is_misprint(const SumTrial& trial, std::size_t column, std::int64_t difference) const;
    std::optional<int> score_of(const SumTrial& trial, int cost, bool loosely) const;
    bool subtracts(const SumTrial& trial) const;
    int bits_in(const SumTrial& trial, std::size_t column, Sum::Tie tie) const;

    const Statement& statement_;
    const AmountTable& amounts_;
    std::vector<LabelHints> hints_;            // of each row
    std::vector<Amount> flat_;                 // column by column
    std::vector<std::int64_t> largest_steps_;  // of each column
    mutable std::vector<Standing> columns_;    // of the trial at hand
};

}  // namespace fintool
