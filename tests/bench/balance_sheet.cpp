// The balance sheet: assets, liabilities, equity.
#include <algorithm>

#include "statement_rows.h"
#include "statements.h"

namespace bench {
namespace {

void add_assets(StatementRows& rows, const Business& has, const Wording& words) {
    rows.heading("ASSETS");
    rows.heading("Current assets:");
    rows.money(words.cash, Line::cash, 1, "cash").tag = "Cash";
    if (has.investments) rows.money(words.investments, Line::investments, 1);
    const std::string receivables =
        words.long_labels
            ? words.receivables + (words.receivables.ends_with("net") ? "" : ", net") +
                  " of allowance for doubtful accounts and sales returns"
            : words.receivables;
    rows.money(receivables, Line::receivables, 1, words.long_labels ? "" : "receivables");
    if (has.makes_things) rows.money(words.inventory, Line::inventory, 1, "inventory");
    rows.money(words.prepaid, Line::prepaid, 1);
    total(rows.money("Total current assets", Line::current_assets, 2, "current_assets"));
    rows.money(words.property, Line::property, 0);
    if (has.amortization) {
        rows.money(words.intangibles, Line::intangibles, 0);
        rows.money("Goodwill", Line::goodwill, 0);
    }
    rows.money(words.other_assets, Line::other_assets, 0);
    total(rows.money("Total assets", Line::assets, 1, "total_assets"), true);
}

void add_liabilities(StatementRows& rows, const Business& has, const Wording& words) {
    std::string owners = words.owners;
    for (char& c : owners) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    rows.heading("LIABILITIES AND " + owners);
    rows.heading("Current liabilities:");
    rows.money(words.payables, Line::payables, 1, "accounts_payable");
    rows.money(words.accrued, Line::accrued, 1);
    if (has.deferred_revenue) rows.money("Deferred revenue", Line::deferred_revenue, 1);
    if (has.debt) rows.money("Current portion of long-term debt", Line::current_debt, 1);
    total(rows.money("Total current liabilities", Line::current_liabilities, 2,
                     "current_liabilities"));
    if (has.debt) {
        rows.money(words.long_labels ? "Long-term debt, less current portion" : "Long-term debt",
                   Line::debt, 0, "long_term_debt");
    }
    rows.money("Other liabilities", Line::other_liabilities, 0);
    if (words.total_liabilities) {
        total(rows.money("Total liabilities", Line::liabilities, 1, "total_liabilities"));
    }
}

void add_equity(StatementRows& rows, const Business& has, const Wording& words,
                const std::vector<Stretch>& columns, const Ledger& books) {
    std::string owners = words.owners;
    rows.heading("S" + owners.substr(1) + ":");
    rows.money(words.common_stock, Line::common_stock, 1);
    rows.money(words.paid_in, Line::paid_in, 1);
    const auto negative = std::count_if(columns.begin(), columns.end(), [&](const Stretch& on) {
        return balance(books, Line::retained, on) < 0;
    });
    const bool all = negative == static_cast<std::ptrdiff_t>(columns.size());
    rows.money(negative == 0 ? "Retained earnings"
               : all         ? "Accumulated deficit"
                             : "Retained earnings (accumulated deficit)",
               Line::retained, 1, "retained_earnings");
    if (has.buys_stock) rows.money("Treasury stock, at cost", Line::treasury, 1);
    if (has.abroad) {
        rows.money(words.long_labels ? "Accumulated other comprehensive income (loss), principally "
                                       "foreign currency translation"
                                     : "Accumulated other comprehensive income (loss)",
                   Line::currency_reserve, 1);
    }
    total(rows.money("Total " + words.owners, Line::equity, 2, "total_equity"));
    total(rows.money("Total liabilities and " + words.owners, Line::liabilities_and_equity, 0,
                     "total_liabilities_and_equity"),
          true);
}

}  // namespace

PrintedStatement balance_sheet(const Ledger& books, const Wording& words,
                               const std::vector<Stretch>& columns) {
    StatementRows rows(books, columns);
    add_assets(rows, books.business, words);
    add_liabilities(rows, books.business, words);
    add_equity(rows, books.business, words, columns, books);
    return rows.done(StatementKind::balance, "Consolidated Balance Sheets");
}

}  // namespace bench
