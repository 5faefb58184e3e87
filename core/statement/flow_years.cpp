// By the words of labels: see the header.
#include "statement/flow_years.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/phrase_set.h"
#include "base/text.h"
#include "base/word_set.h"
#include "statement/award_columns.h"
#include "statement/period_starts.h"
#include "value/month.h"

namespace fintool {

bool names_flow(std::string_view words) {
    static constexpr WordSet flows({"sales",
                                    "net sales",
                                    "total net sales",
                                    "total sales",
                                    "revenue",
                                    "revenues",
                                    "net revenue",
                                    "net revenues",
                                    "total revenue",
                                    "total revenues",
                                    "total net revenues",
                                    "cost of sales",
                                    "cost of revenue",
                                    "cost of revenues",
                                    "gross margin",
                                    "gross profit",
                                    "research and development",
                                    "selling general and administrative",
                                    "total operating expenses",
                                    "operating income",
                                    "operating income loss",
                                    "interest expense",
                                    "provision for income taxes",
                                    "income tax expense",
                                    "net income",
                                    "net loss",
                                    "net income loss",
                                    "net earnings",
                                    "depreciation and amortization",
                                    "net income as reported",
                                    "net loss as reported",
                                    "net income pro forma",
                                    "net loss pro forma",
                                    "net income loss as reported",
                                    "net income loss pro forma"});
    return flows.contains(words);
}

YearsOfIncome years_of_income(const std::vector<Statement>& statements) {
    YearsOfIncome years;
    std::set<Date> other;  // ends of quarters and halves, too
    for (const Statement& statement : statements) {
        if (statement.kind != Statement::Kind::income) continue;
        for (const Column& column : statement.columns) {
            if (!column.period || column.period->kind != Period::Kind::duration) continue;
            if (column.period->months == 12) {
                years.emplace(column.period->end, *column.period);
            } else {
                other.insert(column.period->end);
            }
        }
    }
    for (const Date end : other) years.erase(end);
    return years;
}

namespace {

// "Income from operations", "Dividends", "Return on equity": whole labels are too many to list, so
// these count beside "Net sales" or "Net income" alone; what may stand in a balance sheet does not.
bool may_flow(const Row& row) {
    static constexpr PhraseSet moves({"return on", "expenditures", "expenditure", "average",
                                      "additions to", "purchases of", "proceeds", "repayment"});
    static constexpr PhraseSet held(
        {"year end", "end of year", "end of period", "outstanding", "accumulated", "deferred",
         "payable", "receivable", "receivables", "accrued", "prepaid", "allowance", "reserve",
         "reserves", "unearned", "assets", "liabilities", "equity", "securities", "retained",
         "held", "backlog", "debt", "inventories", "inventory", "book value", "working capital",
         "balance", "goodwill", "property", "investments", "deposits", "loans", "stock", "market",
         "price", "prices", "excess", "capitalization", "borrowings", "minority", "partners",
         "asset value", "nav", "closing"});
    static constexpr PhraseSet flows(
        {"sales", "revenue", "revenues", "income", "earnings", "loss", "profit", "expense",
         "expenses", "cost of", "costs", "depreciation", "amortization", "dividends",
         "distributions", "cash flow", "cash flows", "cash provided", "cash used", "ebitda",
         "taxes"});
    const std::string words = words_of(row.label);
    if (names_flow(words) || moves.any_in(words)) return true;
    if (held.any_in(words) || row.unit.kind == Unit::Kind::count) return false;
    return flows.any_in(words) || row.unit.kind == Unit::Kind::money_per_share;
}

// "Net sales", "Net income" and what else no note on balances prints. "Depreciation and
// amortization" is a part of deferred taxes, too, and "Interest expense" of accrued liabilities.
bool prints_flow(const Statement& statement) {
    static constexpr WordSet parts({"research and development", "depreciation and amortization"});
    bool accrued = has_phrase(words_of(statement.title), "accrued");
    bool interest = false, other = false;
    for (const Row& row : statement.rows) {
        const std::string words = words_of(row.label);
        accrued = accrued || has_phrase(words, "accrued");
        if (row.unit.kind != Unit::Kind::money || !names_flow(words)) continue;
        interest = interest || words == "interest expense";
        other = other || (words != "interest expense" && !parts.contains(words));
    }
    return other || (interest && !accrued);
}

// Rows between "Balance at beginning of year" and "Balance at end of year" under one heading.
std::vector<bool> rows_between_balances(const Statement& statement) {
    static constexpr PhraseSet closes({"end of", "ending balance", "ending balances"});
    const auto& rows = statement.rows;
    std::vector<bool> between(rows.size());
    for (std::size_t from = 0; from < rows.size(); ++from) {
        if (!names_opening(rows[from].label)) continue;
        std::size_t to = from + 1;
        while (to < rows.size() && rows[to].section == rows[from].section &&
               !closes.any_in(words_of(rows[to].label)) && !names_opening(rows[to].label))
            ++to;
        if (to == rows.size() || !closes.any_in(words_of(rows[to].label))) continue;
        for (std::size_t i = from + 1; i < to; ++i) between[i] = true;
    }
    return between;
}

// "Net operating loss carryforwards" over "Depreciation and amortization": what they will save.
bool lists_deferred_taxes(const Statement& statement) {
    static constexpr PhraseSet deferred({"deferred tax", "deferred taxes", "valuation allowance",
                                         "carryforward", "carryforwards"});
    return !prints_flow(statement) &&
           std::any_of(statement.rows.begin(), statement.rows.end(), [](const Row& row) {
               return deferred.any_in(words_of(row.label + ' ' + row.section));
           });
}

// "2003", and no day: of a year and of its end alike.
bool names_year_only(const Column& column) {
    return !names_month(words_of(column.heading)) &&
           column.heading.find('/') == column.heading.npos;
}

// A day that the heading itself names, and so the column is of it. "Consolidated" has its day from
// elsewhere, and may be of an earlier year.
bool names_day(const Column& column) {
    if (!column.period || column.period->kind != Period::Kind::instant) return false;
    const std::string year = std::to_string(static_cast<int>(column.period->end.year()));
    return column.heading.find(year) != column.heading.npos;
}

// The year that ends on the column's day: one of the income statement's, or, in a table of more
// years, one that ends in the month that those do.
std::optional<Period> year_of(const YearsOfIncome& years, const Statement& statement,
                              const Column& column) {
    if (!names_day(column)) return std::nullopt;
    const Date end = column.period->end;
    if (const auto known = years.find(end); known != years.end()) return known->second;
    const bool beside =
        std::any_of(statement.columns.begin(), statement.columns.end(), [&](const Column& other) {
            return names_day(other) && years.contains(other.period->end) &&
                   other.period->end.month() == end.month() &&
                   other.period->end.year() != end.year();
        });
    if (!beside) return std::nullopt;
    return duration_to(end, {12, Length::In::months});
}

}  // namespace

void set_flow_years(const YearsOfIncome& years, Statement& statement) {
    if (years.empty() || lists_deferred_taxes(statement)) return;
    const bool mixed = prints_flow(statement), awards = lists_awards(statement);
    const std::vector<bool> moves = rows_between_balances(statement);
    for (std::size_t at = 0; at < statement.rows.size(); ++at) {
        Row& row = statement.rows[at];
        const bool opening = names_opening(row.label);
        for (std::size_t i = 0; opening && i < row.cells.size(); ++i) {
            const auto year = year_of(years, statement, statement.columns[i]);
            if (year && !row.cells[i].period)
                row.cells[i].period = instant_on(add_days(year->start, -1));
        }
        if (opening) continue;
        // "Sales" of "Total employees" are people.
        const bool flow = names_flow(words_of(row.label)) && row.unit.kind != Unit::Kind::count;
        const bool named = flow || moves[at] || (awards && moves_awards(row.label));
        if (!named && !(mixed && may_flow(row))) continue;
        for (std::size_t i = 0; i < row.cells.size() && i < statement.columns.size(); ++i) {
            const Column& column = statement.columns[i];
            if (row.cells[i].period || (!named && !names_year_only(column))) continue;
            row.cells[i].period = year_of(years, statement, column);
        }
    }
}

}  // namespace fintool
