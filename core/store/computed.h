// Margins, growth, free cash flow: computed from the values that stand for a quarter or a year,
// by one table of formulas. Where an input is missing there is no row.
#pragma once

#include <vector>

#include "store/stored_metric.h"

namespace fintool {

// From the rows that stand for their quarter or year (of_quarter, of_year). A result's id is that
// of its first input and the number of its formula: the same wherever it is computed.
std::vector<StoredMetric> compute_metrics(const std::vector<StoredMetric>& metrics);

// Names of what formulas take, and of what they give.
std::vector<std::string> formula_inputs();
std::vector<std::string> formula_results();

}  // namespace fintool
