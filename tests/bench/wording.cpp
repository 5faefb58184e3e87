// Labels as companies word them, drawn once for a company.
#include "wording.h"

namespace bench {
namespace {

using Words = std::array<const char*, 4>;

void word_costs(Dice& dice, Wording& made) {
    made.cost = dice.pick(
        Words{"Cost of sales", "Cost of goods sold", "Cost of revenue", "Cost of revenues"});
    made.gross = dice.pick(Words{"Gross profit", "Gross margin", "Gross profit", "Gross profit"});
    made.research =
        dice.pick(Words{"Research and development", "Research and development expenses",
                        "Product development", "Research, development and engineering"});
    made.overhead = dice.pick(Words{
        "Selling, general and administrative", "Selling, general & administrative",
        "Selling, general and administrative expenses", "Selling, administrative and general"});
    made.selling = dice.pick(Words{"Sales and marketing", "Selling and marketing",
                                   "Marketing and sales", "Selling expenses"});
    made.administration =
        dice.pick(Words{"General and administrative", "General and administrative expenses",
                        "General & administrative", "Administrative and general"});
    made.amortization = dice.pick(
        Words{"Amortization of intangibles", "Amortization of intangible assets",
              "Amortization of purchased intangibles", "Amortization of acquired technology"});
    made.restructuring = dice.pick(Words{"Restructuring charges", "Restructuring and other costs",
                                         "Restructuring", "Plant closing costs"});
    made.operating_cost = dice.pick(Words{"Total operating expenses", "Total operating expenses",
                                          "Total operating costs", "Total operating expenses"});
}

void word_income(Dice& dice, Wording& made) {
    constexpr std::array<std::array<const char*, 3>, 4> kSales = {{
        {"Net sales", "Product sales", "Service sales"},
        {"Total revenues", "Products", "Services"},
        {"Revenues", "Product revenues", "Service revenues"},
        {"Total net revenue", "Equipment", "Maintenance and support"},
    }};
    const auto& sales = dice.pick(kSales);
    made.revenue = sales[0];
    made.product_revenue = sales[1];
    made.service_revenue = sales[2];
    word_costs(dice, made);
    made.product_cost = "Cost of " + std::string(dice.chance(50) ? "products" : "product sales");
    made.service_cost =
        "Cost of " + std::string(dice.chance(50) ? "services" : "service contracts");
    made.interest_income = dice.pick(Words{"Interest income", "Interest and dividend income",
                                           "Interest income", "Interest income"});
    made.interest_expense = dice.pick(
        Words{"Interest expense", "Interest expense", "Interest cost", "Interest expense"});
    made.other_income = dice.pick(Words{"Other, net", "Other income (expense), net",
                                        "Miscellaneous, net", "Other income (expense)"});
    made.result = dice.pick(Words{"Income", "Income", "Earnings", "Income"});
    made.tax = dice.pick(Words{"Provision for income taxes", "Income taxes", "Income tax expense",
                               "Provision for taxes on income"});
    made.basic = dice.pick(Words{"Basic", "Basic", "Basic", "Basic"});
    made.diluted = dice.pick(Words{"Diluted", "Diluted", "Assuming dilution", "Diluted"});
}

void word_balance(Dice& dice, Wording& made) {
    made.cash = dice.pick(Words{"Cash and cash equivalents", "Cash and cash equivalents", "Cash",
                                "Cash and equivalents"});
    made.investments = dice.pick(Words{"Short-term investments", "Marketable securities",
                                       "Investments available for sale", "Short-term securities"});
    made.receivables = dice.pick(Words{"Accounts receivable, net", "Accounts receivable",
                                       "Trade receivables, net", "Receivables"});
    made.inventory =
        dice.pick(Words{"Inventories", "Inventory", "Inventories, net", "Merchandise inventories"});
    made.prepaid =
        dice.pick(Words{"Prepaid expenses", "Prepaid expenses and other", "Other current assets",
                        "Prepaid expenses and other current assets"});
    made.property =
        dice.pick(Words{"Property and equipment, net", "Property, plant and equipment, net",
                        "Net property and equipment", "Plant and equipment, net"});
    made.intangibles = dice.pick(Words{"Intangible assets, net", "Purchased intangibles, net",
                                       "Other intangible assets", "Acquired technology, net"});
    made.other_assets = dice.pick(Words{"Other assets", "Deposits and other assets",
                                        "Other assets, net", "Other noncurrent assets"});
    made.payables = dice.pick(Words{"Accounts payable", "Trade accounts payable",
                                    "Accounts payable", "Accounts payable, trade"});
    made.accrued = dice.pick(Words{"Accrued expenses", "Accrued liabilities",
                                   "Accrued compensation and other", "Other accrued liabilities"});
    made.owners = dice.pick(Words{"stockholders' equity", "shareholders' equity",
                                  "stockholders' equity", "shareholders' equity"});
    made.paid_in = dice.pick(Words{"Additional paid-in capital", "Capital in excess of par value",
                                   "Additional paid-in capital", "Paid-in capital"});
    made.common_stock = dice.pick(
        Words{"Common stock", "Common stock, $.01 par value", "Common stock", "Common shares"});
}

void word_flows(Dice& dice, Wording& made) {
    made.capital_spending = dice.pick(
        Words{"Purchases of property and equipment", "Capital expenditures",
              "Additions to property, plant and equipment", "Purchase of property and equipment"});
    made.operations = dice.pick(Words{"operating activities", "operations", "operating activities",
                                      "operating activities"});
}

}  // namespace

Wording wording(Dice& dice) {
    Wording made;
    word_income(dice, made);
    word_balance(dice, made);
    word_flows(dice, made);
    made.expenses_headed = dice.chance(70);
    made.long_labels = dice.chance(30);
    made.interest_as_deduction = dice.chance(60);
    made.total_liabilities = dice.chance(70);
    made.gross_profit = dice.chance(85);
    made.operating_noun = dice.chance(40);
    return made;
}

}  // namespace bench
