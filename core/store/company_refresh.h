// What rests on all filings of a company together: labels, derived and computed values, and which
// value stands for a quarter or year. Made anew where the company's filings have changed it: the
// result is the same as if all of it were.
#pragma once

#include <cstdint>

#include "store/connection.h"
#include "store/touched.h"

namespace fintool {

void refresh_metrics(Connection& connection, std::int64_t company_id, const Touched& touched);

}  // namespace fintool
