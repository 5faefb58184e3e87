// Rows of `periods` and their labels: see the header.
#include "store/periods.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace fintool {
namespace {

constexpr int end_bits = 17;     // days since 1900: up to 2258
constexpr int length_bits = 14;  // days, both ends counted; 0 for an instant
constexpr int same_quarter_days = 10;

std::string_view kind_of(const Period& period) {
    return period.kind == Period::Kind::instant ? "instant" : "duration";
}

LabelledPeriod read_row(SQLite::Statement& row) {
    LabelledPeriod found;
    found.id = row.getColumn(0).getInt64();
    const bool instant = row.getColumn(1).getString() == "instant";
    found.period.kind = instant ? Period::Kind::instant : Period::Kind::duration;
    found.period.start = parse_iso_date(row.getColumn(2).getString()).value_or(Date{});
    found.period.end = parse_iso_date(row.getColumn(3).getString()).value_or(Date{});
    found.period.months = static_cast<int>(row.getColumn(4).getInt64());
    found.fiscal = {static_cast<int>(row.getColumn(5).getInt64()),
                    static_cast<int>(row.getColumn(6).getInt64()), row.getColumn(7).getString()};
    found.calendar = row.getColumn(8).getString();
    return found;
}

// In order of time: the id says it.
std::vector<LabelledPeriod> read_periods(Connection& connection, const PeriodRange& range) {
    std::vector<LabelledPeriod> all;
    SQLite::Statement& rows = connection.bound(
        "SELECT id, kind, start_on, end_on, months, ifnull(fiscal_year, 0),"
        " ifnull(fiscal_quarter, 0), fiscal_label, calendar_label FROM periods"
        " WHERE id BETWEEN ? AND ? ORDER BY id",
        range.first, range.last);
    while (rows.executeStep()) all.push_back(read_row(rows));
    return all;
}

// "March 31" in one release and "March 26" in another, of one quarter: the later end labels both.
void share_labels(std::vector<LabelledPeriod>& periods) {
    for (std::size_t i = periods.size(); i-- > 0;) {
        const LabelledPeriod& last = periods[i];
        for (std::size_t j = i; j-- > 0;) {
            LabelledPeriod& before = periods[j];
            if (days_between(before.period.end, last.period.end) > same_quarter_days) break;
            if (before.period.months != last.period.months) continue;
            if (before.period.kind != last.period.kind) continue;
            before.fiscal = last.fiscal;
            break;  // the one before that is reached from this one
        }
    }
}

// "Q3 FY2025" -> "Q3 FY2024".
void name_by_start(FiscalLabel& label) {
    if (label.label.size() < 4) return;
    --label.fiscal_year;
    label.label.replace(label.label.size() - 4, 4, std::to_string(label.fiscal_year));
}

bool same(const FiscalLabel& a, const FiscalLabel& b) {
    return a.fiscal_year == b.fiscal_year && a.fiscal_quarter == b.fiscal_quarter &&
           a.label == b.label;
}

std::optional<int> or_null(int number) {
    return number == 0 ? std::nullopt : std::optional<int>(number);
}

void write_labels(Connection& connection, const LabelledPeriod& stored, const LabelledPeriod& now) {
    if (same(stored.fiscal, now.fiscal) && stored.calendar == now.calendar) return;
    connection.run(
        "UPDATE periods SET fiscal_year = ?, fiscal_quarter = ?, fiscal_label = ?,"
        " calendar_label = ? WHERE id = ?",
        or_null(now.fiscal.fiscal_year), or_null(now.fiscal.fiscal_quarter),
        OrNull(now.fiscal.label), OrNull(now.calendar), now.id);
}

}  // namespace

std::optional<std::int64_t> period_key(std::int64_t company_id, const Period& period) {
    if (!period.start.ok() || !period.end.ok()) return std::nullopt;
    const int year = static_cast<int>(period.end.year());
    if (year < 1900 || year > 2199) return std::nullopt;
    const int end = days_between(make_date(1900, 1, 1), period.end);
    const bool instant = period.kind == Period::Kind::instant;
    const int length = instant ? 0 : days_between(period.start, period.end) + 1;
    if (length < (instant ? 0 : 1) || length >= 1 << length_bits) return std::nullopt;
    const std::int64_t end_and_length = (std::int64_t{end} << length_bits) + length;
    return company_periods(company_id) + end_and_length;
}

std::int64_t company_periods(std::int64_t company_id) {
    return company_id << (end_bits + length_bits);
}

PeriodRange period_range(std::int64_t company_id, Date first, Date last) {
    constexpr std::int64_t length_mask = (std::int64_t{1} << length_bits) - 1;
    const auto on = [&](Date day) {
        const Date within = std::clamp(day, make_date(1900, 1, 1), make_date(2199, 12, 31));
        return period_key(company_id, instant_on(within)).value_or(0);
    };
    return {on(first), on(last) | length_mask};
}

PeriodRange all_periods(std::int64_t company_id) {
    return period_range(company_id, make_date(1900, 1, 1), make_date(2199, 12, 31));
}

std::optional<std::int64_t> save_period(Connection& connection, std::int64_t company_id,
                                        const Period& period, bool printed) {
    const auto id = period_key(company_id, period);
    if (!id) return std::nullopt;
    if (connection.integer("SELECT 1 FROM periods WHERE id = ? AND printed >= ?", *id, printed)) {
        return id;
    }
    const bool instant = period.kind == Period::Kind::instant;
    connection.run(
        "INSERT INTO periods (id, company_id, kind, start_on, end_on, months, printed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET printed = max(printed, excluded.printed)"
        " WHERE printed < excluded.printed",
        *id, company_id, kind_of(period), to_string(instant ? period.end : period.start),
        to_string(period.end), instant ? 0 : period.months, printed);
    return id;
}

std::vector<LabelledPeriod> label_periods(Connection& connection, std::int64_t company_id,
                                          const PeriodRange& range) {
    const auto year_end =
        connection.text("SELECT fiscal_year_end FROM companies WHERE id = ?", company_id);
    const FiscalCalendar calendar = fiscal_calendar_from(year_end.value_or(""));
    const bool by_start = connection.text("SELECT fiscal_year_named FROM companies WHERE id = ?",
                                          company_id) == "start";
    const std::vector<LabelledPeriod> stored = read_periods(connection, range);
    std::vector<LabelledPeriod> periods = stored;
    for (LabelledPeriod& period : periods) {
        period.fiscal = fiscal_label(period.period, calendar);
        if (by_start) name_by_start(period.fiscal);
        period.calendar = calendar_label(period.period);
    }
    share_labels(periods);
    for (std::size_t i = 0; i < periods.size(); ++i) {
        write_labels(connection, stored[i], periods[i]);
    }
    return periods;
}

const LabelledPeriod* find_period(const std::vector<LabelledPeriod>& periods, std::int64_t id) {
    const auto at =
        std::lower_bound(periods.begin(), periods.end(), id,
                         [](const LabelledPeriod& p, std::int64_t i) { return p.id < i; });
    return at != periods.end() && at->id == id ? &*at : nullptr;
}

void forget_unprinted_periods(Connection& connection, std::int64_t company_id) {
    connection.run(
        "UPDATE periods SET printed = 0 WHERE company_id = ?1 AND printed = 1 AND id NOT IN ("
        " SELECT period_id FROM metrics WHERE company_id = ?1 AND origin NOT IN"
        "  ('derived', 'computed')"
        " UNION ALL SELECT c.period_id FROM filings f JOIN statements s ON s.filing_id = f.id"
        "  JOIN statement_columns c ON c.statement_id = s.id"
        "  WHERE f.company_id = ?1 AND c.period_id IS NOT NULL"
        " UNION ALL SELECT v.period_id FROM filings f JOIN statements s ON s.filing_id = f.id"
        "  JOIN line_items l ON l.statement_id = s.id"
        "  JOIN line_item_values v ON v.line_item_id = l.id"
        "  WHERE f.company_id = ?1 AND v.period_id IS NOT NULL"
        " UNION ALL SELECT c.period_id FROM filings f JOIN claims c ON c.filing_id = f.id"
        "  WHERE f.company_id = ?1 AND c.period_id IS NOT NULL)",
        company_id);
}

}  // namespace fintool
