// Printed ends tell starts. See the header.
#include "statement/period_starts.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>

#include "base/phrase_set.h"
#include "base/text.h"
#include "value/month.h"

namespace fintool {
namespace {

// The day that lies so near the one before `period` that it must be that one.
void begin_after(const std::set<Date>& ends, Period& period) {
    constexpr int farthest = 8;  // days: a 53rd week, and one for the months
    const Date before = add_days(period.start, -1);
    const auto off = [&](Date end) { return std::abs(days_between(end, before)); };
    const Date* nearest = nullptr;
    for (const Date& end : ends) {
        const bool may_be = end < period.end && off(end) <= farthest;
        if (may_be && (!nearest || off(end) < off(*nearest))) nearest = &end;
    }
    if (nearest) period.start = add_days(*nearest, 1);
}

// Its start was counted back by weeks; a printed one ("October 1, 1998 through March 27, 1999")
// stays.
bool moves_with_weekdays(const Period& period) {
    const bool weeks = (days_between(period.start, period.end) + 1) % 7 == 0;
    return !is_month_end(period.end) && weeks;
}

// "September 30, 1994" is a month's end by chance where the year before ended on the Friday
// "September 24, 1993": its months were counted back, too.
bool ends_by_chance(const Period& period, const std::set<Date>& ends) {
    const bool counted = is_month_end(period.end) && period.months > 0 &&
                         add_days(add_months(period.end, -period.months), 1) == period.start;
    return counted && std::any_of(ends.begin(), ends.end(), [&](Date end) {
               return !is_month_end(end) && days_between(end, period.end) % 7 == 0;
           });
}

std::set<Date> balance_days(const std::vector<Statement*>& statements) {
    std::set<Date> days;
    for (const Statement* statement : statements) {
        if (statement->kind != Statement::Kind::balance) continue;
        for (const Column& column : statement->columns) {
            if (column.period && column.period->kind == Period::Kind::instant)
                days.insert(column.period->end);
        }
    }
    return days;
}

bool is_duration(const Column& column) {
    return column.period && column.period->kind == Period::Kind::duration;
}

// "March 25, 2012" and "March 27, 2011" beside a balance sheet of December 31, 2011: quarters end
// with weekdays and years with a month, so the year before began with one, too.
void begin_with_months(const std::set<Date>& ends, std::vector<Column>& columns) {
    constexpr int farthest = 8;
    const auto starts_on_printed = [&](const Period& period) {
        const Date before = add_days(period.start, -1);
        return is_month_end(before) && ends.contains(before);
    };
    for (const Column& from : columns) {
        if (!is_duration(from)) continue;
        const Period& known = *from.period;
        const bool of_weeks = (days_between(known.start, known.end) + 1) % 7 == 0;
        if (of_weeks || known.months >= 12 || !starts_on_printed(known)) continue;
        for (Column& column : columns) {
            if (!column.period || column.period->months != known.months) continue;
            Period& period = *column.period;
            if (!moves_with_weekdays(period) || starts_on_printed(period)) continue;
            const int years = (days_between(period.end, known.end) + 182) / 365;
            const Date start = add_months(known.start, -12 * years);
            if (years > 0 && std::abs(days_between(start, period.start)) <= farthest)
                period.start = start;
        }
    }
}

// "Third Quarter   2015   2014" of segments, beside an income statement of quarters to "October 4,
// 2015" and "September 28, 2014": those, and no day 52 weeks before the first.
void end_as_printed(const std::vector<Statement*>& statements) {
    std::vector<Period> printed;
    for (const Statement* statement : statements) {
        if (statement->kind != Statement::Kind::income) continue;
        for (const Column& column : statement->columns)
            if (is_duration(column)) printed.push_back(*column.period);
    }
    for (Statement* statement : statements) {
        if (statement->kind != Statement::Kind::other) continue;
        for (Column& column : statement->columns) {
            if (!is_duration(column) || names_month(words_of(column.heading)) ||
                column.heading.find('/') != column.heading.npos)
                continue;
            const auto near = std::find_if(printed.begin(), printed.end(), [&](const Period& it) {
                return it.months == column.period->months &&
                       std::abs(days_between(it.end, column.period->end)) <= fiscal_drift_days;
            });
            const bool known =
                std::find(printed.begin(), printed.end(), *column.period) != printed.end();
            if (near != printed.end() && !known) column.period = *near;
        }
    }
}

}  // namespace

void settle_starts(const std::vector<Statement*>& statements) {
    const std::set<Date> days = balance_days(statements);
    for (Statement* statement : statements) {
        for (Column& column : statement->columns) {
            if (!column.period || column.period->kind != Period::Kind::duration) continue;
            std::set<Date> ends;
            for (const Column& other : statement->columns) {
                const bool alike = other.period && other.period->months == column.period->months;
                if (alike) ends.insert(other.period->end);
            }
            if (!moves_with_weekdays(*column.period) && !ends_by_chance(*column.period, ends))
                continue;
            begin_after(days, *column.period);
            begin_after(ends, *column.period);
        }
        begin_with_months(days, statement->columns);
    }
    end_as_printed(statements);
}

namespace {

// "Cash and due from banks, January 1" and "..., June 30": the day that ends the label.
std::optional<Date> day_at_end(std::string_view label, const Period& period) {
    const std::string words = words_of(label);
    for (const Date day : {period.start, add_days(period.start, -1), period.end}) {
        const unsigned month = static_cast<unsigned>(day.month());
        const std::string name =
            std::string(month_name(month)) + ' ' + std::to_string(static_cast<unsigned>(day.day()));
        if (!words.ends_with(' ' + name)) continue;
        return day == period.end ? day : add_days(period.start, -1);
    }
    return std::nullopt;
}

void set_named_days(Row& row, const std::vector<Column>& columns) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto& period = columns[i].period;
        if (!period || period->kind != Period::Kind::duration) continue;
        if (const auto day = day_at_end(row.label, *period)) row.cells[i].period = instant_on(*day);
    }
}

// The last day of each column's stretch, or the one before its first.
void set_days(Row& row, const std::vector<Column>& columns, bool opening) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto& period = columns[i].period;
        if (!period || period->kind != Period::Kind::duration) continue;
        row.cells[i].period = instant_on(opening ? add_days(period->start, -1) : period->end);
    }
}

void set_retained_days(Statement& statement) {
    static constexpr PhraseSet kept({"retained earnings", "earnings retained",
                                     "reinvested earnings", "earnings reinvested",
                                     "accumulated deficit"});
    static constexpr PhraseSet opens({"beginning", "start of"}), closes({"end of", "ending"});
    for (Row& row : statement.rows) {
        if (row.unit.kind != Unit::Kind::money) continue;
        const std::string words = words_of(row.label);
        const bool opening = opens.any_in(words), closing = closes.any_in(words);
        // "Beginning of period" names nothing itself; "Net loss" under the same heading does.
        const bool of_heading = words.starts_with("balance") || opening || closing;
        const std::string section = words_of(innermost_heading(row.section));
        if (!kept.any_in(words) && !(of_heading && kept.any_in(section))) continue;
        if (opening == closing) {
            set_named_days(row, statement.columns);
            continue;
        }
        set_days(row, statement.columns, opening);
    }
}

void set_cash_days(Statement& statement) {
    bool ended = false;
    for (Row& row : statement.rows) {
        const std::string words = words_of(row.label);
        // "Cash and cash equivalents brought forward", "Closing cash": as British companies say.
        const bool named = has_phrase(words, "cash");
        const bool opening =
            has_phrase(words, "beginning") || has_phrase(words, "start of") ||
            (named && (has_phrase(words, "brought forward") || words.starts_with("opening ")));
        bool closing =
            has_phrase(words, "end of") || has_phrase(words, "ending") || words.ends_with(" end") ||
            has_phrase(words, "close of") ||
            (named && (has_phrase(words, "carried forward") || words.starts_with("closing ")));
        if (opening && closing) continue;
        if (has_phrase(words, "purchase") || has_phrase(words, "proceeds")) continue;
        static constexpr std::array<std::string_view, 5> cash_words = {
            "cash and", "cash cash equivalents", "restricted cash", "less restricted cash",
            "total cash"};
        // "Homebuilding: Cash and cash equivalents"
        const std::size_t colon = row.label.rfind(": ");
        const std::string own =
            colon == row.label.npos ? words : words_of(row.label.substr(colon + 1));
        const bool balance =
            own == "cash" || std::any_of(cash_words.begin(), cash_words.end(),
                                         [&](auto start) { return own.starts_with(start); });
        const auto flows = [&] {
            const std::string section = words_of(row.section);
            return has_phrase(words, "paid") || has_phrase(section, "paid") ||
                   has_phrase(section, "activities");
        };
        const bool cash = !opening && !closing && balance && !flows();
        if (cash && ended) closing = true;
        if (cash && !ended) set_named_days(row, statement.columns);
        if (!opening && !closing) continue;
        ended = ended || closing;
        set_days(row, statement.columns, opening);
    }
}

}  // namespace

void set_row_days(Statement& statement) {
    if (statement.kind == Statement::Kind::cashflow) set_cash_days(statement);
    if (statement.kind == Statement::Kind::income) set_retained_days(statement);
}

}  // namespace fintool
