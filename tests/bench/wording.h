// How one company words its statements: the labels that it keeps from quarter to quarter.
#pragma once

#include <array>
#include <string>

#include "dice.h"

namespace bench {

struct Wording {
    std::string revenue, product_revenue, service_revenue, cost, product_cost, service_cost, gross,
        research, overhead, selling, administration, amortization, restructuring, operating_cost,
        interest_income, interest_expense, other_income, result, tax, basic, diluted, cash,
        investments, receivables, inventory, prepaid, property, intangibles, payables, accrued,
        owners, paid_in, common_stock, other_assets, capital_spending, operations;
    bool expenses_headed = true;        // "Operating expenses:" over its parts
    bool long_labels = false;           // wrapped ones
    bool interest_as_deduction = true;  // interest expense in parentheses
    bool total_liabilities = true;
    bool gross_profit = true;
    bool operating_noun = false;  // Income from operations, not Operating income
};

Wording wording(Dice& dice);

}  // namespace bench
