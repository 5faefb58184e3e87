// Rows of `metrics` read back: see the header.
#include "store/stored_metric.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <charconv>

namespace fintool {
namespace {

// A REAL was stored from a Decimal of few digits: its shortest spelling is that Decimal.
Decimal decimal_from(const SQLite::Column& column) {
    if (column.isInteger()) return {column.getInt64(), 0};
    char text[64];
    const double value = column.getDouble();
    const double size = value < 0 ? -value : value;
    const auto end = std::to_chars(text, text + sizeof text, size, std::chars_format::fixed).ptr;
    const Decimal read =
        parse_decimal({text, static_cast<std::size_t>(end - text)}).value_or(Decimal{});
    return value < 0 ? negate(read) : read;
}

Origin origin_from(const std::string& text) {
    for (const Origin origin :
         {Origin::derived, Origin::computed, Origin::narrative, Origin::guidance}) {
        if (to_string(origin) == text) return origin;
    }
    return Origin::reported;
}

Column::Vintage vintage_from(const std::string& text) {
    for (const auto vintage : {Column::Vintage::previous, Column::Vintage::restated}) {
        if (to_string(vintage) == text) return vintage;
    }
    return Column::Vintage::original;
}

Period read_period(SQLite::Statement& row, int first) {
    Period period;
    const bool instant = row.getColumn(first).getString() == "instant";
    period.kind = instant ? Period::Kind::instant : Period::Kind::duration;
    period.start = parse_iso_date(row.getColumn(first + 1).getString()).value_or(Date{});
    period.end = parse_iso_date(row.getColumn(first + 2).getString()).value_or(Date{});
    period.months = static_cast<int>(row.getColumn(first + 3).getInt64());
    return period;
}

StoredMetric read_row(SQLite::Statement& row) {
    StoredMetric metric;
    metric.value.id = row.getColumn(0).getInt64();
    metric.value.metric = row.getColumn(1).getString();
    metric.value.value = decimal_from(row.getColumn(2));
    metric.value.unit = unit_from(row.getColumn(3).getString());
    metric.value.basis = row.getColumn(4).getString() == "gaap" ? Statement::Basis::gaap
                                                                : Statement::Basis::non_gaap;
    metric.origin = origin_from(row.getColumn(5).getString());
    metric.value.vintage = vintage_from(row.getColumn(6).getString());
    metric.value.filing_id = row.getColumn(7).getInt64();
    metric.value.released_on = row.getColumn(8).getString();
    metric.of_quarter = row.getColumn(9).getInt64() != 0;
    metric.of_year = row.getColumn(10).getInt64() != 0;
    metric.period_id = row.getColumn(11).getInt64();
    metric.value.period = read_period(row, 12);
    metric.value.fiscal_label = row.getColumn(16).getString();
    metric.fiscal_year = static_cast<int>(row.getColumn(17).getInt64());
    metric.fiscal_quarter = static_cast<int>(row.getColumn(18).getInt64());
    metric.formula = row.getColumn(19).getString();
    return metric;
}

std::vector<std::int64_t> read_inputs(Connection& connection, std::int64_t metric_id) {
    std::vector<std::int64_t> inputs;
    SQLite::Statement& rows = connection.bound(
        "SELECT input_id FROM metric_inputs WHERE metric_id = ? ORDER BY input_no", metric_id);
    while (rows.executeStep()) inputs.push_back(rows.getColumn(0).getInt64());
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

std::vector<StoredMetric> read_metrics(Connection& connection, std::int64_t company_id,
                                       const std::string& name, const PeriodRange& range) {
    std::vector<StoredMetric> all;
    SQLite::Statement& rows = connection.bound(
        "SELECT metrics.id, name, value, unit, basis, origin, vintage, filing_id,"
        " ifnull(released_on, ''), of_quarter, of_year, period_id, kind, start_on, end_on, months,"
        " ifnull(fiscal_label, ''), ifnull(periods.fiscal_year, 0),"
        " ifnull(periods.fiscal_quarter, 0), ifnull(formula, '') FROM metrics"
        " JOIN periods ON periods.id = period_id JOIN filings ON filings.id = filing_id"
        " WHERE metrics.company_id = ? AND name = ? AND period_id BETWEEN ? AND ?"
        " AND value IS NOT NULL ORDER BY period_id, metrics.id",
        company_id, name, range.first, range.last);
    while (rows.executeStep()) all.push_back(read_row(rows));
    for (StoredMetric& metric : all) {
        if (metric.is_made()) metric.inputs = read_inputs(connection, metric.value.id);
    }
    return all;
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
