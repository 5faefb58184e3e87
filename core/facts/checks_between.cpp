// Statement against statement: net income in the income statement and the cash flow, cash in the
// balance sheet and the cash flow. Another figure may be another measure (income before
// minorities, restricted cash): untested; the same digits at another scale fail.
#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "facts/checks_rules.h"
#include "statement/cross_check.h"

namespace fintool {
namespace {

struct Place {
    CellRef cell;
    Decimal value;  // whole units
    Period period;
};

bool same_end(const Period& a, const Period& b) {
    return a.kind == b.kind && a.months == b.months && std::abs(days_between(a.end, b.end)) <= 3;
}

// Every figure of the rows that `wanted` picks in gaap statements of this kind.
template <class Wanted>
std::vector<Place> places_of(const Workings& workings, Statement::Kind kind, Wanted wanted) {
    std::vector<Place> places;
    for (std::size_t index = 0; index < workings.amounts.size(); ++index) {
        const Statement& statement = workings.reading.statements[index];
        if (statement.kind != kind || statement.basis != Statement::Basis::gaap) continue;
        for (std::size_t row = 0; row < statement.rows.size(); ++row) {
            if (!wanted(index, row)) continue;
            for (std::size_t column = 0; column < statement.columns.size(); ++column) {
                const auto& amount = workings.amounts[index].cells[row][column];
                if (!amount || amount->value == 0) continue;
                const auto& period =
                    period_of(statement.columns[column], statement.rows[row].cells[column]);
                if (!period) continue;
                places.push_back({{index, row, column},
                                  in_whole_units(workings.amounts[index], amount->value),
                                  *period});
            }
        }
    }
    return places;
}

// 0: other digits; else how many powers of ten lie between them, 3, 6 or 9.
int powers_between(Decimal a, Decimal b) {
    for (const int power : {3, 6, 9}) {
        const auto larger_a = scale_by(a, power), larger_b = scale_by(b, power);
        if (larger_a && compare(*larger_a, b) == 0) return power;
        if (larger_b && compare(*larger_b, a) == 0) return power;
    }
    return 0;
}

// All amounts of a statement: what a wrong scale makes wrong.
void add_all_cells(const Workings& workings, std::size_t index, std::vector<CellRef>& cells) {
    const auto& rows = workings.amounts[index].cells;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            if (rows[row][column]) cells.push_back({index, row, column});
        }
    }
}

std::string describe(const Workings& workings, const CellRef& cell) {
    const Statement& statement = workings.reading.statements[cell.statement];
    return name_with_figure(statement, cell.row, cell.column);
}

Check compared(const Workings& workings, std::string rule, const Place& one, const Place& other) {
    Check check;
    check.rule = std::move(rule);
    check.statement = one.cell.statement;
    check.actual = one.value;
    check.expected = other.value;
    check.tolerance = Decimal{};
    check.cells = {one.cell, other.cell};
    const bool equal = compare(one.value, other.value) == 0;
    const int powers = equal ? 0 : powers_between(one.value, other.value);
    check.status = equal        ? Check::Status::pass
                   : powers > 0 ? Check::Status::fail
                                : Check::Status::untested;
    check.detail = describe(workings, one.cell) + (equal ? " = " : " is not ") +
                   describe(workings, other.cell) + " of the other statement";
    if (powers > 0) {
        check.rule = "scale-between-statements";
        check.detail += ", which has the same digits at another scale";
        check.cells.clear();
        add_all_cells(workings, one.cell.statement, check.cells);
        add_all_cells(workings, other.cell.statement, check.cells);
    }
    return check;
}

// Each of `ones` against the figure of `others` for its period: an equal one where there is any.
void compare_places(Workings& workings, const std::string& rule, const std::vector<Place>& ones,
                    const std::vector<Place>& others) {
    for (const Place& one : ones) {
        const Place* best = nullptr;
        for (const Place& other : others) {
            if (!same_end(one.period, other.period)) continue;
            const bool equal = compare(one.value, other.value) == 0;
            const bool scaled = powers_between(one.value, other.value) > 0;
            if (!best || equal || (scaled && compare(one.value, best->value) != 0)) best = &other;
            if (equal) break;
        }
        if (best) workings.checks.push_back(compared(workings, rule, one, *best));
    }
}

}  // namespace

void check_between(Workings& workings) {
    const auto& statements = workings.reading.statements;
    const auto is_net = [&](std::size_t index, std::size_t row) {
        return is_net_income_label(statements[index].rows[row].label);
    };
    compare_places(workings, "net-income-in-cash-flow",
                   places_of(workings, Statement::Kind::cashflow, is_net),
                   places_of(workings, Statement::Kind::income, is_net));
    const auto is_cash = [&](std::size_t index, std::size_t row) {
        const std::string& words = workings.words(index, row);
        return words.starts_with("cash") && !has_phrase(words, "paid");
    };
    const auto is_cash_day = [&](std::size_t index, std::size_t row) {
        const auto& cells = statements[index].rows[row].cells;
        return has_phrase(workings.words(index, row), "cash") &&
               std::any_of(cells.begin(), cells.end(),
                           [](const Cell& cell) { return cell.period.has_value(); });
    };
    compare_places(workings, "cash-in-balance-sheet",
                   places_of(workings, Statement::Kind::cashflow, is_cash_day),
                   places_of(workings, Statement::Kind::balance, is_cash));
}

}  // namespace fintool
