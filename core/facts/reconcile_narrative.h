// Claims that no table holds -> metrics of origin narrative and guidance.
#pragma once

#include <vector>

#include "facts/reading.h"
#include "facts/reconcile_periods.h"
#include "narrative/claims.h"

namespace fintool {

// Appends to reading.metrics: stated values, the other period's value where a change implies it,
// and guidance. Needs reading.claims beside `claims`.
void add_narrative_metrics(Reading& reading, const std::vector<StatedClaim>& claims,
                           const ReportedQuarter& quarter);

}  // namespace fintool
