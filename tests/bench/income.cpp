// The income statement: sales down to net income, per share and shares.
#include <algorithm>

#include "statement_rows.h"
#include "statements.h"

namespace bench {
namespace {

void add_sales(StatementRows& rows, const Business& has, const Wording& words) {
    if (!has.services) {
        rows.money(words.revenue, Line::revenue, 0, "revenue").tag = "Revenues";
        rows.money(words.cost, Line::cost, 0, "cost_of_revenue");
        return;
    }
    rows.heading(words.revenue == "Net sales" ? "Net sales:" : "Revenues:");
    rows.money(words.product_revenue, Line::product_revenue, 1);
    rows.money(words.service_revenue, Line::service_revenue, 1);
    const std::string all = words.revenue.starts_with("Total") ? words.revenue
                            : words.revenue == "Net sales"     ? "Total net sales"
                                                               : "Total revenues";
    total(rows.money(all, Line::revenue, 2, "revenue"));
    rows.heading("Cost of revenues:");
    rows.money(words.product_cost, Line::product_cost, 1);
    rows.money(words.service_cost, Line::service_cost, 1);
    total(rows.money("Total cost of revenues", Line::cost, 2, "cost_of_revenue"));
}

void add_operating(StatementRows& rows, const Business& has, const Wording& words) {
    if (words.gross_profit) total(rows.money(words.gross, Line::gross, 1, "gross_profit"));
    const int depth = words.expenses_headed ? 1 : 0;
    if (words.expenses_headed) rows.heading("Operating expenses:");
    if (has.research) rows.money(words.research, Line::research, depth, "research_and_development");
    if (has.one_overhead) {
        rows.row(words.overhead, depth, "selling_general_administrative",
                 [](const Stretch&) { return Figure{}; });
    } else {
        rows.money(words.selling, Line::selling, depth);
        rows.money(words.administration, Line::administration, depth);
    }
    if (has.amortization) rows.money(words.amortization, Line::amortization, depth);
    if (has.restructuring) rows.money_if_any(words.restructuring, Line::restructuring, depth);
    total(rows.money(words.operating_cost, Line::operating_cost, depth + 1, "operating_expenses"));
}

void add_results(StatementRows& rows, const Business& has, const Wording& words) {
    total(rows.money(words.operating_noun ? result_words(rows, Line::operating_income, words.result,
                                                         " from operations")
                     : rows.all_negative(Line::operating_income) ? "Operating loss"
                     : rows.any_negative(Line::operating_income) ? "Operating income (loss)"
                                                                 : "Operating income",
                     Line::operating_income, 0, "operating_income"));
    rows.money(words.interest_income, Line::interest_income, 0, "interest_income");
    if (has.debt) {
        auto& cost = rows.money(words.interest_expense, Line::interest_expense, 0,
                                "interest_expense", words.interest_as_deduction ? -1 : 1);
        cost.turned = words.interest_as_deduction;
    }
    rows.money_if_any(words.other_income, Line::other_income, 0);
    const std::string before =
        words.long_labels ? " before provision for income taxes" : " before income taxes";
    total(rows.money(result_words(rows, Line::pretax, words.result, before), Line::pretax, 0,
                     "pretax_income"));
    const bool credit = rows.any_negative(Line::tax);
    const std::string tax = !credit                        ? words.tax
                            : rows.all_negative(Line::tax) ? "Income tax benefit"
                                                           : "Income tax expense (benefit)";
    rows.money(tax, Line::tax, 0, "income_tax");
    total(rows.money(net_words(rows, words.result), Line::net_income, 0, "net_income"), true);
}

// Per share and shares: two blocks of two rows.
void add_per_share(StatementRows& rows, const Ledger& books, const Wording& words) {
    const std::string noun = net_words(rows, words.result);
    rows.heading(noun + " per share:");
    for (const bool diluted : {false, true}) {
        auto& row = rows.row(
            diluted ? words.diluted : words.basic, 1, diluted ? "eps_diluted" : "eps_basic",
            [&](const Stretch& column) { return per_share(books, column, diluted); });
        row.unit = UnitKind::per_share;
    }
    rows.heading(words.long_labels
                     ? "Weighted average number of common shares used in computing per share "
                       "amounts:"
                     : "Weighted average shares outstanding:");
    for (const bool diluted : {false, true}) {
        auto& row = rows.row(
            diluted ? words.diluted : words.basic, 1, diluted ? "shares_diluted" : "shares_basic",
            [&](const Stretch& column) {
                return Figure{shares(books, column, diluted), books.business.share_places, false};
            });
        row.unit = UnitKind::shares;
    }
}

}  // namespace

PrintedStatement income(const Ledger& books, const Wording& words,
                        const std::vector<Stretch>& columns) {
    const Business& has = books.business;
    StatementRows rows(books, columns);
    add_sales(rows, has, words);
    add_operating(rows, has, words);
    add_results(rows, has, words);
    add_per_share(rows, books, words);
    auto made = rows.done(StatementKind::income, words.result == "Income"
                                                     ? "Consolidated Statements of Operations"
                                                     : "Consolidated Statements of Earnings");
    for (auto& row : made.rows) {
        if (row.metric != "selling_general_administrative") continue;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto sum = flow(books, Line::selling, columns[i]) +
                             flow(books, Line::administration, columns[i]);
            row.figures[i] = {sum, 0, sum == 0};
        }
    }
    return made;
}

}  // namespace bench
