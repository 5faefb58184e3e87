// What a row counts whose label says that it counts things.
#pragma once

#include <string>
#include <string_view>

#include "statement/statement.h"

namespace fintool {

// "days" of "Inventory turnover days", "stores" of "Number of stores", "subscribers" of
// "Subscribers at end of period"; empty for all others.
std::string counted_noun(std::string_view words);  // words_of(label)

// "Average number of employees": no share count.
bool averages_things(std::string_view words);

// Whole figures without a sign or words of money under "Operating statistics" count things
// (diagnostic "unit-assumed"). The statement's scale is applied.
void assume_counts(Statement& statement, Diagnostics& diagnostics);

}  // namespace fintool
