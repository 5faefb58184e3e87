// Companies -> all that a report shows of each: headline metrics by quarter with their sources,
// statements over the quarters, restatements, checks and releases.
#pragma once

#include <string>
#include <vector>

#include "query/names.h"
#include "query/result_set.h"

namespace fintool {

struct ReportValue {
    std::string metric, fiscal_label, period_end;
    double value = 0;
    SqlValue exact;
    std::string unit, origin;
    std::string hint;  // where it is printed, or how it is made
};

struct CompanyReport {
    CompanyName company;
    std::string about;                  // exchange, place, end of the fiscal year
    std::vector<ReportValue> values;    // by metric in the order of headline_metrics(), then by day
    std::vector<ResultSet> statements;  // the newest quarters of each kind, side by side
    ResultSet restatements, failed_checks, claims, releases;
    std::string check_counts;
};

// What a report charts, and the ratios and growth that it tables, in this order.
const std::vector<std::string>& headline_metrics();

// All companies for none.
Result<std::vector<CompanyReport>> read_report(Reader& reader,
                                               const std::vector<CompanyName>& companies);

}  // namespace fintool
