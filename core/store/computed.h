// Margins, growth, free cash flow: computed from the values that stand for a quarter or a year,
// by one table of formulas. Where an input is missing there is no row.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "store/stored_metric.h"

namespace fintool {

// From the rows that stand for their quarter or year (of_quarter, of_year). A result's id is that
// of its first input and the number of its formula: the same wherever it is computed.
std::vector<StoredMetric> compute_metrics(const std::vector<StoredMetric>& metrics);

// percent: 100 x left / right; difference: left - right; ratio: left / right; growth: of left on
// itself a year before, in percent. The table metric_formulas holds them for SQL.
struct Formula {
    enum class Rule { percent, difference, ratio, growth };
    std::string_view metric, left, right;
    Rule rule;
};
std::span<const Formula> computed_formulas();
std::string_view to_string(Formula::Rule rule);

// Names of what formulas take, and of what they give.
std::vector<std::string> formula_inputs();
std::vector<std::string> formula_results();

}  // namespace fintool
