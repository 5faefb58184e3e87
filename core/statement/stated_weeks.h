// Prose -> years that have a week more: "Fiscal year 2012 spanned 53 weeks".
#pragma once

#include <string>
#include <vector>

#include "statement/statement.h"

namespace fintool {

// Sets the start of columns of such a year, where no printed end told it. Years that end in January
// to June are left alone: companies call them by either calendar year.
void settle_weeks(const std::vector<std::string>& prose,
                  const std::vector<Statement*>& statements);

}  // namespace fintool
