// "As Previously Reported | Correction | As Restated": names for the middle one are without number,
// but it is the difference of the other two wherever all three print an amount.
#include "statement/change_columns.h"

#include <algorithm>
#include <cstdlib>

namespace fintool {
namespace {

using Role = Column::Role;
using Vintage = Column::Vintage;

constexpr int least_differences = 2;  // rows that differ: a net line and its cause

std::optional<Decimal> amount_at(const Row& row, std::size_t column) {
    const CellValue& value = row.cells[column].value;
    if (std::holds_alternative<Dash>(value)) return Decimal{0, 0};
    const auto* number = std::get_if<Number>(&value);
    return number && !number->percent ? std::optional(number->value) : std::nullopt;
}

// Whether `later` is `earlier` and `change`, to the last printed digit.
bool leads_to(Decimal earlier, Decimal change, Decimal later) {
    const auto sum = add(earlier, change);
    const auto off = sum ? subtract(*sum, later) : std::nullopt;
    const std::uint8_t places = std::max({earlier.places, change.places, later.places});
    return off && compare({std::abs(off->coefficient), off->places}, {1, places}) <= 0;
}

bool is_difference(const Statement& statement, std::size_t change, std::size_t a, std::size_t b) {
    int forth = 0, back = 0;  // rows in which it leads from a to b, from b to a
    int differing = 0;
    for (const Row& row : statement.rows) {
        const auto x = amount_at(row, a), y = amount_at(row, b), by = amount_at(row, change);
        if (!x || !y || !by || (x->coefficient == 0 && y->coefficient == 0)) continue;
        const bool onward = leads_to(*x, *by, *y), backward = leads_to(*y, *by, *x);
        if (!onward && !backward) return false;
        forth += onward && !backward ? 1 : 0;
        back += backward && !onward ? 1 : 0;
        differing += by->coefficient != 0 ? 1 : 0;
    }
    return differing >= least_differences && (forth == 0 || back == 0);
}

bool is_of_period(const Column& column, const Column& of) {
    return column.role == Role::period && column.period && column.period == of.period;
}

// One of the two says that it was, or is, reported otherwise; the other does, too, or is no
// period's ("As Adjusted") on the far side of the change.
bool are_two_readings(const Statement& statement, std::size_t change, std::size_t a,
                      std::size_t b) {
    const Column &one = statement.columns[a], &other = statement.columns[b];
    if (!is_of_period(one, statement.columns[change]) || one.vintage == Vintage::original)
        return false;
    if (is_of_period(other, one)) return other.vintage != one.vintage;
    return other.role == Role::other && a < change && change < b;
}

bool stands_between(const Statement& statement, std::size_t change) {
    if (change == 0 || change + 1 >= statement.columns.size()) return false;
    const Column& column = statement.columns[change];
    const Column &left = statement.columns[change - 1], &right = statement.columns[change + 1];
    return is_of_period(left, column) && is_of_period(right, column) &&
           left.vintage != Vintage::original && right.vintage != Vintage::original &&
           left.vintage != right.vintage;
}

}  // namespace

void settle_change_columns(Statement& statement) {
    const std::size_t count = statement.columns.size();
    for (std::size_t change = 0; change < count; ++change) {
        Column& column = statement.columns[change];
        if (column.role != Role::period || !column.period || column.vintage != Vintage::original)
            continue;
        const bool between = stands_between(statement, change);
        const std::size_t first = change < 2 ? 0 : change - 2;
        const std::size_t end = std::min(count, change + 3);
        for (std::size_t a = first; a < end && column.period; ++a) {
            for (std::size_t b = first; b < end && column.period; ++b) {
                if (a == b || a == change || b == change) continue;
                if (!are_two_readings(statement, change, a, b)) continue;
                if (!is_difference(statement, change, a, b)) continue;
                column.role = Role::change;
                column.period.reset();
            }
        }
        if (!between || !column.period) continue;
        column.role = Role::other;
        column.period.reset();
    }
}

}  // namespace fintool
