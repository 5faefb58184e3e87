// Labels that may mean a metric, as "Total expenses" may: the statement's other rows and its
// arithmetic decide.
#include "base/text.h"
#include "facts/metrics_rows.h"

namespace fintool {
namespace {

using Verdict = Rows::Verdict;
using std::string_view;

bool any_other_row_names(const Rows& rows, std::size_t row,
                         std::initializer_list<string_view> words) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& label = rows.words(i).label();
        const bool total = !label.empty() && label.front() == "total";
        if (i != row && !total && rows.has_amounts(i) && rows.has_any_word(i, words)) return true;
    }
    return false;
}

// "Sales and operations expenses" beside "General and administrative expenses".
bool prints_sales_expense(const Rows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& label = rows.words(i).label();
        const bool sales = label.size() > 1 && label.front() == "sale";
        if (sales && rows.has_amounts(i) && rows.has_word(i, "expense")) return true;
    }
    return false;
}

// "Total costs and expenses" are operating expenses where operating income follows from them; in
// front of pretax income they hold interest too.
bool leads_to_operating_income(const Rows& rows, const Picks& picks, std::size_t row) {
    const auto result = picks.row_of("operating_income");
    if (!result || row > *result) return false;
    for (const string_view metric : {"gross_profit", "revenue", "premiums_earned"}) {
        const auto from = picks.row_of(metric);
        if (!from) continue;
        if (rows.relation({{*from, 1}, {row, -1}, {*result, -1}}) == Verdict::holds) return true;
        if (rows.relation({{*from, 1}, {row, 1}, {*result, -1}}) == Verdict::holds) return true;
        // "Loss from operations   13,700" is what the costs exceed revenues by.
        const bool loss = has_phrase(words_of(rows.statement().rows[*result].label), "loss");
        if (loss && rows.relation({{*from, 1}, {row, -1}, {*result, 1}}) == Verdict::holds)
            return true;
    }
    return false;
}

// "Total costs" of which gross profit is what they leave of revenue: all of them are of sales.
bool leads_to_gross_profit(const Rows& rows, const Picks& picks, std::size_t row) {
    const auto revenue = picks.row_of("revenue"), result = picks.row_of("gross_profit");
    if (!revenue || !result || row < *revenue || row > *result) return false;
    return rows.relation({{*revenue, 1}, {row, -1}, {*result, -1}}) == Verdict::holds ||
           rows.relation({{*revenue, 1}, {row, 1}, {*result, -1}}) == Verdict::holds;
}

bool is_cost_of_revenue(const Rows& rows, const Picks& picks, std::size_t row) {
    const auto& label = rows.words(row).label();
    const bool any_cost = label.size() == 2 && label.front() == "total";
    if (any_cost) return leads_to_gross_profit(rows, picks, row);
    // "Total cost of subscription, training and services revenue" is the sum of costs above it;
    // "Cost of services" that leaves the gross profit is all of it, whatever "Net periodic pension
    // cost" stands below.
    return leads_to_gross_profit(rows, picks, row) || !any_other_row_names(rows, row, {"cost"});
}

// A plain "Interest" is an expense among the costs, and revenue under "Revenues:".
bool stands_among_costs(const Rows& rows, const Picks& picks, std::size_t row) {
    const auto revenue = picks.row_of("revenue");
    const auto pretax = picks.row_of("pretax_income");
    const std::string& section = rows.words(row).section;
    return !has_phrase(section, "income") && !has_phrase(section, "revenue") &&
           !(revenue && row < *revenue) && row > 0 && !(pretax && row > *pretax);
}

// Amortization of debt costs or of stock compensation is no part of depreciation.
bool prints_other_amortization(const Rows& rows, std::size_t row) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == row || !rows.has_amounts(i) || !rows.has_word(i, "amortization")) continue;
        if (!rows.has_any_word(
                i, {"debt", "discount", "premium", "financing", "deferred", "stock", "compensation",
                    "issuance", "loan", "unearned", "award", "note"}))
            return true;
    }
    return false;
}

// "Government contract revenue" below "Gross profit on product revenue": another part of revenue.
bool names_other_revenue(const Rows& rows, std::size_t row) {
    for (std::size_t i = row + 1; i < rows.size(); ++i) {
        const auto& label = rows.words(i).label();
        const bool named =
            label.size() > 1 && (label.back() == "revenue" || label.back() == "sale");
        const bool part = !rows.has_any_word(i, {"cost", "gross", "profit", "margin", "expense"});
        if (named && part && rows.has_amounts(i) && rows.unit_kind(i) == Unit::Kind::money)
            return true;
    }
    return false;
}

// "Rental income", "Product revenues" alone over the costs are all the revenue there is.
bool is_only_revenue_line(const Rows& rows, std::size_t row) {
    if (names_other_revenue(rows, row)) return false;
    for (std::size_t i = 0; i < row; ++i) {
        if (rows.has_amounts(i)) return false;
    }
    for (std::size_t i = row + 1; i < rows.size(); ++i) {
        if (!rows.has_amounts(i)) continue;
        const bool cost = rows.has_any_word(i, {"cost", "expense", "depreciation", "salary", "wage",
                                                "administrative", "research", "compensation"});
        const std::string& section = rows.words(i).section;
        return cost || has_phrase(section, "cost") || has_phrase(section, "expense");
    }
    return false;
}

// "Total investment income" is all that an investment company earns.
bool is_of_investment_company(const Rows& rows, std::size_t row) {
    if (rows.words(row).label() != std::vector<std::string>{"total", "investment", "income"})
        return false;
    for (std::size_t below = row + 1; below < rows.size(); ++below) {
        if (rows.has_word(below, "resulting") && rows.has_word(below, "asset")) return true;
    }
    return false;
}

// "Taxation" right below the result before it.
bool follows_pretax(const Picks& picks, std::size_t row) {
    constexpr std::size_t near = 3;
    const auto pretax = picks.row_of("pretax_income");
    return pretax && row > *pretax && row <= *pretax + near;
}

bool precedes_pretax(const Picks& picks, std::size_t row) {
    const auto pretax = picks.row_of("pretax_income");
    return pretax && row < *pretax;
}

// "Profit" between the taxes and "Profit per common share".
bool stands_over_per_share(const Rows& rows, const Picks& picks, std::size_t row) {
    const auto pretax = picks.row_of("pretax_income");
    if (!pretax || row < *pretax) return false;
    std::size_t below = row + 1;
    while (below < rows.size() && !rows.has_amounts(below)) ++below;
    return below < rows.size() && rows.unit_kind(below) == Unit::Kind::money_per_share;
}

// "Term debt" under "Non-current liabilities", where no other debt stands there.
bool is_only_debt_of_years(const Rows& rows, std::size_t row) {
    const std::string& section = rows.words(row).section;
    if (!section.starts_with("noncurrent") && !section.starts_with("long term")) return false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == row || rows.words(i).section != section || !rows.has_amounts(i)) continue;
        if (rows.has_any_word(i, {"debt", "borrowing", "loan", "note", "bond", "debenture",
                                  "mortgage", "facility", "line", "revolver", "revolving"}))
            return false;
    }
    return true;
}

// "Total expenses", "Operating expenses" of a bank: what its income before taxes lacks of
// interest and other income. With interest in them they are another total.
bool is_all_but_interest(const Rows& rows, const Picks& picks, std::size_t row) {
    const auto net = picks.row_of("net_interest_income"),
               other = picks.row_of("noninterest_income"),
               loss = picks.row_of("provision_for_credit_losses"),
               result = picks.row_of("pretax_income");
    return net && other && loss && result &&
           rows.relation({{*net, 1}, {*loss, -1}, {*other, 1}, {row, -1}, {*result, -1}}) ==
               Verdict::holds;
}

// "Cash provided by (used in):" over "Operating activities   65.0": the heading says the rest.
bool is_kind_of_cash(const Rows& rows, std::size_t row) {
    static constexpr std::array<string_view, 12> words = {"net",  "cash",      "flow", "provided",
                                                          "used", "generated", "by",   "in",
                                                          "from", "for",       "to",   "and"};
    const std::string& section = rows.words(row).section;
    if (!section.starts_with("cash") && !section.starts_with("net cash")) return false;
    for (const string_view word : parts_of(section, ' ')) {
        if (std::find(words.begin(), words.end(), word) == words.end()) return false;
    }
    return true;
}

}  // namespace

bool weak_rule_holds(const Rows& rows, const Picks& picks, string_view metric, std::size_t row) {
    if (metric == "revenue")
        return is_of_investment_company(rows, row) || is_only_revenue_line(rows, row);
    if (metric == "operating_expenses") return leads_to_operating_income(rows, picks, row);
    if (metric == "cost_of_revenue") return is_cost_of_revenue(rows, picks, row);
    if (metric == "selling_general_administrative")
        return !any_other_row_names(rows, row, {"selling", "marketing", "advertising"}) &&
               !prints_sales_expense(rows);
    if (metric == "operating_income") return precedes_pretax(picks, row);
    if (metric == "income_tax") return follows_pretax(picks, row);
    if (metric == "interest_expense") return stands_among_costs(rows, picks, row);
    const bool lends = picks.row_of("provision_for_credit_losses").has_value();
    if (metric == "noninterest_expense" && !lends) return false;
    if (metric == "noninterest_expense" && rows.words(row).label().size() == 2)
        return is_all_but_interest(rows, picks, row);
    if (metric == "noninterest_income" || metric == "noninterest_expense")
        return picks.row_of("net_interest_income").has_value();
    if (metric == "depreciation_amortization") return !prints_other_amortization(rows, row);
    if (metric == "net_income") return stands_over_per_share(rows, picks, row);
    if (metric == "long_term_debt") return is_only_debt_of_years(rows, row);
    if (metric.ends_with("_cash_flow")) return is_kind_of_cash(rows, row);
    return false;
}

}  // namespace fintool
