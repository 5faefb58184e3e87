// The books: a quarter's flows are drawn, its balances follow, and the year's sums with them.
#include "ledger.h"

#include <algorithm>

#include "dice.h"

namespace bench {
namespace {

// What stays the same from quarter to quarter.
struct Habits {
    std::int64_t size = 0;  // revenue of a quarter at the beginning
    std::int64_t service_share = 0, cost_share = 0, research_share = 0, selling_share = 0,
                 administration_share = 0, tax_share = 0, receivable_days = 0, growth = 0;
    std::array<std::int64_t, 4> season{};
};

Business business_of(Dice& dice, std::int64_t scale) {
    Business made;
    made.services = dice.chance(35);
    made.makes_things = dice.chance(80);
    made.research = dice.chance(60);
    made.one_overhead = dice.chance(60);
    made.amortization = dice.chance(40);
    made.restructuring = dice.chance(30);
    made.investments = dice.chance(60);
    made.deferred_revenue = dice.chance(35);
    made.debt = dice.chance(75);
    made.dividends = dice.chance(35);
    made.buys_stock = dice.chance(30);
    made.abroad = dice.chance(40);
    made.share_places = scale == 1000000 ? 1 : 0;
    return made;
}

Habits habits_of(Dice& dice, std::int64_t scale) {
    Habits made;
    made.size = scale == 1000000 ? dice.between(300, 9000)
                : scale == 1000  ? dice.between(4000, 900000)
                                 : dice.between(900000, 60000000);
    made.service_share = dice.between(10, 60);
    made.cost_share = dice.between(35, 75);
    made.research_share = dice.between(3, 18);
    made.selling_share = dice.between(4, 20);
    made.administration_share = dice.between(3, 12);
    made.tax_share = dice.between(24, 40);
    made.receivable_days = dice.between(25, 75);
    made.growth = dice.between(-10, 40);  // per mille and quarter
    for (auto& share : made.season) share = dice.between(88, 114);
    return made;
}

// About `share` of a hundred parts of `whole`, never twice the same.
std::int64_t part(Dice& dice, std::int64_t whole, std::int64_t share) {
    return whole * (share * 100 + dice.between(-140, 140)) / 10000;
}

class Books {
public:
    Books(Dice dice, const Business& business, const Habits& habits)
        : dice_(dice), business_(business), habits_(habits) {
        open();
    }

    BookedQuarter next(int number) {
        BookedQuarter booked;
        Figures flows{};
        earn(flows, number);
        spend(flows);
        close(flows);
        booked.figures = flows;
        shares_ += dice_.between(-shares_ / 400, shares_ / 150);
        booked.basic_shares = shares_;
        // A loss dilutes nothing.
        booked.diluted_shares = at(flows, Line::net_income) < 0
                                    ? shares_
                                    : shares_ + shares_ * dice_.between(1, 5) / 100;
        return booked;
    }

private:
    std::int64_t& balance(Line line) { return at(balances_, line); }

    void open() {
        const auto size = habits_.size;
        revenue_ = size;
        balance(Line::cash) = part(dice_, size, 60);
        balance(Line::investments) = business_.investments ? part(dice_, size, 35) : 0;
        balance(Line::receivables) = size * habits_.receivable_days / 90;
        balance(Line::inventory) = business_.makes_things ? part(dice_, size, 45) : 0;
        balance(Line::prepaid) = part(dice_, size, 6);
        balance(Line::property) = part(dice_, size, 80);
        balance(Line::intangibles) = business_.amortization ? part(dice_, size, 60) : 0;
        balance(Line::goodwill) = business_.amortization ? part(dice_, size, 40) : 0;
        balance(Line::other_assets) = part(dice_, size, 5);
        balance(Line::payables) = part(dice_, size, 25);
        balance(Line::accrued) = part(dice_, size, 18);
        balance(Line::deferred_revenue) = business_.deferred_revenue ? part(dice_, size, 12) : 0;
        debt_ = business_.debt ? part(dice_, size, 70) : 0;
        balance(Line::other_liabilities) = part(dice_, size, 7);
        balance(Line::common_stock) = std::max<std::int64_t>(2, size / 400);
        balance(Line::paid_in) = part(dice_, size, 90);
        // Who counts whole dollars counts whole shares, and has more than a few thousand.
        const std::int64_t fewest = size >= 900000 ? 120000 : 900;
        shares_ = std::max(fewest, size * dice_.between(2, 24) / 100);
        if (business_.share_places == 1) shares_ *= 3;
        total();
        balance(Line::retained) = balance(Line::assets) - balance(Line::liabilities_and_equity);
    }

    void earn(Figures& flows, int number) {
        revenue_ += revenue_ * (habits_.growth + dice_.between(-25, 25)) / 1000;
        revenue_ = std::max(revenue_, habits_.size / 4);
        const auto season = habits_.season[static_cast<std::size_t>(number - 1)];
        const auto revenue = part(dice_, revenue_, season);
        const auto services = business_.services ? part(dice_, revenue, habits_.service_share) : 0;
        at(flows, Line::revenue) = revenue;
        at(flows, Line::service_revenue) = services;
        at(flows, Line::product_revenue) = revenue - services;
        const auto cost = part(dice_, revenue, habits_.cost_share);
        const auto service_cost = business_.services ? part(dice_, cost, habits_.service_share) : 0;
        at(flows, Line::cost) = cost;
        at(flows, Line::service_cost) = service_cost;
        at(flows, Line::product_cost) = cost - service_cost;
        at(flows, Line::gross) = revenue - cost;
        if (business_.research) {
            at(flows, Line::research) = part(dice_, revenue, habits_.research_share);
        }
        at(flows, Line::selling) = part(dice_, revenue, habits_.selling_share);
        at(flows, Line::administration) = part(dice_, revenue, habits_.administration_share);
        if (business_.amortization) {
            at(flows, Line::amortization) = balance(Line::intangibles) / 40;
        }
        if (business_.restructuring && dice_.chance(25)) {
            at(flows, Line::restructuring) = part(dice_, revenue, 4);
        }
        at(flows, Line::operating_cost) =
            at(flows, Line::research) + at(flows, Line::selling) + at(flows, Line::administration) +
            at(flows, Line::amortization) + at(flows, Line::restructuring);
        at(flows, Line::operating_income) =
            at(flows, Line::gross) - at(flows, Line::operating_cost);
        finance(flows);
    }

    void finance(Figures& flows) {
        at(flows, Line::interest_income) =
            (balance(Line::cash) + balance(Line::investments)) * dice_.between(4, 11) / 1000;
        at(flows, Line::interest_expense) = debt_ * dice_.between(12, 20) / 1000;
        at(flows, Line::other_income) = dice_.chance(60) ? part(dice_, revenue_, 0) / 2 : 0;
        const auto pretax = at(flows, Line::operating_income) + at(flows, Line::interest_income) -
                            at(flows, Line::interest_expense) + at(flows, Line::other_income);
        at(flows, Line::pretax) = pretax;
        const bool untaxed = pretax < 0 && dice_.chance(50);
        at(flows, Line::tax) = untaxed ? 0 : part(dice_, pretax, habits_.tax_share);
        at(flows, Line::net_income) = pretax - at(flows, Line::tax);
    }

    // Moves a balance to about `target` and says by how much cash falls or rises.
    std::int64_t move(Line line, std::int64_t target, bool asset) {
        const auto before = balance(line);
        balance(line) = std::max<std::int64_t>(target, 1);
        return asset ? before - balance(line) : balance(line) - before;
    }

    void spend(Figures& flows) {
        const auto revenue = at(flows, Line::revenue);
        at(flows, Line::depreciation) =
            balance(Line::property) / 28 + at(flows, Line::amortization);
        at(flows, Line::stock_compensation) = part(dice_, revenue, 2) + 1;
        at(flows, Line::deferred_tax) =
            std::max(at(flows, Line::tax) / 8, -balance(Line::other_liabilities) / 4);
        at(flows, Line::receivables_change) =
            move(Line::receivables, part(dice_, revenue, habits_.receivable_days * 10 / 9), true);
        if (business_.makes_things) {
            at(flows, Line::inventory_change) =
                move(Line::inventory, part(dice_, revenue, 45), true);
        }
        at(flows, Line::prepaid_change) = move(Line::prepaid, part(dice_, revenue, 6), true);
        at(flows, Line::payables_change) = move(Line::payables, part(dice_, revenue, 25), false);
        at(flows, Line::accrued_change) = move(Line::accrued, part(dice_, revenue, 18), false);
        if (business_.deferred_revenue) {
            at(flows, Line::deferred_revenue_change) =
                move(Line::deferred_revenue, part(dice_, revenue, 12), false);
        }
        at(flows, Line::capital_spending) = -(part(dice_, revenue, 5) + 1);
        if (business_.investments) {
            at(flows, Line::investments_bought) = -part(dice_, revenue, 12);
            at(flows, Line::investments_sold) =
                std::min(balance(Line::investments), part(dice_, revenue, 11));
        }
        if (business_.debt) at(flows, Line::repaid) = -std::min(debt_, part(dice_, revenue, 4));
        at(flows, Line::stock_issued) = part(dice_, revenue, 2) + 1;
        if (business_.buys_stock) at(flows, Line::stock_bought) = -part(dice_, revenue, 2);
        if (business_.dividends) at(flows, Line::dividends) = -(part(dice_, revenue, 2) + 1);
        if (business_.abroad) at(flows, Line::currency_effect) = part(dice_, revenue, 0) / 4;
    }

    static std::int64_t sum(const Figures& figures, Line first, Line last) {
        std::int64_t total = 0;
        for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
            total += figures[i];
        }
        return total;
    }

    void close(Figures& flows) {
        at(flows, Line::operating_cash) =
            at(flows, Line::net_income) +
            sum(flows, Line::depreciation, Line::deferred_revenue_change);
        at(flows, Line::investing_cash) = at(flows, Line::capital_spending) +
                                          at(flows, Line::investments_bought) +
                                          at(flows, Line::investments_sold);
        const auto before_loans = balance(Line::cash) + at(flows, Line::operating_cash) +
                                  at(flows, Line::investing_cash) +
                                  sum(flows, Line::repaid, Line::dividends) +
                                  at(flows, Line::currency_effect);
        const auto least = revenue_ / 5;
        if (before_loans < least) {
            (business_.debt ? at(flows, Line::borrowed) : at(flows, Line::stock_issued)) +=
                least - before_loans + dice_.between(1, revenue_ / 10);
        }
        at(flows, Line::financing_cash) = sum(flows, Line::borrowed, Line::dividends);
        at(flows, Line::cash_change) =
            at(flows, Line::operating_cash) + at(flows, Line::investing_cash) +
            at(flows, Line::financing_cash) + at(flows, Line::currency_effect);
        carry(flows);
    }

    void carry(Figures& flows) {
        balance(Line::cash) += at(flows, Line::cash_change);
        balance(Line::investments) -=
            at(flows, Line::investments_bought) + at(flows, Line::investments_sold);
        balance(Line::property) -= at(flows, Line::capital_spending) +
                                   at(flows, Line::depreciation) - at(flows, Line::amortization);
        balance(Line::intangibles) -= at(flows, Line::amortization);
        debt_ += at(flows, Line::borrowed) + at(flows, Line::repaid);
        balance(Line::other_liabilities) += at(flows, Line::deferred_tax);
        balance(Line::paid_in) +=
            at(flows, Line::stock_compensation) + at(flows, Line::stock_issued);
        balance(Line::retained) += at(flows, Line::net_income) + at(flows, Line::dividends);
        balance(Line::treasury) += at(flows, Line::stock_bought);
        balance(Line::currency_reserve) += at(flows, Line::currency_effect);
        total();
        for (auto i = static_cast<std::size_t>(Line::cash); i < flows.size(); ++i) {
            flows[i] = balances_[i];
        }
    }

    void total() {
        balance(Line::current_debt) = debt_ / 9;
        balance(Line::debt) = debt_ - debt_ / 9;
        balance(Line::current_assets) = sum(balances_, Line::cash, Line::prepaid);
        balance(Line::assets) =
            balance(Line::current_assets) + sum(balances_, Line::property, Line::other_assets);
        balance(Line::current_liabilities) = sum(balances_, Line::payables, Line::current_debt);
        balance(Line::liabilities) = balance(Line::current_liabilities) + balance(Line::debt) +
                                     balance(Line::other_liabilities);
        balance(Line::equity) = sum(balances_, Line::common_stock, Line::currency_reserve);
        balance(Line::liabilities_and_equity) = balance(Line::liabilities) + balance(Line::equity);
    }

    Dice dice_;
    const Business& business_;
    const Habits& habits_;
    Figures balances_{};
    std::int64_t revenue_ = 0;
    std::int64_t debt_ = 0;
    std::int64_t shares_ = 0;
};

}  // namespace

Ledger ledger(std::uint64_t seed, const Company& company, int years) {
    Dice dice(seed, 2, company.number);
    Ledger made;
    made.business = business_of(dice, company.scale);
    const Habits habits = habits_of(dice, company.scale);
    made.first_year = company.first_year - 1;
    Books books(dice, made.business, habits);
    for (int i = 0; i < years * 4; ++i) made.quarters.push_back(books.next(i % 4 + 1));
    return made;
}

}  // namespace bench
