// Reported values of one company -> quarters that they imply: Q1 = H1 - Q2, Q4 = FY - 9M. By
// dates, never by labels; additive metrics only; operands of one vintage. No I/O.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts/reading.h"

namespace fintool {

// A stored value as derivation sees it.
struct SeriesValue {
    std::int64_t id = 0;          // of the row in `metrics`
    std::string metric;
    Period period;
    std::string fiscal_label;
    Decimal value;
    Unit unit;
    Statement::Basis basis = Statement::Basis::gaap;
    Column::Vintage vintage = Column::Vintage::original;
    std::int64_t filing_id = 0;
    std::string released_on;      // ISO, may be empty
};

struct DerivedValue {
    std::string metric;
    Period period;
    Decimal value;
    Unit unit;
    Statement::Basis basis = Statement::Basis::gaap;
    std::string formula;                 // "H1 FY2009 20,645,000 - Q2 FY2009 13,121,000"
    std::vector<std::int64_t> inputs;    // ids, minuend first
    std::int64_t filing_id = 0;          // of its newest input
};

// All values of one company, any order -> what can be derived and is not reported.
std::vector<DerivedValue> derive_quarters(const std::vector<SeriesValue>& values);

}  // namespace fintool
