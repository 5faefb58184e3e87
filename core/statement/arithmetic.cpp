// Amounts as integers of one unit, how a sum stands in a column, and what labels say of signs. The
// search for sums itself is in sum_search.cpp.
#include "statement/arithmetic.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <string>

#include "base/phrase_set.h"
#include "base/text.h"
#include "statement/physical_units.h"

namespace fintool {
namespace {

constexpr std::int64_t largest_amount = 10'000'000'000'000'000;  // 1e16: a hundred fit 63 bits
bool takes_part(const Column& column, bool any_period) {
    return any_period ? column.role == Column::Role::period
                      : column.role != Column::Role::change && column.role != Column::Role::note;
}

// Money, but in a table that mostly counts one thing that thing: barrels add up to barrels.
Unit summed_unit(const Statement& statement) {
    const Unit money{Unit::Kind::money, {}};
    if (statement.kind != Statement::Kind::other) return money;
    std::map<std::string, int> counts;
    int dollars = 0;
    for (const Row& row : statement.rows) {
        if (row.unit.kind == Unit::Kind::money) ++dollars;
        if (row.unit.kind == Unit::Kind::count && !is_price(row.unit)) ++counts[row.unit.name];
    }
    for (const auto& [name, count] : counts) {
        if (count > dollars) return {Unit::Kind::count, name};
    }
    return money;
}

bool is_in(const Unit& summed, const Row& row, const Cell& cell) {
    // A column of shares adds up like the columns of dollars beside it.
    const Unit::Kind kind = row.unit.kind;
    if (cell.unit && cell.unit->kind != kind && cell.unit->kind != Unit::Kind::shares &&
        cell.unit->kind != Unit::Kind::money_per_share)
        return false;
    return kind == summed.kind && (kind == Unit::Kind::money || row.unit.name == summed.name);
}

int exponent_of(const Row& row, const Cell& cell, const Number& number) {
    return exponent(scale_of(row, cell)) - static_cast<int>(number.value.places);
}

// Nothing where it does not fit.
std::optional<std::int64_t> shifted(std::int64_t value, int by) {
    for (; by > 0; --by) {
        if (std::abs(value) > largest_amount / 10) return std::nullopt;
        value *= 10;
    }
    return value;
}

std::optional<Amount> amount_of(const Row& row, const Cell& cell, int smallest) {
    if (std::holds_alternative<Dash>(cell.value)) return Amount{};
    const auto* number = std::get_if<Number>(&cell.value);
    if (number == nullptr || number->percent) return std::nullopt;
    if (std::abs(number->value.coefficient) > largest_amount) return std::nullopt;
    const int by = exponent_of(row, cell, *number) - smallest;
    const auto value = shifted(number->value.coefficient, by);
    const auto step = shifted(1, by);
    if (!value || !step) return std::nullopt;
    return Amount{*value, *step};
}

// The largest power of ten that divides every amount: "$86,433,000" under no scale at all.
std::int64_t grain_of(const AmountTable& table) {
    std::int64_t grain = 1'000'000'000;
    for (const auto& row : table.cells) {
        for (const auto& cell : row) {
            if (!cell || cell->value == 0) continue;
            while (grain > 1 && cell->value % grain != 0) grain /= 10;
        }
    }
    return grain;
}

}  // namespace

bool AmountTable::has(std::size_t row) const {
    return std::any_of(cells[row].begin(), cells[row].end(),
                       [](const auto& cell) { return cell.has_value(); });
}

AmountTable read_amounts(const Statement& statement) {
    const bool any_period =
        std::any_of(statement.columns.begin(), statement.columns.end(),
                    [](const Column& column) { return column.role == Column::Role::period; });
    const Unit summed = summed_unit(statement);
    AmountTable table;
    table.exponent = 9;
    for (const auto& row : statement.rows) {
        for (const auto& cell : row.cells) {
            const auto* number = std::get_if<Number>(&cell.value);
            if (number == nullptr || number->percent || !is_in(summed, row, cell)) continue;
            table.exponent = std::min(table.exponent, exponent_of(row, cell, *number));
        }
    }
    for (const auto& row : statement.rows) {
        auto& amounts = table.cells.emplace_back(statement.columns.size());
        for (std::size_t column = 0; column < amounts.size() && column < row.cells.size();
             ++column) {
            if (!takes_part(statement.columns[column], any_period)) continue;
            if (!is_in(summed, row, row.cells[column])) continue;
            amounts[column] = amount_of(row, row.cells[column], table.exponent);
        }
    }
    table.grain = grain_of(table);
    return table;
}

std::int64_t difference_in(const AmountTable& amounts, const Sum& sum, std::size_t column) {
    const auto& total = amounts.cells[sum.total][column];
    std::int64_t difference = total ? total->value : 0;
    for (const auto& [row, sign] : sum.addends) {
        const auto& cell = amounts.cells[row][column];
        if (cell) difference -= sign * cell->value;
    }
    return difference;
}

std::int64_t RoundingSteps::rounding() const {
    if (largest == 0) return 0;
    // The error of one figure is even over one step: variance 1/12; three deviations of n figures.
    std::int64_t likely = 0;
    while (4 * (likely + 1) * (likely + 1) <= 3 * figures) ++likely;
    return std::min(steps / 2 / largest, likely) * largest;
}

std::int64_t rounding_of(const AmountTable& amounts, const Sum& sum, std::size_t column) {
    RoundingSteps steps;
    const auto count = [&](const std::optional<Amount>& cell) {
        if (cell) steps.add(cell->step);
    };
    count(amounts.cells[sum.total][column]);
    for (const auto& [row, sign] : sum.addends) count(amounts.cells[row][column]);
    return steps.rounding();
}

Sum::Tie tie_in(const AmountTable& amounts, const Sum& sum, std::size_t column) {
    const auto& total = amounts.cells[sum.total][column];
    if (!total) return Sum::Tie::absent;
    bool any = total->value != 0;
    for (const auto& [row, sign] : sum.addends) {
        const auto& cell = amounts.cells[row][column];
        any = any || (cell && cell->value != 0);
    }
    if (!any) return Sum::Tie::absent;
    const std::int64_t difference = difference_in(amounts, sum, column);
    if (difference == 0) return Sum::Tie::exact;
    return std::abs(difference) <= rounding_of(amounts, sum, column) ? Sum::Tie::rounded
                                                                     : Sum::Tie::broken;
}

bool is_misprint(const AmountTable& amounts, const Sum& sum, std::size_t column) {
    std::int64_t digit = std::abs(difference_in(amounts, sum, column));
    while (digit != 0 && digit % 10 == 0) digit /= 10;
    return digit < 10 || is_lost_sign(amounts, sum, column);
}

bool is_lost_sign(const AmountTable& amounts, const Sum& sum, std::size_t column) {
    const std::int64_t difference = std::abs(difference_in(amounts, sum, column));
    const auto flipped = [&](std::size_t row) {
        const auto& cell = amounts.cells[row][column];
        return cell && difference == 2 * std::abs(cell->value);
    };
    return flipped(sum.total) ||
           std::any_of(sum.addends.begin(), sum.addends.end(),
                       [&](const auto& addend) { return flipped(addend.first); });
}

std::vector<Sum> find_sums(const Statement& statement) {
    return find_structure(statement, read_amounts(statement)).sums;
}

namespace {

bool says_less(std::string_view label, std::string_view section) {
    return label == "less" || label.starts_with("less ") || label.starts_with("deduct ") ||
           section == "less" || section.starts_with("less ") || section == "deduct";
}

bool says_expense(std::string_view words) {
    static constexpr PhraseSet outflows(
        {"cost",         "costs",          "expense",    "expenses",      "tax",
         "taxes",        "provision",      "loss",       "losses",        "depreciation",
         "amortization", "amortisation",   "impairment", "restructuring", "research",
         "selling",      "administrative", "marketing",  "advertising",   "salaries",
         "rent",         "occupancy",      "dividends",  "minority",      "noncontrolling",
         "charges",      "charge",         "benefits",   "write down",    "interest on"});
    // "Discontinued operations, net of tax" is no tax, "Net interest income after provision for
    // loan losses" no provision.
    constexpr std::array<std::string_view, 3> others = {" net of ", " before ", " after "};
    for (const std::string_view other : others) words = words.substr(0, words.find(other));
    return outflows.any_in(words);
}

// "Other income (expense)" is an income whose figures carry their own signs.
std::string outside_parentheses(std::string_view label) {
    std::string out;
    int depth = 0;
    for (const char c : label) {
        if (c == '(') ++depth;
        if (depth == 0) out += c;
        if (c == ')' && depth > 0) --depth;
    }
    return out;
}

bool is_outflow(std::string_view label, std::string_view words) {
    if (label.find('(') == label.npos) return says_expense(words);
    return says_expense(words_of(outside_parentheses(label)));
}

bool says_total(const Row& row, std::string_view words) {
    if (row.label.empty() || row.ruled_above) return true;
    if (words == "total" || words.starts_with("total ")) return true;
    // "Cash used for investing activities", "NET CASH PROVIDED BY OPERATING ACTIVITIES".
    const bool cash = words.starts_with("cash ") || words.starts_with("net cash ");
    return cash && words.ends_with(" activities");
}

}  // namespace

LabelHints hints_of(const Row& row) {
    static constexpr PhraseSet negatable({"loss", "deficit", "used", "decrease"});
    const std::string words = words_of(row.label);
    const char section = first_of_words(row.section);  // "Less", "Deduct"
    const bool less =
        says_less(words, section == 'l' || section == 'd' ? words_of(row.section) : std::string());
    return {says_total(row, words), less, is_outflow(row.label, words), negatable.any_in(words)};
}

bool is_less_row(const Row& row) { return says_less(words_of(row.label), words_of(row.section)); }
bool is_expense_row(const Row& row) { return is_outflow(row.label, words_of(row.label)); }
bool is_total_row(const Row& row) { return says_total(row, words_of(row.label)); }

}  // namespace fintool
