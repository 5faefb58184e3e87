// What rests on all filings of a company together: labels, derived and computed values, and which
// value stands for a quarter or year. Made anew whenever the company's filings change.
#pragma once

#include <cstdint>

#include "store/connection.h"

namespace fintool {

void refresh_metrics(Connection& connection, std::int64_t company_id);

}  // namespace fintool
