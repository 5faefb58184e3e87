// The columns of a note on options and other awards: how many, at what price, for how many years.
#pragma once

#include <optional>
#include <string_view>

#include "statement/scale_words.h"
#include "statement/statement.h"

namespace fintool {

// Does a column hold exercise prices, or fair values at the day of the grant?
bool has_award_prices(const Statement& statement);
// Does one, or do rows lead from awards "Outstanding" by those "Exercised" to those "Exercisable"?
bool lists_awards(const Statement& statement);

// "Granted", "Options exercised", "Forfeited or expired".
bool moves_awards(std::string_view label);

// Makes the rows of such a table that has no column of prices count shares.
void settle_award_rows(Statement& statement);

// What such a table's column counts by its heading; nothing where that is money or unknown.
std::optional<Unit> unit_of_award_heading(std::string_view words);  // words_of(heading)

// Counts of awards that are printed in full keep that, whatever scale the table's shares have from
// elsewhere: "2,410,300" options are no billions.
void leave_awards_whole(const std::optional<ScaleWords>& stated, Statement& statement);

}  // namespace fintool
