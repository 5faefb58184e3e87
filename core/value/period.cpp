// Lengths in printed words -> periods with their first day. Weeks are counted in days, and so are
// quarters that do not end with a month; a month end stays a month end.
#include "value/period.h"

namespace fintool {

int months_of(Length length) {
    if (length.in == Length::In::months) return length.count;
    return (length.count * 12 + 26) / 52;
}

Period instant_on(Date day) { return {Period::Kind::instant, day, day, 0}; }

Period duration_to(Date end, Length length) {
    const bool quarters = length.in == Length::In::months && length.count % 3 == 0;
    const bool weeks = length.in == Length::In::weeks || (quarters && !is_month_end(end));
    const int count = length.in == Length::In::weeks ? length.count : length.count / 3 * 13;
    const Date before = weeks ? add_days(end, -7 * count) : add_months(end, -length.count);
    return {Period::Kind::duration, add_days(before, 1), end, months_of(length)};
}

std::string to_string(const Period& period) {
    if (period.kind == Period::Kind::instant) return to_string(period.end);
    return to_string(period.start) + ".." + to_string(period.end) + " (" +
           std::to_string(period.months) + ")";
}

}  // namespace fintool
