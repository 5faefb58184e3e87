// A made-up company's books, quarter after quarter, in whole printed units: every balance moves by
// what the cash flow says, so that all that is printed of them adds up.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "company.h"

namespace bench {

enum class Line {
    // flows of a quarter
    product_revenue,
    service_revenue,
    revenue,
    product_cost,
    service_cost,
    cost,
    gross,
    research,
    selling,
    administration,
    amortization,
    restructuring,
    operating_cost,
    operating_income,
    interest_income,
    interest_expense,
    other_income,
    pretax,
    tax,
    net_income,
    depreciation,
    stock_compensation,
    deferred_tax,
    receivables_change,
    inventory_change,
    prepaid_change,
    payables_change,
    accrued_change,
    deferred_revenue_change,
    operating_cash,
    capital_spending,
    investments_bought,
    investments_sold,
    investing_cash,
    borrowed,
    repaid,
    stock_issued,
    stock_bought,
    dividends,
    financing_cash,
    currency_effect,
    cash_change,
    // balances at its end
    cash,
    investments,
    receivables,
    inventory,
    prepaid,
    current_assets,
    property,
    intangibles,
    goodwill,
    other_assets,
    assets,
    payables,
    accrued,
    deferred_revenue,
    current_debt,
    current_liabilities,
    debt,
    other_liabilities,
    liabilities,
    common_stock,
    paid_in,
    retained,
    treasury,
    currency_reserve,
    equity,
    liabilities_and_equity,
    count
};

using Figures = std::array<std::int64_t, static_cast<std::size_t>(Line::count)>;

inline std::int64_t& at(Figures& figures, Line line) {
    return figures[static_cast<std::size_t>(line)];
}
inline std::int64_t at(const Figures& figures, Line line) {
    return figures[static_cast<std::size_t>(line)];
}

// What a company has at all: lines that it does not have are not printed.
struct Business {
    bool services = false;     // product and service revenue apart
    bool makes_things = true;  // inventory, a gross profit
    bool research = true;
    bool one_overhead = true;  // selling, general and administrative in one line
    bool amortization = false;
    bool restructuring = false;
    bool investments = true;
    bool deferred_revenue = false;
    bool debt = true;
    bool dividends = false;
    bool buys_stock = false;
    bool abroad = false;   // a currency effect
    int share_places = 0;  // decimals of the printed share counts
};

struct BookedQuarter {
    Figures figures{};
    std::int64_t basic_shares = 0;  // in printed units times 10^share_places
    std::int64_t diluted_shares = 0;
};

struct Ledger {
    Business business;
    int first_year = 0;  // fiscal year of quarters[0], which is its first quarter
    std::vector<BookedQuarter> quarters;

    const BookedQuarter& quarter(int year, int number) const {
        return quarters[static_cast<std::size_t>((year - first_year) * 4 + number - 1)];
    }
};

// `years` fiscal years, from the one before the company's first release.
Ledger ledger(std::uint64_t seed, const Company& company, int years);

}  // namespace bench
