// A report's table of contents, or its list of exhibits: labels and the pages that they are on.
#pragma once

#include "statement/statement.h"

namespace fintool {

// "Item 3. Legal proceedings ... 20": read as a statement it would be $20,000 thousand.
bool lists_pages(const Statement& statement);

}  // namespace fintool
