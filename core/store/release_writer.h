// One Reading -> its rows. Everything of a filing but what rests on other filings, too (labels,
// derived values: company_refresh.h). Runs inside the caller's transaction.
#pragma once

#include <cstdint>

#include "facts/reading.h"
#include "store/connection.h"
#include "store/warehouse.h"

namespace fintool {

// Ids of a filing's rows are its number times this, plus their place in it.
constexpr std::int64_t rows_per_filing = 100000;
constexpr std::int64_t first_derived_row = 50000;  // in `metrics`; reported ones come before
constexpr std::int64_t statements_per_filing = 1000;

// The id of the company whose rows have changed; 0 where the release names none and holds nothing.
std::int64_t write_release(Connection& connection, const Reading& reading, const Source& source);

}  // namespace fintool
