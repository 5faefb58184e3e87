// The cash flow: operations, investing, financing, and the cash at both ends.
#include <algorithm>

#include "statement_rows.h"
#include "statements.h"

namespace bench {
namespace {

// "Net cash provided by", "used in" or both, as the columns are.
std::string cash_words(const StatementRows& rows, Line line, const std::string& activities) {
    if (rows.all_negative(line)) return "Net cash used in " + activities;
    if (rows.any_negative(line)) return "Net cash provided by (used in) " + activities;
    return "Net cash provided by " + activities;
}

void add_operations(StatementRows& rows, const Business& has, const Wording& words) {
    rows.heading("Cash flows from operating activities:");
    rows.money(net_words(rows, words.result), Line::net_income, 1, "net_income");
    const std::string noun = net_words(rows, words.result);
    rows.heading("Adjustments to reconcile n" + noun.substr(1) +
                     (words.long_labels ? " to net cash provided by operating activities:"
                                        : " to net cash:"),
                 1);
    rows.money("Depreciation and amortization", Line::depreciation, 2, "depreciation_amortization");
    rows.money("Stock-based compensation", Line::stock_compensation, 2);
    rows.money_if_any("Deferred income taxes", Line::deferred_tax, 2);
    rows.heading("Changes in operating assets and liabilities:", 1);
    rows.money("Accounts receivable", Line::receivables_change, 2);
    if (has.makes_things) rows.money("Inventories", Line::inventory_change, 2);
    rows.money("Prepaid expenses and other assets", Line::prepaid_change, 2);
    rows.money("Accounts payable", Line::payables_change, 2);
    rows.money("Accrued liabilities", Line::accrued_change, 2);
    if (has.deferred_revenue) rows.money("Deferred revenue", Line::deferred_revenue_change, 2);
    total(rows.money(cash_words(rows, Line::operating_cash, words.operations), Line::operating_cash,
                     1, "operating_cash_flow"));
}

void add_investing_and_financing(StatementRows& rows, const Business& has, const Wording& words) {
    rows.heading("Cash flows from investing activities:");
    rows.money(words.capital_spending, Line::capital_spending, 1, "capital_expenditures").turned =
        true;
    if (has.investments) {
        rows.money("Purchases of short-term investments", Line::investments_bought, 1);
        rows.money("Maturities of short-term investments", Line::investments_sold, 1);
    }
    total(rows.money(cash_words(rows, Line::investing_cash, "investing activities"),
                     Line::investing_cash, 1, "investing_cash_flow"));
    rows.heading("Cash flows from financing activities:");
    if (has.debt) {
        rows.money_if_any("Proceeds from borrowings", Line::borrowed, 1);
        rows.money_if_any("Repayments of long-term debt", Line::repaid, 1);
    }
    rows.money(words.long_labels
                   ? "Proceeds from the exercise of stock options and the sale of common stock "
                     "under employee plans"
                   : "Proceeds from issuance of common stock",
               Line::stock_issued, 1);
    if (has.buys_stock) rows.money_if_any("Purchases of treasury stock", Line::stock_bought, 1);
    if (has.dividends) rows.money("Dividends paid", Line::dividends, 1);
    total(rows.money(cash_words(rows, Line::financing_cash, "financing activities"),
                     Line::financing_cash, 1, "financing_cash_flow"));
    if (has.abroad) {
        rows.money_if_any("Effect of exchange rate changes on cash", Line::currency_effect, 0);
    }
}

}  // namespace

PrintedStatement cash_flow(const Ledger& books, const Wording& words,
                           const std::vector<Stretch>& columns) {
    StatementRows rows(books, columns);
    add_operations(rows, books.business, words);
    add_investing_and_financing(rows, books.business, words);
    const std::string change = rows.all_negative(Line::cash_change) ? "Net decrease in "
                               : rows.any_negative(Line::cash_change)
                                   ? "Net increase (decrease) in "
                                   : "Net increase in ";
    total(rows.money(change + "cash and cash equivalents", Line::cash_change, 0,
                     "net_change_in_cash"));
    const auto cash_at = [&](const Stretch& column, bool before) {
        const auto end = at(books.quarter(column.year, column.quarter).figures, Line::cash);
        return before ? end - flow(books, Line::cash_change, column) : end;
    };
    for (const bool before : {true, false}) {
        auto& row = rows.row(std::string("Cash and cash equivalents at ") +
                                 (before ? "beginning" : "end") + " of period",
                             0, "", [&](const Stretch& column) {
                                 return Figure{cash_at(column, before), 0, false};
                             });
        row.when = before ? PrintedRow::When::before : PrintedRow::When::end;
        if (!before) total(row, true);
    }
    return rows.done(StatementKind::cashflow, "Consolidated Statements of Cash Flows");
}

}  // namespace bench
