// Labels, derived and computed values and choices of one company: see the header.
#include "store/company_refresh.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "facts/derive.h"
#include "store/computed.h"
#include "store/periods.h"
#include "store/release_writer.h"
#include "store/stored_metric.h"

namespace fintool {
namespace {

void delete_made_rows(Connection& connection, std::int64_t company_id) {
    connection.run(
        "DELETE FROM metric_inputs WHERE metric_id IN (SELECT id FROM metrics WHERE company_id = ?"
        " AND origin IN ('derived', 'computed'))",
        company_id);
    connection.run("DELETE FROM metrics WHERE company_id = ? AND origin IN ('derived', 'computed')",
                   company_id);
}

// Only what a statement prints is derived from: prose is rounded.
std::vector<SeriesValue> reported_series(const std::vector<StoredMetric>& metrics) {
    std::vector<SeriesValue> series;
    for (const StoredMetric& metric : metrics) {
        if (metric.origin == Origin::reported) series.push_back(metric.value);
    }
    return series;
}

std::vector<StoredMetric> derived_metrics(Connection& connection, std::int64_t company_id,
                                          const std::vector<StoredMetric>& metrics) {
    std::vector<StoredMetric> made;
    for (const DerivedValue& derived : derive_quarters(reported_series(metrics))) {
        const auto period = save_period(connection, company_id, derived.period, false);
        if (!period) continue;
        StoredMetric metric;
        metric.value.metric = derived.metric;
        metric.value.period = derived.period;
        metric.value.value = derived.value;
        metric.value.unit = derived.unit;
        metric.value.basis = derived.basis;
        metric.value.filing_id = derived.filing_id;
        metric.origin = Origin::derived;
        metric.period_id = *period;
        metric.formula = derived.formula;
        metric.inputs = derived.inputs;
        metric.new_row = true;
        made.push_back(std::move(metric));
    }
    return made;
}

// Labels and release dates of rows that are not in the table yet.
void complete(Connection& connection, std::vector<StoredMetric>& made) {
    for (StoredMetric& m : made) {
        m.value.fiscal_label =
            connection.text("SELECT fiscal_label FROM periods WHERE id = ?", m.period_id)
                .value_or("");
        m.fiscal_year = static_cast<int>(
            connection.integer("SELECT fiscal_year FROM periods WHERE id = ?", m.period_id)
                .value_or(0));
        m.fiscal_quarter = static_cast<int>(
            connection.integer("SELECT fiscal_quarter FROM periods WHERE id = ?", m.period_id)
                .value_or(0));
        m.value.released_on =
            connection.text("SELECT released_on FROM filings WHERE id = ?", m.value.filing_id)
                .value_or("");
    }
}

// Ids go by the newest input's filing, in an order of their own: the same rows get the same ids.
void number(std::vector<StoredMetric>& made, std::map<std::int64_t, std::int64_t>& last_of_filing) {
    const auto order = [](const StoredMetric& m) {
        return std::tuple(m.value.metric, m.period_id, to_string(m.value.unit), m.value.basis);
    };
    std::sort(made.begin(), made.end(),
              [&](const auto& a, const auto& b) { return order(a) < order(b); });
    for (StoredMetric& m : made) {
        const std::int64_t place = first_derived_row + last_of_filing[m.value.filing_id]++;
        m.value.id = m.value.filing_id * rows_per_filing + place;
    }
}

bool stands_for_quarter(const StoredMetric& m) { return m.fiscal_quarter > 0; }

bool stands_for_year(const StoredMetric& m) {
    const bool instant = m.value.period.kind == Period::Kind::instant;
    return m.fiscal_year > 0 && (instant ? m.fiscal_quarter == 4 : m.value.period.months == 12);
}

// What is wanted first sorts last.
auto preference(const StoredMetric& m) {
    const bool gaap = m.value.basis == Statement::Basis::gaap;
    return std::tuple(gaap, -static_cast<int>(m.origin), m.value.released_on, m.value.period.end,
                      m.value.id);
}

// One row per metric, unit and fiscal quarter (or year). Guidance is no fact, and what a heading
// calls "as previously reported" has been superseded.
template <class Stands, class Flag>
void choose(std::vector<StoredMetric>& metrics, Stands stands, int quarters, Flag set) {
    std::map<std::tuple<std::string, std::string, int, int>, StoredMetric*> best;
    for (StoredMetric& m : metrics) {
        set(m, false);
        const bool previous = m.value.vintage == Column::Vintage::previous;
        if (previous || m.origin == Origin::guidance || !stands(m)) continue;
        const int quarter = m.fiscal_quarter * quarters;
        auto& place = best[{m.value.metric, to_string(m.value.unit), m.fiscal_year, quarter}];
        if (!place || preference(*place) < preference(m)) place = &m;
    }
    for (const auto& [key, m] : best) set(*m, true);
}

void choose_all(std::vector<StoredMetric>& metrics) {
    choose(metrics, stands_for_quarter, 1, [](StoredMetric& m, bool on) { m.of_quarter = on; });
    choose(metrics, stands_for_year, 0, [](StoredMetric& m, bool on) { m.of_year = on; });
}

void insert_row(Connection& connection, std::int64_t company_id, const StoredMetric& m) {
    connection.run(
        "INSERT INTO metrics (company_id, name, period_id, id, value, unit, basis, origin, vintage,"
        " filing_id, qualifier, formula, of_quarter, of_year)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'exact', ?, ?, ?)",
        company_id, m.value.metric, m.period_id, m.value.id, m.value.value, to_string(m.value.unit),
        to_string(m.value.basis), to_string(m.origin), to_string(m.value.vintage),
        m.value.filing_id, OrNull(m.formula), m.of_quarter, m.of_year);
    std::size_t number = 0;
    for (const std::int64_t input : m.inputs) {
        connection.run("INSERT INTO metric_inputs (metric_id, input_no, input_id) VALUES (?, ?, ?)",
                       m.value.id, ++number, input);
    }
}

void update_choice(Connection& connection, std::int64_t company_id, const StoredMetric& m) {
    connection.run(
        "UPDATE metrics SET of_quarter = ?, of_year = ? WHERE company_id = ? AND name = ?"
        " AND period_id = ? AND id = ?",
        m.of_quarter, m.of_year, company_id, m.value.metric, m.period_id, m.value.id);
}

// A period that a derived value had, and nothing has now.
void delete_unused_periods(Connection& connection, std::int64_t company_id,
                           const std::vector<StoredMetric>& metrics) {
    std::set<std::int64_t> used;
    for (const StoredMetric& m : metrics) used.insert(m.period_id);
    std::vector<std::int64_t> unused;
    SQLite::Statement& rows =
        connection.bound("SELECT id FROM periods WHERE company_id = ? AND printed = 0", company_id);
    while (rows.executeStep()) {
        const std::int64_t id = rows.getColumn(0).getInt64();
        if (!used.contains(id)) unused.push_back(id);
    }
    for (const std::int64_t id : unused) connection.run("DELETE FROM periods WHERE id = ?", id);
}

}  // namespace

void refresh_metrics(Connection& connection, std::int64_t company_id) {
    delete_made_rows(connection, company_id);
    label_periods(connection, company_id);
    std::vector<StoredMetric> metrics = read_metrics(connection, company_id);
    const std::vector<StoredMetric> stored = metrics;
    std::vector<StoredMetric> derived = derived_metrics(connection, company_id, metrics);
    label_periods(connection, company_id);
    complete(connection, derived);
    std::map<std::int64_t, std::int64_t> last_of_filing;
    number(derived, last_of_filing);
    metrics.insert(metrics.end(), derived.begin(), derived.end());
    choose_all(metrics);
    std::vector<StoredMetric> computed = compute_metrics(metrics);
    number(computed, last_of_filing);
    metrics.insert(metrics.end(), computed.begin(), computed.end());
    choose_all(metrics);
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        const StoredMetric& m = metrics[i];
        if (m.new_row) {
            insert_row(connection, company_id, m);
        } else if (m.of_quarter != stored[i].of_quarter || m.of_year != stored[i].of_year) {
            update_choice(connection, company_id, m);
        }
    }
    delete_unused_periods(connection, company_id, metrics);
}

}  // namespace fintool
