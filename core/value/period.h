// A period exactly as the release states it: a day, or a stretch with its first and last day.
#pragma once

#include <string>

#include "value/date.h"

namespace fintool {

struct Period {
    enum class Kind { instant, duration };
    Kind kind = Kind::instant;
    Date start;      // of a duration: its first day; of an instant: the day itself
    Date end;        // the last day
    int months = 0;  // 0 for an instant, else weeks x 12 / 52 or months, rounded: 13 weeks are 3
    bool operator==(const Period&) const = default;
};

// How long, in the printed words: "13 weeks", "three months", "fiscal year" (12 months).
struct Length {
    enum class In { weeks, months };
    int count = 0;
    In in = In::months;
    bool operator==(const Length&) const = default;
};
int months_of(Length length);

// A year that "ends on the Saturday nearest June 30" ends up to a week from it; two more days for
// year ends that a filing header gives stale.
constexpr int fiscal_drift_days = 10;

Period instant_on(Date day);
// The start is counted back from the end by the printed length: 13 weeks to 2006-04-01 start on
// 2006-01-01; three months to 2004-09-30 start on 2004-07-01; three months that do not end with a
// month are 13 weeks: those to 1997-03-28 start on 1996-12-28.
Period duration_to(Date end, Length length);

// "2004-09-30" or "2004-07-01..2004-09-30 (3)", for dumps.
std::string to_string(const Period& period);

}  // namespace fintool
