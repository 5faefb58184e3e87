// Margins, growth, free cash flow: computed from the values that stand for a quarter or a year,
// by one table of formulas. Where an input is missing there is no row.
#pragma once

#include <vector>

#include "store/stored_metric.h"

namespace fintool {

// `chosen`: rows that stand for their quarter or year (of_quarter, of_year).
std::vector<StoredMetric> compute_metrics(const std::vector<StoredMetric>& chosen);

}  // namespace fintool
