// Printed ends tell starts. See the header.
#include "statement/period_starts.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>

#include "base/phrase_set.h"
#include "base/text.h"
#include "base/word_set.h"

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
    return period.kind == Period::Kind::duration && !is_month_end(period.end) && weeks;
}

// "September 30, 2000" beside "September 25, 1999": by chance a year of weekdays ends with a month.
bool is_counted(const Period& period, const std::vector<Column>& columns) {
    const auto moves = [&](const Column& other) {
        return other.period && other.period->months == period.months &&
               moves_with_weekdays(*other.period);
    };
    const bool whole_months = is_month_end(add_days(period.start, -1)) && is_month_end(period.end);
    return moves_with_weekdays(period) ||
           (whole_months && std::any_of(columns.begin(), columns.end(), moves));
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

}  // namespace

void settle_starts(const std::vector<Statement*>& statements) {
    const std::set<Date> days = balance_days(statements);
    for (Statement* statement : statements) {
        for (Column& column : statement->columns) {
            if (!column.period || !is_counted(*column.period, statement->columns)) continue;
            std::set<Date> ends;
            for (const Column& other : statement->columns) {
                const bool alike = other.period && other.period->months == column.period->months;
                if (alike) ends.insert(other.period->end);
            }
            begin_after(days, *column.period);
            begin_after(ends, *column.period);
        }
    }
}

namespace {

// "Cash and due from banks, January 1" and "..., June 30": the day that ends the label.
std::optional<Date> day_at_end(std::string_view label, const Period& period) {
    static constexpr std::array<std::string_view, 12> months = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    const std::string words = words_of(label);
    for (const Date day : {period.start, add_days(period.start, -1), period.end}) {
        const unsigned month = static_cast<unsigned>(day.month());
        const std::string name = std::string(months[month - 1]) + ' ' +
                                 std::to_string(static_cast<unsigned>(day.day()));
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

}  // namespace

void set_cash_days(Statement& statement) {
    bool ended = false;
    for (Row& row : statement.rows) {
        const std::string words = words_of(row.label);
        const bool opening = has_phrase(words, "beginning") || has_phrase(words, "start of");
        bool closing = has_phrase(words, "end of") || has_phrase(words, "ending") ||
                       words.ends_with(" end") || has_phrase(words, "close of");
        if (opening && closing) continue;
        if (has_phrase(words, "purchase") || has_phrase(words, "proceeds")) continue;
        const bool balance = words.starts_with("cash and") ||
                             words.starts_with("restricted cash") ||
                             words.starts_with("total cash") || words == "cash";
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
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& period = statement.columns[i].period;
            if (!period || period->kind != Period::Kind::duration) continue;
            row.cells[i].period = instant_on(opening ? add_days(period->start, -1) : period->end);
        }
    }
}

namespace {

bool heads_balances(std::string_view heading) {
    static constexpr PhraseSet balances(
        {"balance sheet data", "balance sheet", "balance sheets", "financial condition data",
         "financial position", "year end position", "at year end", "year end balances",
         "at period end", "period end balances", "end of period", "at end of", "at quarter end",
         "quarter end balances", "balances at", "balances as of"});
    const std::string words = words_of(heading);
    // "At March 31:" between rows of the quarter.
    static constexpr std::array<std::string_view, 5> days = {"at march 31", "at june 30",
                                                             "at september 30", "at december 31",
                                                             "at quarter end"};
    return (balances.any_in(words) && !has_phrase(words, "average")) ||
           std::any_of(days.begin(), days.end(),
                       [&](std::string_view day) { return words.starts_with(day); });
}

// Whole labels that are balances wherever they stand.
bool names_balance(std::string_view label) {
    static constexpr WordSet balances(
        {"assets", "total assets", "total liabilities", "total equity", "stockholders equity",
         "shareholders equity", "total stockholders equity", "total shareholders equity",
         "shareowners equity", "working capital", "book value", "book value per share",
         "book value per common share", "current assets", "current liabilities",
         "total current assets", "total current liabilities"});
    return balances.contains(words_of(label.substr(0, label.find('('))));
}

}  // namespace

void set_balance_days(Statement& statement) {
    static constexpr PhraseSet averages({"average", "averages"});
    if (averages.any_in(words_of(statement.title))) return;
    for (Row& row : statement.rows) {
        if (row.unit.kind == Unit::Kind::percent) continue;
        const std::string_view heading = innermost_heading(row.section);
        const bool under = heads_balances(heading.empty() ? statement.title : heading);
        const bool average = averages.any_in(words_of(row.section + " " + row.label));
        if (average || (!under && !names_balance(row.label))) continue;
        for (std::size_t i = 0; i < row.cells.size() && i < statement.columns.size(); ++i) {
            const auto& period = statement.columns[i].period;
            if (!period || period->kind != Period::Kind::duration || row.cells[i].period) continue;
            row.cells[i].period = instant_on(period->end);
        }
    }
}

}  // namespace fintool
