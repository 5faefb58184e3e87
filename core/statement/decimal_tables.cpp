// Rows in millions that a statement in thousands prints, too, give their table its scale: see the
// header.
#include "statement/decimal_tables.h"

#include <algorithm>
#include <cstdlib>

#include "statement/row_figures.h"

namespace fintool {
namespace {

using K = Unit::Kind;

bool is_scaled_money(const Statement& statement, const Row& row) {
    return row.unit.kind == K::money && !row.own_scale && row.scale == statement.scale;
}

// Every amount has one decimal, and the scale is that of the statements before.
bool prints_tenths(const Statement& statement) {
    if (statement.kind != Statement::Kind::other || statement.scale_stated ||
        statement.scale != Scale::thousands)
        return false;
    bool any = false;
    for (const Row& row : statement.rows) {
        if (!is_scaled_money(statement, row)) continue;
        if (!all_bare(row, [](const Number& number) { return number.value.places == 1; }))
            return false;
        any = true;
    }
    return any;
}

// Tenths of millions of a cell in whole units, rounded.
std::int64_t tenths_of_millions(Decimal value) {
    const Decimal whole = normalized(value);
    if (whole.places > 0) return 0;
    const std::int64_t half = whole.coefficient < 0 ? -50'000 : 50'000;
    return (whole.coefficient + half) / 100'000;
}

// The same figure in each column of the same period, in two at least; of three digits, since
// smaller ones meet by chance.
bool is_row_in_millions(const Statement& table, const Row& row, const Statement& statement,
                        const Row& other) {
    constexpr std::int64_t telling = 100;
    std::size_t same = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto* number = std::get_if<Number>(&row.cells[i].value);
        const auto& period = table.columns[i].period;
        if (!number || !period) continue;
        for (std::size_t j = 0; j < other.cells.size(); ++j) {
            if (statement.columns[j].period != period) continue;
            const auto value = value_in_units(other, other.cells[j]);
            if (!value) continue;
            const std::int64_t tenths = number->value.coefficient;
            if (std::abs(tenths) < telling || tenths_of_millions(*value) != tenths) return false;
            ++same;
        }
    }
    return same >= 2;
}

}  // namespace

void scale_decimal_tables(std::vector<Statement>& statements, Diagnostics& diagnostics) {
    const auto repeats = [&](const Statement& table, const Row& row) {
        return std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
            if (statement.kind == Statement::Kind::other || !statement.scale_stated) return false;
            return std::any_of(statement.rows.begin(), statement.rows.end(), [&](const Row& other) {
                return other.unit.kind == K::money &&
                       is_row_in_millions(table, row, statement, other);
            });
        });
    };
    for (Statement& table : statements) {
        if (!prints_tenths(table)) continue;
        const auto row = std::find_if(table.rows.begin(), table.rows.end(), [&](const Row& one) {
            return is_scaled_money(table, one) && repeats(table, one);
        });
        if (row == table.rows.end()) continue;
        diagnostics.push_back({"scale-assumed", row->cells.front().span,
                               table.title + ": no scale is printed; in millions its figures are "
                                             "those of the statements"});
        for (Row& other : table.rows) {
            if (is_scaled_money(table, other)) other.scale = Scale::millions;
        }
        table.scale = Scale::millions;
    }
}

}  // namespace fintool
