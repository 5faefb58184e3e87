// What the rules of check_statements share: the reading, its amounts and sums, the checks so far.
#pragma once

#include <string>
#include <vector>

#include "facts/reading.h"
#include "statement/arithmetic.h"

namespace fintool {

struct Workings {
    explicit Workings(const Reading& of);

    const Reading& reading;
    std::vector<AmountTable> amounts;      // one per statement
    std::vector<SumStructure> structures;  // one per statement
    std::vector<Check> checks;

    const std::string& metric_of(std::size_t statement, std::size_t row) const;
    // words_of() the row's label.
    const std::string& words(std::size_t statement, std::size_t row) const {
        return words_[statement][row];
    }

private:
    std::vector<std::vector<std::string>> words_, metrics_;  // of (statement, row)
};

void check_sums(Workings& workings);       // subtotals, totals, results, sections, cash
void check_balance(Workings& workings);    // assets = liabilities + equity
void check_columns(Workings& workings);    // quarter + quarter = half year
void check_between(Workings& workings);    // statement against statement
void check_per_share(Workings& workings);  // EPS x shares = net income

void check_scales(Workings& workings);  // statement scales against each other
// What adds up to a figure that is right, and does not: needs the checks of all other rules.
void check_lost_rows(Workings& workings);

// By the checks so far.
using Proofs = std::vector<std::vector<std::vector<Proof>>>;
Proofs proofs_of(const Reading& reading, const std::vector<Check>& checks);

// An amount of this table in whole units of its currency.
Decimal in_whole_units(const AmountTable& amounts, std::int64_t value);
// "Total current assets 98,666", in the units in which it is printed.
std::string name_with_figure(const Statement& statement, std::size_t row, std::size_t column);
std::string name_of(const Row& row);
// The same two for a check's form, of the cell with this number.
std::string numbered_figure(const Statement& statement, std::size_t row, std::size_t number);
std::string numbered_name(const Row& row, std::size_t number);

}  // namespace fintool
