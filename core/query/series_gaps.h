// Which quarters or years a series lacks between its first and its last.
#pragma once

#include <cstddef>
#include <string>

#include "query/question.h"
#include "query/result_set.h"

namespace fintool {

struct SeriesGaps {
    std::size_t missing = 0;  // over all series of the answer
    std::string ranges;       // "Q3 FY2004 - Q4 FY2004, Q3 FY2005"; only where there is one series
};

// `series` has the columns and the order of series_sql().
SeriesGaps find_gaps(const ResultSet& series, Question::Step step);

}  // namespace fintool
