// Tries the rows over a total that nothing explains as money. See the header.
#include "statement/sum_units.h"

#include <algorithm>

#include "base/text.h"
#include "statement/arithmetic.h"

namespace fintool {
namespace {

using Rows = std::vector<std::size_t>;

bool is_named_total(const Row& row) {
    const std::string words = words_of(row.label);
    return words == "total" || words.starts_with("total ");
}

bool counts_shares(const Row& row) {
    bool any = false;
    for (const Cell& cell : row.cells) {
        const auto* number = std::get_if<Number>(&cell.value);
        if (number == nullptr) continue;
        if (unit_of(row, cell).kind == Unit::Kind::shares) any = true;
        if (number->percent) continue;
        if (number->value.places > 0) return false;
    }
    return any && row.unit.kind == Unit::Kind::shares;
}

// The rows between a total and the total over it that count shares.
Rows share_rows_over(const Statement& statement, std::size_t total) {
    Rows rows;
    for (std::size_t row = total; row-- > 0 && !is_named_total(statement.rows[row]);) {
        if (counts_shares(statement.rows[row])) rows.push_back(row);
    }
    return rows;
}

Statement with_money(const Statement& statement, const Rows& rows) {
    Statement tried = statement;
    for (const std::size_t index : rows) {
        Row& row = tried.rows[index];
        row.unit = {Unit::Kind::money, statement.currency};
        row.scale = statement.scale;
        for (Cell& cell : row.cells) {
            if (cell.unit && cell.unit->kind == Unit::Kind::shares) cell.unit.reset();
        }
    }
    return tried;
}

bool explains(const SumStructure& structure, std::size_t total, const Rows& rows) {
    return std::any_of(structure.sums.begin(), structure.sums.end(), [&](const Sum& sum) {
        return sum.total == total && sum.exact &&
               std::all_of(rows.begin(), rows.end(), [&](std::size_t row) {
                   return std::any_of(sum.addends.begin(), sum.addends.end(),
                                      [&](const auto& addend) { return addend.first == row; });
               });
    });
}

}  // namespace

void settle_units(Statement& statement, Diagnostics& diagnostics) {
    if (statement.kind != Statement::Kind::balance) return;
    if (std::none_of(statement.rows.begin(), statement.rows.end(), counts_shares)) return;
    const SumStructure before = find_structure(statement, read_amounts(statement));
    for (const Unexplained& lost : before.unexplained) {
        if (!is_named_total(statement.rows[lost.row])) continue;
        const Rows rows = share_rows_over(statement, lost.row);
        if (rows.empty()) continue;
        Statement tried = with_money(statement, rows);
        if (!explains(find_structure(tried, read_amounts(tried)), lost.row, rows)) continue;
        statement = std::move(tried);
        for (const std::size_t index : rows) {
            const Row& row = statement.rows[index];
            Span span;
            for (const Cell& cell : row.cells) span = join(span, cell.span);
            diagnostics.push_back({"unit-by-arithmetic", span,
                                   "\"" + row.label + "\" is money: " +
                                       statement.rows[lost.row].label + " adds up with it"});
        }
    }
}

}  // namespace fintool
