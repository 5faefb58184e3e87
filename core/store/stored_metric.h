// A row of `metrics` in memory, with its period: what derivation, computation and choice look at.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "facts/derive.h"
#include "facts/reading.h"
#include "store/connection.h"
#include "store/periods.h"

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
    int corroborations = 0;  // other releases that print the same value

    bool is_made() const { return origin == Origin::derived || origin == Origin::computed; }
};

// What the rows of a company's metrics refer to.
struct CompanyFrame {
    std::vector<LabelledPeriod> periods;              // by id
    std::map<std::int64_t, std::string> released_on;  // of each filing; empty where unknown
    std::map<std::int64_t, std::string> release;      // of each filing: its fingerprint
};
// The frame without its periods.
CompanyFrame read_frame(Connection& connection, std::int64_t company_id);

// A company's rows of one metric whose periods lie in the range, in order of time.
std::vector<StoredMetric> read_metrics(Connection& connection, std::int64_t company_id,
                                       const std::string& name, const PeriodRange& range,
                                       const CompanyFrame& frame);
void set_period(StoredMetric& metric, const LabelledPeriod& period);
// Writes a made row with its inputs; takes it out again.
void insert_made(Connection& connection, std::int64_t company_id, const StoredMetric& made);
void delete_made(Connection& connection, std::int64_t company_id, const StoredMetric& made);
// True where both would be stored alike.
bool same_row(const StoredMetric& a, const StoredMetric& b);

Unit unit_from(const std::string& text);

}  // namespace fintool
