// Whether two tables print the same statement: their rows, their periods, their amounts.
#pragma once

#include <set>
#include <string>

#include "statement/statement.h"

namespace fintool {

// "Operating profit (loss)" is "Operating profit" of a period without losses, and "Other income
// (expense), net" is "Other income, net".
std::set<std::string> row_words(const Statement& statement);

// Most rows of the smaller one stand in the larger one too, and it is no mere extract.
bool same_rows(const Statement& a, const Statement& b);

bool share_period(const Statement& a, const Statement& b);

// Amounts of rows of one label in columns of one period: how many there are, how many of them
// differ by one in the last digit, as two roundings do, and how many by more.
struct Agreement {
    std::size_t amounts = 0;
    std::size_t rounded = 0;
    std::size_t apart = 0;

    bool exact() const { return apart == 0 && rounded == 0; }
};
Agreement compare_periods(const Statement& a, const Statement& b);

}  // namespace fintool
