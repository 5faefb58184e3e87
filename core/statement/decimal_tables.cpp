// Rows in millions that a statement in thousands prints, too, give their table its scale: see the
// header.
#include "statement/decimal_tables.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "statement/row_figures.h"

namespace fintool {
namespace {

using K = Unit::Kind;

// Money in the statement's scale, or what decimals among whole thousands were taken for before.
bool may_be_money(const Row& row) {
    const bool plain = row.unit.kind == K::ratio && row.unit.name.empty();
    return (row.unit.kind == K::money || plain) && !row.own_scale;
}

// Every amount has one decimal; the thousands are lent by the statements before.
bool prints_tenths(const Statement& statement) {
    if (statement.kind != Statement::Kind::other || statement.scale != Scale::thousands)
        return false;
    bool any = false;
    for (const Row& row : statement.rows) {
        if (row.unit.kind != K::money || row.own_scale) continue;
        bool number_here = false;
        for (const Cell& cell : row.cells) {
            const auto* number = std::get_if<Number>(&cell.value);
            if (number && !number->percent && number->value.places != 1) return false;
            number_here = number_here || number;
        }
        any = any || number_here;
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

// A row of a primary statement.
struct PrintedRow {
    const Statement* statement;
    const Row* row;
};

// The rows of primary statements that state their scale, by a period and the tenths of millions
// that they print for it. Of three digits, since smaller ones meet by chance.
class RowsInTenths {
public:
    explicit RowsInTenths(const std::vector<Statement>& statements) {
        for (const Statement& statement : statements) {
            if (statement.kind == Statement::Kind::other || !statement.scale_stated) continue;
            for (const Row& row : statement.rows) {
                if (row.unit.kind == K::money) add(statement, row);
            }
        }
    }

    // A row with the same figures in all columns that both print, in two at least.
    bool repeats(const Statement& table, const Row& row) const {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto* number = std::get_if<Number>(&row.cells[i].value);
            const auto& period = table.columns[i].period;
            if (!number || !period) continue;
            const auto found = rows_.find(key(*period, number->value.coefficient));
            if (found == rows_.end()) return false;
            return std::any_of(found->second.begin(), found->second.end(),
                               [&](const PrintedRow& other) { return agree(table, row, other); });
        }
        return false;
    }

private:
    using Key = std::tuple<Date, Date, std::int64_t>;
    static Key key(const Period& period, std::int64_t tenths) {
        return {period.start, period.end, tenths};
    }

    void add(const Statement& statement, const Row& row) {
        constexpr std::int64_t telling = 100;
        constexpr std::size_t most = 16;  // rows of one figure that are worth a look
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto value = value_in_units(row, row.cells[i]);
            const auto& period = statement.columns[i].period;
            const std::int64_t tenths = value ? tenths_of_millions(*value) : 0;
            if (!period || std::abs(tenths) < telling) continue;
            auto& rows = rows_[key(*period, tenths)];
            if (rows.size() < most) rows.push_back({&statement, &row});
        }
    }

    static bool agree(const Statement& table, const Row& row, const PrintedRow& other) {
        std::size_t same = 0;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto* number = std::get_if<Number>(&row.cells[i].value);
            const auto& period = table.columns[i].period;
            if (!number || !period) continue;
            for (std::size_t j = 0; j < other.row->cells.size(); ++j) {
                if (other.statement->columns[j].period != period) continue;
                const auto value = value_in_units(*other.row, other.row->cells[j]);
                if (!value) continue;
                if (tenths_of_millions(*value) != number->value.coefficient) return false;
                ++same;
            }
        }
        return same >= 2;
    }

    std::map<Key, std::vector<PrintedRow>> rows_;
};

}  // namespace

void scale_decimal_tables(std::vector<Statement>& statements, Diagnostics& diagnostics) {
    if (std::none_of(statements.begin(), statements.end(), prints_tenths)) return;
    const RowsInTenths printed(statements);
    for (Statement& table : statements) {
        if (!prints_tenths(table)) continue;
        const auto row = std::find_if(table.rows.begin(), table.rows.end(), [&](const Row& one) {
            return one.unit.kind == K::money && !one.own_scale && printed.repeats(table, one);
        });
        if (row == table.rows.end()) continue;
        const auto tenths = [](const Number& number) { return number.value.places == 1; };
        std::set<std::size_t> begins;  // of their amounts
        for (auto part = table.rows.begin(); part <= row; ++part) {
            if (!may_be_money(*part) || !all_bare(*part, tenths)) continue;
            part->unit = row->unit;
            part->scale = Scale::millions;
            for (const Cell& cell : part->cells) {
                if (!cell.span.empty()) begins.insert(cell.span.begin);
            }
        }
        // That their decimals were plain numbers is no longer said.
        std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
            return diagnostic.code == std::string_view("unit-assumed") &&
                   begins.contains(diagnostic.span.begin);
        });
        diagnostics.push_back(
            {"scale-assumed", row->cells.front().span,
             table.title + ": in millions its figures are those of the statements"});
        table.scale = Scale::millions;
    }
}

}  // namespace fintool
