// Looks up reported metrics; derives a stretch from two others of the same release.
#include "facts/reconcile_tables.h"

#include <cstdlib>

#include "facts/metrics.h"
#include "facts/reconcile_periods.h"

namespace fintool {
namespace {

bool is_named(const MetricFact& fact, const std::string& metric) {
    if (metric == "eps") return fact.metric == "eps_diluted" || fact.metric == "eps_basic";
    return fact.metric == metric;
}

// Half a unit of the last printed digit; exactly the value where nothing is printed (EX-27).
Interval interval_of(const Reading& reading, const MetricFact& fact) {
    if (!fact.printed) return exactly(fact.value);
    const Row& row = reading.statements[fact.statement].rows[fact.row];
    const Cell& cell = row.cells[fact.column];
    const auto* number = std::get_if<Number>(&cell.value);
    if (number == nullptr) return exactly(fact.value);
    const int power = exponent(scale_of(row, cell));
    auto interval = printed_interval(number->value, power);
    if (!interval) return exactly(fact.value);
    const auto scaled = scale_by(number->value, power);
    const bool turned = scaled && compare(*scaled, fact.value) != 0;  // the sign is by meaning
    return turned ? negate(*interval) : *interval;
}

bool near(Date a, Date b) { return std::abs(days_between(a, b)) <= 10; }

// whole - part, where they share a start or an end.
std::optional<TableValue> difference(const TableValue& whole, const TableValue& part,
                                     const Period& wanted) {
    if (whole.period.months - part.period.months != wanted.months) return std::nullopt;
    if (whole.currency != part.currency) return std::nullopt;
    const bool tail =
        near(whole.period.start, part.period.start) && near(whole.period.end, wanted.end);
    const bool head = near(whole.period.end, part.period.end) &&
                      near(whole.period.start, wanted.start) &&
                      near(add_days(part.period.start, -1), wanted.end);
    if (!tail && !head) return std::nullopt;
    const auto value = subtract(whole.value, part.value);
    const auto interval = subtract(whole.interval, part.interval);
    if (!value || !interval) return std::nullopt;
    return TableValue{*value,
                      *interval,
                      wanted,
                      std::to_string(whole.period.months) + " months " + to_string(whole.value) +
                          " less " + std::to_string(part.period.months) + " months " +
                          to_string(part.value),
                      whole.statement,
                      true,
                      whole.currency};
}

}  // namespace

std::vector<TableValue> all_table_values(const Reading& reading, const std::string& metric) {
    std::vector<TableValue> values;
    for (const auto& fact : reading.metrics) {
        if (fact.origin != Origin::reported || !is_named(fact, metric)) continue;
        if (fact.basis != Statement::Basis::gaap) continue;
        if (fact.vintage == Column::Vintage::previous) continue;
        values.push_back({fact.value, interval_of(reading, fact), fact.period, "printed",
                          fact.statement, false, fact.unit.name});
    }
    return values;
}

std::vector<TableValue> table_values(const Reading& reading, const std::string& metric,
                                     const Period& period) {
    const auto all = all_table_values(reading, metric);
    std::vector<TableValue> found;
    for (const auto& value : all) {
        if (same_period(value.period, period)) found.push_back(value);
    }
    const Metric* known = find_metric(metric);
    if (!found.empty() || known == nullptr || !known->additive) return found;
    for (const auto& whole : all) {
        for (const auto& part : all) {
            if (whole.statement != part.statement) continue;
            if (auto made = difference(whole, part, period)) return {*made};
        }
    }
    return found;
}

}  // namespace fintool
