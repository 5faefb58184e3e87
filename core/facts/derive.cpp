// Quarters that the reported values of a company imply: a longer period minus the periods that,
// with the quarter, make it up without gap or overlap. By dates, never by labels; see the header.
#include "facts/derive.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "facts/metrics.h"

namespace fintool {
namespace {

constexpr int kSlack = 10;  // days by which the printed ends of one fiscal period may differ

using Series = std::vector<const SeriesValue*>;

// Most periods of a series lie years apart: their months tell, and no days are counted.
bool near(Date a, Date b) {
    const auto months = (a.year() / a.month()) - (b.year() / b.month());
    return std::abs(months.count()) <= 1 && std::abs(days_between(a, b)) <= kSlack;
}

bool same_period(const Period& a, const Period& b) {
    return a.months == b.months && near(a.start, b.start) && near(a.end, b.end);
}

// 10 to 18 weeks.
bool is_quarter(const Period& period) {
    const int days = days_between(period.start, period.end) + 1;
    return days >= 70 && days <= 126;
}

bool known_by(const SeriesValue& value, const std::string& day) {
    return value.released_on.empty() || day.empty() || value.released_on <= day;
}

// The later release, then the later stored.
bool newer(const SeriesValue& a, const SeriesValue& b) {
    return std::tie(a.released_on, a.filing_id, a.id) > std::tie(b.released_on, b.filing_id, b.id);
}

// What was known of a period when `day` came: its newest value up to then.
const SeriesValue* as_known(const Series& series, const Period& period, const std::string& day) {
    const SeriesValue* best = nullptr;
    for (const SeriesValue* value : series) {
        if (!same_period(value->period, period) || !known_by(*value, day)) continue;
        if (best == nullptr || newer(*value, *best)) best = value;
    }
    return best;
}

// A restatement after the fact is no reason to mix old and new: an operand whose newest value
// differs from the one used must not be younger than the other operands.
bool restated_after(const Series& series, const SeriesValue& used) {
    const SeriesValue* latest = as_known(series, used.period, "");
    return latest != &used && compare(latest->value, used.value) != 0;
}

bool not_before(const SeriesValue& a, const SeriesValue& b) {
    if (a.released_on.empty() || b.released_on.empty()) return a.filing_id >= b.filing_id;
    return a.released_on >= b.released_on;
}

// The release that first prints the value that is used, where an older one prints another.
const SeriesValue* restatement(const Series& series, const SeriesValue& used) {
    const SeriesValue* first = &used;
    bool other_before = false;
    for (const SeriesValue* value : series) {
        const bool same = same_period(value->period, used.period);
        if (same && compare(value->value, used.value) == 0 && newer(*first, *value)) first = value;
    }
    for (const SeriesValue* value : series) {
        other_before = other_before ||
                       (same_period(value->period, used.period) && !not_before(*value, *first));
    }
    return other_before ? first : nullptr;
}

// A year that was restated, less nine months that were printed before and never again, mixes new
// and old: each operand has to be restated as well, or be printed so when the other was.
bool restated_alone(const Series& series, const Series& operands) {
    const auto keeps_up = [&](const SeriesValue& operand, const SeriesValue& changed) {
        if (restatement(series, operand) != nullptr) return true;
        return std::any_of(series.begin(), series.end(), [&](const SeriesValue* value) {
            return same_period(value->period, operand.period) && not_before(*value, changed) &&
                   compare(value->value, operand.value) == 0;
        });
    };
    return std::any_of(operands.begin(), operands.end(), [&](const SeriesValue* one) {
        const SeriesValue* changed = restatement(series, *one);
        return changed != nullptr &&
               !std::all_of(operands.begin(), operands.end(), [&](const SeriesValue* operand) {
                   return keeps_up(*operand, *changed);
               });
    });
}

std::string grouped(Decimal value) {
    std::string text = to_string(normalized(value));
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(text.find('.'), text.size());
    for (std::size_t at = point; at > first + 3;) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

std::string named(const SeriesValue& value) {
    const std::string name =
        value.fiscal_label.empty() ? to_string(value.period) : value.fiscal_label;
    return name + " " + grouped(value.value);
}

Period between(Date start, Date end) {
    const int weeks = (days_between(start, end) + 4) / 7;
    return {Period::Kind::duration, start, end, months_of({weeks, Length::In::weeks})};
}

// Distinct periods of the series that lie inside `whole` and are shorter than it.
std::vector<Period> periods_inside(const Series& series, const Period& whole) {
    std::vector<Period> found;
    for (const SeriesValue* value : series) {
        const Period& period = value->period;
        const bool inside = days_between(whole.start, period.start) >= -kSlack &&
                            days_between(period.end, whole.end) >= -kSlack &&
                            period.months < whole.months;
        if (!inside) continue;
        if (std::none_of(found.begin(), found.end(),
                         [&](const Period& other) { return same_period(other, period); }))
            found.push_back(period);
    }
    std::sort(found.begin(), found.end(), [](const Period& a, const Period& b) {
        return std::tuple(a.start, -a.months) < std::tuple(b.start, -b.months);
    });
    return found;
}

// Every way to lay periods end to end inside `whole` so that exactly one quarter stays open.
void lay(const Period& whole, const std::vector<Period>& inside, Date next, bool open_used,
         std::optional<Period> open, std::vector<Period>& laid,
         std::vector<std::pair<Period, std::vector<Period>>>& out) {
    if (days_between(next, whole.end) < kSlack) {
        if (open && !laid.empty()) out.emplace_back(*open, laid);
        return;
    }
    for (const Period& period : inside) {
        if (!near(period.start, next)) continue;
        laid.push_back(period);
        lay(whole, inside, add_days(period.end, 1), open_used, open, laid, out);
        laid.pop_back();
    }
    if (open_used) return;
    // The open quarter ends where the whole does, or where some period starts.
    const Period last = between(next, whole.end);
    if (is_quarter(last)) lay(whole, inside, add_days(whole.end, 1), true, last, laid, out);
    for (const Period& period : inside) {
        const Period gap = between(next, add_days(period.start, -1));
        if (days_between(next, period.start) > kSlack && is_quarter(gap))
            lay(whole, inside, period.start, true, gap, laid, out);
    }
}

// A thousandfold jump between operands is a scale that was read wrongly, not a quarter; revenue
// below zero is none either.
bool plausible(const DerivedValue& derived, const Series& operands) {
    Decimal least, most;
    for (const SeriesValue* operand : operands) {
        const Decimal value = operand->value;
        const Decimal size = compare(value, {0, 0}) < 0 ? negate(value) : value;
        if (compare(size, {0, 0}) == 0) continue;
        if (compare(least, {0, 0}) == 0 || compare(size, least) < 0) least = size;
        if (compare(size, most) > 0) most = size;
    }
    const auto bound = scale_by(least, 3);
    const bool negative = compare(derived.value, {0, 0}) < 0;
    const bool jump = bound && compare(most, {0, 0}) > 0 && compare(most, *bound) >= 0;
    return !jump && !(negative && derived.metric == "revenue");
}

// Less than a thousandth, as sums of rounded amounts differ.
bool is_slight(Decimal value, Decimal of) {
    const auto size = [](Decimal d) { return compare(d, {0, 0}) < 0 ? negate(d) : d; };
    const auto times = scale_by(size(value), 3);
    return times && compare(*times, size(of)) <= 0;
}

// Do operating expenses hold the cost of revenue ("Total costs and expenses"), or stand below gross
// profit ("Total operating expenses")? By id, where the lines of their own release tell.
using HoldsCost = std::map<std::int64_t, bool>;

HoldsCost find_cost_held(const std::vector<SeriesValue>& values) {
    using Place = std::tuple<std::int64_t, Date, Date, std::string, int>;
    std::map<Place, std::map<std::string, Decimal>> lines;
    const auto place = [](const SeriesValue& value) {
        return Place(value.filing_id, value.period.start, value.period.end, to_string(value.unit),
                     static_cast<int>(value.basis));
    };
    for (const SeriesValue& value : values) lines[place(value)].emplace(value.metric, value.value);
    HoldsCost found;
    for (const SeriesValue& value : values) {
        if (value.metric != "operating_expenses") continue;
        const auto& own = lines.at(place(value));
        const auto revenue = own.find("revenue"), income = own.find("operating_income");
        const auto cost = own.find("cost_of_revenue");
        if (revenue == own.end() || income == own.end()) continue;
        const Decimal whole = revenue->second;
        const Decimal below = cost == own.end() ? whole : cost->second;
        const auto gross = subtract(whole, value.value);
        const auto left = gross ? subtract(*gross, income->second) : std::nullopt;
        const auto rest = left ? subtract(*left, below) : std::nullopt;
        if (!rest || is_slight(below, whole)) continue;
        if (is_slight(*left, whole)) found[value.id] = true;
        if (is_slight(*rest, whole)) found[value.id] = false;
    }
    return found;
}

bool alike(const Series& operands, const HoldsCost& holds_cost) {
    bool held = false, not_held = false;
    for (const SeriesValue* operand : operands) {
        const auto found = holds_cost.find(operand->id);
        if (found != holds_cost.end()) (found->second ? held : not_held) = true;
    }
    return !(held && not_held);
}

std::optional<DerivedValue> subtract_parts(const Series& series, const SeriesValue& whole,
                                           const Period& quarter, const std::vector<Period>& parts,
                                           const HoldsCost& holds_cost) {
    // As known when the last of them was first printed: neither is taken from later news alone.
    std::string day = whole.released_on;
    for (const Period& part : parts) {
        const SeriesValue* earliest = nullptr;
        for (const SeriesValue* value : series) {
            if (same_period(value->period, part) &&
                (earliest == nullptr || newer(*earliest, *value)))
                earliest = value;
        }
        if (earliest != nullptr && earliest->released_on > day) day = earliest->released_on;
    }
    Series operands = {as_known(series, whole.period, day)};
    DerivedValue derived{whole.metric, quarter, {}, whole.unit, whole.basis, "", {}, 0};
    if (operands[0] == nullptr) return std::nullopt;
    derived.value = operands[0]->value;
    derived.formula = named(*operands[0]);
    for (const Period& part : parts) {
        operands.push_back(as_known(series, part, day));
        if (operands.back() == nullptr) return std::nullopt;
        const auto less = subtract(derived.value, operands.back()->value);
        if (!less) return std::nullopt;
        derived.value = *less;
        derived.formula += " - " + named(*operands.back());
    }
    const auto restated = std::count_if(operands.begin(), operands.end(), [&](const auto* value) {
        return restated_after(series, *value);
    });
    const bool only_some = restated != 0 && restated != std::ssize(operands);
    if (only_some || restated_alone(series, operands)) return std::nullopt;
    if (!plausible(derived, operands) || !alike(operands, holds_cost)) return std::nullopt;
    const SeriesValue* newest = operands[0];
    for (const SeriesValue* operand : operands) {
        derived.inputs.push_back(operand->id);
        if (newer(*operand, *newest)) newest = operand;
    }
    derived.filing_id = newest->filing_id;
    return derived;
}

bool reported(const Series& series, const Period& quarter) {
    return std::any_of(series.begin(), series.end(), [&](const SeriesValue* value) {
        return near(value->period.start, quarter.start) && near(value->period.end, quarter.end);
    });
}

// Fewer operands are better, then the newer.
bool better(const DerivedValue& a, const DerivedValue& b) {
    return std::tuple(b.inputs.size(), a.filing_id) > std::tuple(a.inputs.size(), b.filing_id);
}

void derive_series(const Series& series, const HoldsCost& holds_cost,
                   std::vector<DerivedValue>& out) {
    std::vector<DerivedValue> found;
    for (const SeriesValue* whole : series) {
        if (whole->period.months < 6 || whole->period.months > 12) continue;
        if (as_known(series, whole->period, "") != whole) continue;
        std::vector<std::pair<Period, std::vector<Period>>> ways;
        std::vector<Period> laid;
        lay(whole->period, periods_inside(series, whole->period), whole->period.start, false,
            std::nullopt, laid, ways);
        for (const auto& [quarter, parts] : ways) {
            if (reported(series, quarter)) continue;
            auto derived = subtract_parts(series, *whole, quarter, parts, holds_cost);
            if (!derived) continue;
            const auto same = std::find_if(found.begin(), found.end(), [&](const auto& other) {
                return same_period(other.period, derived->period);
            });
            if (same == found.end()) {
                found.push_back(std::move(*derived));
            } else if (better(*derived, *same)) {
                *same = std::move(*derived);
            }
        }
    }
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.period.end < b.period.end; });
    out.insert(out.end(), std::make_move_iterator(found.begin()),
               std::make_move_iterator(found.end()));
}

}  // namespace

std::vector<DerivedValue> derive_quarters(const std::vector<SeriesValue>& values) {
    std::map<std::tuple<std::string, std::string, int>, Series> all;
    for (const SeriesValue& value : values) {
        const Metric* metric = find_metric(value.metric);
        const bool additive =
            metric != nullptr && metric->additive && value.period.kind == Period::Kind::duration;
        if (!additive || value.vintage == Column::Vintage::previous) continue;
        all[{value.metric, to_string(value.unit), static_cast<int>(value.basis)}].push_back(&value);
    }
    std::vector<DerivedValue> out;
    const HoldsCost holds_cost = find_cost_held(values);
    for (const auto& [key, series] : all) derive_series(series, holds_cost, out);
    return out;
}

}  // namespace fintool
