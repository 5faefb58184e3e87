// Rows of what flows in tables of balances: of the years that end on the days of their columns.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "statement/statement.h"

namespace fintool {

// "net sales", "net income as reported": never of a day. Of words_of() a whole label.
bool names_flow(std::string_view words);

// The years that the income statement prints, by their last days; not where one of its quarters or
// halves ends on that day, too.
using YearsOfIncome = std::map<Date, Period>;
YearsOfIncome years_of_income(const std::vector<Statement>& statements);

// "Net sales" beside "Segment assets" under "September 30, 2000" in an annual report: of the year
// that ends on that day. So are "Capital expenditures" and "Dividends" beside "Net sales" and
// "Total assets" under bare years. For tables of Kind::other.
void set_flow_years(const YearsOfIncome& years, Statement& statement);

}  // namespace fintool
