// See the header. Columns know themselves whether their day is printed or assumed.
#include "statement/year_ends.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>

namespace fintool {
namespace {

std::set<Date> printed_balance_days(const std::vector<Statement*>& statements) {
    std::set<Date> days;
    for (const Statement* statement : statements) {
        if (statement->kind != Statement::Kind::balance) continue;
        for (const Column& column : statement->columns) {
            if (column.period && !column.day_assumed) days.insert(column.period->end);
        }
    }
    return days;
}

// The only one of the days that an end assumed for that year may really be; none where they bear
// the assumed day out.
std::optional<Date> day_near(const std::set<Date>& days, Date assumed) {
    std::optional<Date> near;
    for (const Date& day : days) {
        if (std::abs(days_between(day, assumed)) > fiscal_drift_days) continue;
        if (near || day == assumed) return std::nullopt;
        near = day;
    }
    return near;
}

bool end_on_one_weekday(Date a, Date b) { return days_between(a, b) % 7 == 0; }

// "On September 21, 1993, the Court denied": a day that no year ends on, as its weekday shows.
// Where no day has the weekday of another year's end the calendar has changed, and any may do.
std::set<Date> days_to_end_on(const std::set<Date>& stated, const std::set<Date>& ends,
                              Date assumed) {
    std::set<Date> near, alike;
    for (const Date& day : stated) {
        if (std::abs(days_between(day, assumed)) > fiscal_drift_days) continue;
        near.insert(day);
        const bool fits = std::any_of(ends.begin(), ends.end(), [&](const Date& end) {
            return end_on_one_weekday(day, end);
        });
        if (fits || day == assumed) alike.insert(day);
    }
    return alike.empty() ? near : alike;
}

void end_on(Date end, Column& column) {
    column.period = duration_to(end, {column.period->months, Length::In::months});
    column.day_assumed = false;
}

bool is_assumed(const Column& column) {
    return column.day_assumed && column.period && column.period->months == 12;
}

}  // namespace

void settle_year_ends(const std::vector<Statement*>& statements, ProseDates& prose) {
    std::set<Date> ends = printed_balance_days(statements);
    std::vector<Column*> assumed;
    bool with_weekday = false;
    for (Statement* statement : statements) {
        if (statement->kind == Statement::Kind::other) continue;
        for (Column& column : statement->columns) {
            if (!is_assumed(column)) continue;
            const auto day = day_near(ends, column.period->end);
            with_weekday = with_weekday || day;
            day ? end_on(*day, column) : assumed.push_back(&column);
        }
    }
    if (!with_weekday || assumed.empty()) return;
    std::set<Date> stated;
    for (const StatedDate& date : prose.all()) stated.insert(date.date);
    for (Column* column : assumed) {
        const Date end = column->period->end;
        if (const auto day = day_near(days_to_end_on(stated, ends, end), end))
            end_on(*day, *column);
    }
}

}  // namespace fintool
