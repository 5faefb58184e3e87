// Rows of `metrics` read back: see the header.
#include "store/stored_metric.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <charconv>

namespace fintool {
namespace {

// A REAL was stored from a Decimal of few digits: its shortest spelling is that Decimal.
Decimal decimal_from(const StoredRow& row, int column) {
    if (row.type(column) == StoredRow::Type::integer) return {row.integer(column), 0};
    char text[64];
    const double value = row.real(column);
    const double size = value < 0 ? -value : value;
    const auto end = std::to_chars(text, text + sizeof text, size, std::chars_format::fixed).ptr;
    const Decimal read =
        parse_decimal({text, static_cast<std::size_t>(end - text)}).value_or(Decimal{});
    return value < 0 ? negate(read) : read;
}

Origin origin_from(std::string_view text) {
    for (const Origin origin :
         {Origin::derived, Origin::computed, Origin::narrative, Origin::guidance}) {
        if (to_string(origin) == text) return origin;
    }
    return Origin::reported;
}

Column::Vintage vintage_from(std::string_view text) {
    for (const auto vintage : {Column::Vintage::previous, Column::Vintage::restated}) {
        if (to_string(vintage) == text) return vintage;
    }
    return Column::Vintage::original;
}

StoredMetric read_row(const StoredRow& row, const std::string& name, const CompanyFrame& frame) {
    StoredMetric metric;
    metric.value.id = row.integer(0);
    metric.value.metric = name;
    metric.value.value = decimal_from(row, 1);
    metric.value.unit = unit_from(std::string(row.text(2)));
    metric.value.basis =
        row.text(3) == "gaap" ? Statement::Basis::gaap : Statement::Basis::non_gaap;
    metric.origin = origin_from(row.text(4));
    metric.value.vintage = vintage_from(row.text(5));
    metric.value.filing_id = row.integer(6);
    metric.of_quarter = row.integer(7) != 0;
    metric.of_year = row.integer(8) != 0;
    metric.period_id = row.integer(9);
    metric.formula = row.text(10);
    metric.corroborations = static_cast<int>(row.integer(11));
    const auto filing = frame.released_on.find(metric.value.filing_id);
    if (filing != frame.released_on.end()) metric.value.released_on = filing->second;
    if (const auto* period = find_period(frame.periods, metric.period_id)) {
        set_period(metric, *period);
    }
    return metric;
}

std::vector<std::int64_t> read_inputs(Connection& connection, std::int64_t metric_id) {
    std::vector<std::int64_t> inputs;
    connection.each(
        "SELECT input_id FROM metric_inputs WHERE metric_id = ? ORDER BY input_no",
        [&](const StoredRow& row) { inputs.push_back(row.integer(0)); }, metric_id);
    return inputs;
}

}  // namespace

Unit unit_from(const std::string& text) {
    if (text == "shares") return {Unit::Kind::shares, ""};
    if (text == "percent") return {Unit::Kind::percent, ""};
    if (text == "ratio") return {Unit::Kind::ratio, ""};
    if (text.ends_with("/share"))
        return {Unit::Kind::money_per_share, text.substr(0, text.size() - 6)};
    const bool currency = text.size() == 3 &&
                          text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
    return {currency ? Unit::Kind::money : Unit::Kind::count, text};
}

CompanyFrame read_frame(Connection& connection, std::int64_t company_id) {
    CompanyFrame frame;
    SQLite::Statement& rows = connection.bound(
        "SELECT id, released_on, ifnull(fingerprint, sha256) FROM filings WHERE company_id = ?",
        company_id);
    while (rows.executeStep()) {
        const std::int64_t id = rows.getColumn(0).getInt64();
        frame.released_on[id] = rows.getColumn(1).getString();
        frame.release[id] = rows.getColumn(2).getString();
    }
    return frame;
}

std::vector<StoredMetric> read_metrics(Connection& connection, std::int64_t company_id,
                                       const std::string& name, const PeriodRange& range,
                                       const CompanyFrame& frame) {
    std::vector<StoredMetric> all;
    connection.each(
        "SELECT id, value, unit, basis, origin, vintage, filing_id, of_quarter, of_year, period_id,"
        " formula, corroborations FROM metrics WHERE company_id = ? AND name = ? AND period_id "
        "BETWEEN ? AND ?"
        " AND value IS NOT NULL ORDER BY period_id, id",
        [&](const StoredRow& row) { all.push_back(read_row(row, name, frame)); }, company_id, name,
        range.first, range.last);
    for (StoredMetric& metric : all) {
        if (metric.is_made()) metric.inputs = read_inputs(connection, metric.value.id);
    }
    return all;
}

void set_period(StoredMetric& metric, const LabelledPeriod& period) {
    metric.period_id = period.id;
    metric.value.period = period.period;
    metric.value.fiscal_label = period.fiscal.label;
    metric.fiscal_year = period.fiscal.fiscal_year;
    metric.fiscal_quarter = period.fiscal.fiscal_quarter;
}

void insert_made(Connection& connection, std::int64_t company_id, const StoredMetric& made) {
    const SeriesValue& v = made.value;
    connection.run(
        "INSERT INTO metrics (company_id, name, period_id, id, value, unit, basis, origin, vintage,"
        " filing_id, qualifier, formula, of_quarter, of_year)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'exact', ?, ?, ?)",
        company_id, v.metric, made.period_id, v.id, v.value, to_string(v.unit), to_string(v.basis),
        to_string(made.origin), to_string(v.vintage), v.filing_id, OrNull(made.formula),
        made.of_quarter, made.of_year);
    std::size_t number = 0;
    for (const std::int64_t input : made.inputs) {
        connection.run("INSERT INTO metric_inputs (metric_id, input_no, input_id) VALUES (?, ?, ?)",
                       v.id, ++number, input);
    }
}

void delete_made(Connection& connection, std::int64_t company_id, const StoredMetric& made) {
    connection.run("DELETE FROM metric_inputs WHERE metric_id = ?", made.value.id);
    connection.run(
        "DELETE FROM metrics WHERE company_id = ? AND name = ? AND period_id = ? AND id = ?",
        company_id, made.value.metric, made.period_id, made.value.id);
}

bool same_row(const StoredMetric& a, const StoredMetric& b) {
    const SeriesValue &x = a.value, &y = b.value;
    return x.id == y.id && x.metric == y.metric && a.period_id == b.period_id &&
           compare(x.value, y.value) == 0 && to_string(x.unit) == to_string(y.unit) &&
           x.basis == y.basis && a.origin == b.origin && x.vintage == y.vintage &&
           x.filing_id == y.filing_id && a.formula == b.formula && a.inputs == b.inputs &&
           a.of_quarter == b.of_quarter && a.of_year == b.of_year;
}

}  // namespace fintool
