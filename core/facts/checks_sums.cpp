// The sums that find_sums sees -> a check per column in which they have figures.
#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "facts/checks_rules.h"

namespace fintool {
namespace {

constexpr std::size_t rows_below = 3;   // of a total: what its structure may take in
constexpr std::size_t spelled_out = 4;  // longer sums are named by their first and last row

// The identity's own name where the vocabulary knows the total: "gross-profit".
std::string rule_of(const Workings& workings, std::size_t statement, const Sum& sum) {
    const Statement& printed = workings.reading.statements[statement];
    std::string metric = workings.metric_of(statement, sum.total);
    if (metric.empty()) return "sum";
    if (metric == "cash" && printed.kind == Statement::Kind::cashflow) return "cash-roll-forward";
    std::replace(metric.begin(), metric.end(), '_', '-');
    return metric;
}

std::string detail_of(const Statement& statement, const Sum& sum, std::size_t column,
                      std::string_view relation) {
    std::string text = name_with_figure(statement, sum.total, column) + std::string(relation);
    if (sum.addends.size() > spelled_out) {
        return text + "the " + std::to_string(sum.addends.size()) + " rows from " +
               name_of(statement.rows[sum.addends.front().first]) + " to " +
               name_of(statement.rows[sum.addends.back().first]);
    }
    bool first = true;
    for (const auto& [row, sign] : sum.addends) {
        if (!first || sign < 0) text += sign < 0 ? " - " : " + ";
        text += name_with_figure(statement, row, column);
        first = false;
    }
    return text;
}

// detail_of() a tie, as a form. Empty where it names a row that is blank, no cell of the check.
std::string form_of(const Statement& statement, const Sum& sum, const std::vector<CellRef>& cells) {
    const auto number_of = [&](std::size_t row) {
        const auto at = std::find_if(cells.begin(), cells.end(),
                                     [&](const CellRef& cell) { return cell.row == row; });
        return at == cells.end() ? 0 : static_cast<std::size_t>(at - cells.begin()) + 1;
    };
    std::string form = numbered_figure(statement, sum.total, 1) + " = ";
    if (sum.addends.size() > spelled_out) {
        const std::size_t first = sum.addends.front().first, last = sum.addends.back().first;
        if (number_of(first) == 0 || number_of(last) == 0) return "";
        return form + "the " + std::to_string(sum.addends.size()) + " rows from " +
               numbered_name(statement.rows[first], cells.size() + number_of(first)) + " to " +
               numbered_name(statement.rows[last], cells.size() + number_of(last));
    }
    for (const auto& [row, sign] : sum.addends) {
        if (number_of(row) == 0) return "";
        if (row != sum.addends.front().first || sign < 0) form += sign < 0 ? " - " : " + ";
        form += numbered_figure(statement, row, number_of(row));
    }
    return form;
}

// An addend that the search left out explains the difference: then the structure is another one.
// It may stand right below: "Total stockholders' deficit" over "Non-controlling interest".
bool a_row_is_missing(const AmountTable& amounts, const Sum& sum, std::size_t column) {
    const std::int64_t difference = std::abs(difference_in(amounts, sum, column));
    const std::size_t end = std::min(amounts.cells.size(), sum.total + rows_below);
    for (std::size_t row = 0; row < end; ++row) {
        const auto& cell = amounts.cells[row][column];
        const bool taken = row == sum.total ||
                           std::any_of(sum.addends.begin(), sum.addends.end(),
                                       [&](const auto& addend) { return addend.first == row; });
        if (!taken && cell && std::abs(cell->value) == difference) return true;
    }
    return false;
}

// A sign that is lost in one column may as well be lost in the others: which one is wrong, two
// columns do not say.
bool sign_is_in_doubt(const AmountTable& amounts, const Sum& sum) {
    for (std::size_t column = 0; column < sum.ties.size(); ++column) {
        if (sum.ties[column] == Sum::Tie::broken && is_lost_sign(amounts, sum, column)) return true;
    }
    return false;
}

Check::Status status_of(const Statement& statement, const AmountTable& amounts, const Sum& sum,
                        std::size_t column) {
    if (sum.ties[column] != Sum::Tie::broken) {
        const bool doubt = sign_is_in_doubt(amounts, sum);
        return doubt ? Check::Status::untested : Check::Status::pass;
    }
    if (statement.kind == Statement::Kind::other) return Check::Status::untested;
    if (a_row_is_missing(amounts, sum, column)) return Check::Status::untested;
    return Check::Status::fail;
}

Check check_of(const Workings& workings, std::size_t index, const Sum& sum, std::size_t column) {
    const Statement& statement = workings.reading.statements[index];
    const AmountTable& amounts = workings.amounts[index];
    Check check;
    check.rule = rule_of(workings, index, sum);
    check.statement = index;
    check.status = status_of(statement, amounts, sum, column);
    const std::int64_t actual = amounts.cells[sum.total][column]->value;
    check.actual = in_whole_units(amounts, actual);
    check.expected = in_whole_units(amounts, actual - difference_in(amounts, sum, column));
    check.tolerance = in_whole_units(amounts, rounding_of(amounts, sum, column));
    const bool broken = sum.ties[column] == Sum::Tie::broken;
    check.detail = detail_of(statement, sum, column, broken ? " is not " : " = ");
    check.cells.push_back({index, sum.total, column});
    for (const auto& [row, sign] : sum.addends) {
        if (amounts.cells[row][column]) check.cells.push_back({index, row, column});
    }
    if (!broken) check.form = form_of(statement, sum, check.cells);
    return check;
}

}  // namespace

void check_sums(Workings& workings) {
    for (std::size_t index = 0; index < workings.structures.size(); ++index) {
        for (const auto& sum : workings.structures[index].sums) {
            for (std::size_t column = 0; column < sum.ties.size(); ++column) {
                if (sum.ties[column] == Sum::Tie::absent) continue;
                workings.checks.push_back(check_of(workings, index, sum, column));
            }
        }
    }
}

}  // namespace fintool
