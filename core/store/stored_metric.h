// A row of `metrics` in memory, with its period: what derivation, computation and choice look at.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts/derive.h"
#include "facts/reading.h"
#include "store/connection.h"

namespace fintool {

struct StoredMetric {
    SeriesValue value;  // id, metric, period, fiscal_label, value, unit, basis, vintage, filing
    Origin origin = Origin::reported;
    std::int64_t period_id = 0;
    int fiscal_year = 0;  // of the period; 0: none
    int fiscal_quarter = 0;
    std::string formula;               // of a derived or computed one
    std::vector<std::int64_t> inputs;  // ids, in the order of the formula
    bool of_quarter = false, of_year = false;
    bool new_row = false;  // not yet in the table
};

// A company's rows that no other rows were made into: all but the derived and computed ones.
std::vector<StoredMetric> read_metrics(Connection& connection, std::int64_t company_id);

Unit unit_from(const std::string& text);

}  // namespace fintool
