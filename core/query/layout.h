// A tidy series -> tables for people: one metric of one company reads down with its growth, several
// metrics or up to eight companies stand side by side, more stay tidy.
#pragma once

#include <vector>

#include "query/question.h"
#include "query/result_set.h"

namespace fintool {

// `series` has the columns of series_sql().
std::vector<ResultSet> lay_out(const ResultSet& series, const Question& question);

}  // namespace fintool
