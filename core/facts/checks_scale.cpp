// Scales against each other: primary statements whose printed scales differ, and share counts that
// a balance sheet prints in full in its labels ("173,599,680 shares outstanding").
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/text.h"
#include "facts/checks_rules.h"

namespace fintool {
namespace {

bool is_primary(const Statement& statement, Statement::Kind kind) {
    return statement.kind == kind && statement.basis == Statement::Basis::gaap;
}

// The largest amount of a statement: revenue, total assets, cash. In whole units.
std::int64_t largest_amount(const AmountTable& amounts) {
    std::int64_t largest = 0;
    for (const auto& row : amounts.cells) {
        for (const auto& cell : row) {
            if (cell) largest = std::max(largest, std::abs(cell->value));
        }
    }
    return largest;
}

void fail_scale(Workings& workings, std::size_t index, std::string rule, std::string why) {
    const auto& rows = workings.amounts[index].cells;
    Check check;
    check.rule = std::move(rule);
    check.statement = index;
    check.status = Check::Status::fail;
    check.detail = std::move(why);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            if (rows[row][column]) check.cells.push_back({index, row, column});
        }
    }
    workings.checks.push_back(std::move(check));
}

// Assets are worth some weeks' to some fifty years' revenue of a quarter.
bool is_plausible(Decimal assets, Decimal revenue) {
    const auto low = scale_by(assets, 1), high = scale_by(revenue, 2);
    if (!low || !high) return true;
    return compare({low->coefficient / 2, low->places}, revenue) > 0 &&
           compare(assets, {high->coefficient * 5, high->places}) < 0;
}

// "In millions" over one statement, "in thousands" over the other, and revenue against assets is
// plausible only if both were the same: one of the words is wrong.
void compare_scales(Workings& workings, std::size_t income, std::size_t balance) {
    const Statement& a = workings.reading.statements[income];
    const Statement& b = workings.reading.statements[balance];
    const int apart = exponent(a.scale) - exponent(b.scale);
    if (apart == 0 || a.currency != b.currency) return;
    const auto whole = [&](std::size_t index) {
        const AmountTable& amounts = workings.amounts[index];
        return in_whole_units(amounts, largest_amount(amounts));
    };
    const Decimal revenue = whole(income), assets = whole(balance);
    if (is_plausible(assets, revenue)) return;
    const auto larger_assets = scale_by(assets, apart > 0 ? apart : 0);
    const auto larger_revenue = scale_by(revenue, apart < 0 ? -apart : 0);
    if (!larger_assets || !larger_revenue) return;
    if (!is_plausible(*larger_assets, *larger_revenue)) return;
    const std::string why = "\"" + a.title + "\" and \"" + b.title +
                            "\" are read at different scales, which their amounts deny";
    fail_scale(workings, income, "scale-between-statements", why);
    fail_scale(workings, balance, "scale-between-statements", why);
}

// "173,599,680 shares issued": the largest whole number in front of "shares".
std::optional<std::int64_t> shares_in(const std::string& label) {
    std::optional<std::int64_t> most;
    for (std::size_t at = label.find(" shares"); at != label.npos;
         at = label.find(" shares", at + 1)) {
        const std::size_t end = at;
        std::size_t begin = end;
        while (begin > 0 && (is_digit(label[begin - 1]) || label[begin - 1] == ',')) --begin;
        const auto count = parse_decimal(std::string_view(label).substr(begin, end - begin));
        if (!count || count->places != 0) continue;
        // "60,000,000 shares authorized", "authorized - 1,000,000 shares".
        const std::string after = lower(label.substr(at, 40));
        const std::string before = lower(label.substr(begin < 14 ? 0 : begin - 14, 14));
        if (after.find("authorized") < after.find(';')) continue;
        if (has_phrase(words_of(before), "authorized")) continue;
        most = std::max(most.value_or(0), count->coefficient);
    }
    return most;
}

// Splits and offerings move shares by some; a wrong scale by three hundred and more. A label may
// count in thousands itself: "15,550,061 shares issued" against 15,509,763 "in thousands".
bool is_far_above(Decimal weighted, std::int64_t outstanding, int scale) {
    const auto hundreds = scale_by({outstanding, 0}, 2);
    if (!hundreds || compare(weighted, {hundreds->coefficient * 3, hundreds->places}) < 0) {
        return false;
    }
    const auto scaled = scale_by({outstanding, 0}, scale);
    if (!scaled) return true;
    return compare(weighted, {scaled->coefficient * 2, scaled->places}) > 0 ||
           compare({weighted.coefficient * 2, weighted.places}, *scaled) < 0;
}

void check_shares(Workings& workings) {
    std::int64_t outstanding = 0;
    for (std::size_t index = 0; index < workings.reading.statements.size(); ++index) {
        const Statement& statement = workings.reading.statements[index];
        if (statement.kind != Statement::Kind::balance) continue;
        for (std::size_t row = 0; row < statement.rows.size(); ++row) {
            if (!has_phrase(workings.words(index, row), "common stock")) continue;
            outstanding = std::max(outstanding, shares_in(statement.rows[row].label).value_or(0));
        }
    }
    if (outstanding < 1'000'000) return;
    for (const MetricFact& fact : workings.reading.metrics) {
        if (fact.metric != "shares_basic" || fact.origin != Origin::reported || !fact.printed) {
            continue;
        }
        const Row& row = workings.reading.statements[fact.statement].rows[fact.row];
        if (!is_far_above(fact.value, outstanding, exponent(row.scale))) continue;
        fail_scale(workings, fact.statement, "scale-of-shares",
                   "weighted shares " + to_string(fact.value) + " against " +
                       std::to_string(outstanding) + " shares in the balance sheet's label");
        return;
    }
}

}  // namespace

void check_scales(Workings& workings) {
    const auto& statements = workings.reading.statements;
    for (std::size_t one = 0; one < statements.size(); ++one) {
        if (!is_primary(statements[one], Statement::Kind::income)) continue;
        for (std::size_t other = 0; other < statements.size(); ++other) {
            if (!is_primary(statements[other], Statement::Kind::balance)) continue;
            compare_scales(workings, one, other);
        }
    }
    check_shares(workings);
}

}  // namespace fintool
