// A statement's amounts -> which rows are sums of which, found by the numbers: labels and rules
// only tip the scales. A structure that ties in every column is evidence; one that ties by chance
// is not: what a tie is worth is counted in bits (see sum_trials.h). No check is judged here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "statement/statement.h"

namespace fintool {

// A cell as arithmetic sees it: multiples of 10^exponent of its table.
struct Amount {
    std::int64_t value = 0;
    std::int64_t step = 0;  // what one unit of its last printed digit is worth; a dash: 0
};

struct AmountTable {
    int exponent = 0;        // one unit is 10^exponent whole units of the currency
    std::int64_t grain = 1;  // all amounts are multiples of it: "86,433,000" is worth five digits
    std::vector<std::vector<std::optional<Amount>>> cells;  // [row][column], as in the statement
    bool has(std::size_t row) const;                        // any amount in this row
};
// Money only (what is counted in a table that mostly counts one thing); period columns only (all
// columns where none is a period).
AmountTable read_amounts(const Statement& statement);

struct Sum {
    // Of one column: absent where total or addends are blank; rounded where the printed digits
    // allow it; broken where they do not.
    enum class Tie { absent, exact, rounded, broken };
    std::size_t total = 0;
    std::vector<std::pair<std::size_t, int>> addends;  // row, +1 or -1; top down
    bool exact = false;                                // no column is rounded or broken
    std::vector<Tie> ties;                             // one per column of the statement
    int bits = 0;  // evidence: a structure like this is a coincidence once in 2^bits
    bool operator==(const Sum&) const = default;
};

// A row that is the total of nothing that was found, and the rows that were open over it.
struct Unexplained {
    std::size_t row = 0;
    std::vector<std::size_t> above;  // top down
};

struct SumStructure {
    std::vector<Sum> sums;
    std::vector<Unexplained> unexplained;
};
SumStructure find_structure(const Statement& statement, const AmountTable& amounts);

// Sums in row order. A row may be the total of two (cash: its sections, and end less beginning).
// Every sum ties in at least one column that has two addends; some columns may be broken.
std::vector<Sum> find_sums(const Statement& statement);

// How one column of a sum stands, for a structure that is known from elsewhere.
Sum::Tie tie_in(const AmountTable& amounts, const Sum& sum, std::size_t column);
// total - sum of signed addends, in the table's units; blanks count as nothing.
std::int64_t difference_in(const AmountTable& amounts, const Sum& sum, std::size_t column);
// What rounding may do to a sum: half a digit of every figure, and never more than happens to
// three in a thousand. In the table's units.
std::int64_t rounding_of(const AmountTable& amounts, const Sum& sum, std::size_t column);

// The same, figure by figure.
struct RoundingSteps {
    std::int64_t steps = 0, largest = 0;
    int figures = 0;
    void add(std::int64_t step) {
        if (step == 0) return;
        steps += step;
        if (step > largest) largest = step;
        ++figures;
    }
    std::int64_t rounding() const;
};

// True where the difference is what one wrong digit or one lost sign makes.
bool is_misprint(const AmountTable& amounts, const Sum& sum, std::size_t column);
bool is_lost_sign(const AmountTable& amounts, const Sum& sum, std::size_t column);

// True for rows that the labels subtract: "Less accumulated depreciation".
bool is_less_row(const Row& row);
// True where a label names an outflow of an income statement: "Cost of sales", "Income taxes".
bool is_expense_row(const Row& row);
// "Total ...", "Cash used for investing activities", no label at all, or a rule above: a row that
// closes what stands over it.
bool is_total_row(const Row& row);

// The same of one row, its words taken apart once.
struct LabelHints {
    bool total = false;
    bool less = false;
    bool expense = false;
    bool negatable = false;  // "Net loss 9,911" under "Loss before taxes 9,911": without its sign
};
LabelHints hints_of(const Row& row);

}  // namespace fintool
