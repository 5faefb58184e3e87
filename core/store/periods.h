// Periods as printed -> rows of `periods`, and the fiscal and calendar labels of a company's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facts/fiscal_calendar.h"
#include "store/connection.h"
#include "value/period.h"

namespace fintool {

// Company, end and length in one number, so that ids are the same whatever was stored before and
// a company's periods lie in order of time. Nothing for days outside of 1900 to 2199, or a period
// of more than forty years: no release reports on one.
std::optional<std::int64_t> period_key(std::int64_t company_id, const Period& period);
// What the company adds to the keys of its periods.
std::int64_t company_periods(std::int64_t company_id);

// The row's id; nothing where the period has no key. `printed`: it stands in a release.
std::optional<std::int64_t> save_period(Connection& connection, std::int64_t company_id,
                                        const Period& period, bool printed);

// Ids of a company's periods that end on these days or between them, both included.
struct PeriodRange {
    std::int64_t first = 0, last = 0;
    bool holds(std::int64_t id) const { return first <= id && id <= last; }
};
PeriodRange period_range(std::int64_t company_id, Date first, Date last);
PeriodRange all_periods(std::int64_t company_id);

struct LabelledPeriod {
    std::int64_t id = 0;
    Period period;
    FiscalLabel fiscal;
    std::string calendar;
};

// Labels the periods of a company in this range by its fiscal year end, and gives them in order of
// their ids. Ends of periods of one length within 10 days of each other are one fiscal quarter:
// they share the label of the latest.
std::vector<LabelledPeriod> label_periods(Connection& connection, std::int64_t company_id,
                                          const PeriodRange& range);
// The one of this id; null where there is none.
const LabelledPeriod* find_period(const std::vector<LabelledPeriod>& periods, std::int64_t id);

// Marks the periods that no filing of the company prints any more.
void forget_unprinted_periods(Connection& connection, std::int64_t company_id);

}  // namespace fintool
