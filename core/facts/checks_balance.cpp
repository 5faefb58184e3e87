// Assets = liabilities + equity: certain by label, so a difference fails.
#include <algorithm>
#include <optional>

#include "base/text.h"
#include "facts/checks_rules.h"

namespace fintool {
namespace {

struct Sides {
    std::size_t assets = 0, claims = 0;  // rows
};

bool is_total_assets(const std::string& words) { return words == "total assets"; }

// "Total liabilities and stockholders' equity (deficit)", "TOTAL LIABILITIES AND CAPITAL".
bool is_total_claims(const std::string& words) {
    return words.starts_with("total liabilit") && has_phrase(words, "and") &&
           (has_phrase(words, "equity") || has_phrase(words, "deficit") ||
            has_phrase(words, "capital") || has_phrase(words, "investment") ||
            has_phrase(words, "net assets"));
}

// "Total" twice, as printed under the two halves of a short balance sheet.
std::optional<Sides> bare_totals(const Statement& statement, const AmountTable& amounts) {
    std::vector<std::size_t> totals;
    for (std::size_t row = 0; row < statement.rows.size(); ++row) {
        const std::string words = words_of(statement.rows[row].label);
        if ((words == "total" || words.empty()) && amounts.has(row)) totals.push_back(row);
    }
    if (totals.size() != 2 || totals[1] + 1 != statement.rows.size()) return std::nullopt;
    return Sides{totals[0], totals[1]};
}

std::optional<Sides> find_sides(const Workings& workings, std::size_t index) {
    const Statement& statement = workings.reading.statements[index];
    std::optional<std::size_t> assets, claims;
    for (std::size_t row = 0; row < statement.rows.size(); ++row) {
        if (!workings.amounts[index].has(row)) continue;
        const std::string& words = workings.words(index, row);
        const std::string& metric = workings.metric_of(index, row);
        if (!assets && (is_total_assets(words) || metric == "total_assets")) assets = row;
        if (is_total_claims(words) || metric == "total_liabilities_and_equity") claims = row;
    }
    if (assets && claims && *assets != *claims) return Sides{*assets, *claims};
    return bare_totals(statement, workings.amounts[index]);
}

}  // namespace

void check_balance(Workings& workings) {
    for (std::size_t index = 0; index < workings.amounts.size(); ++index) {
        const Statement& statement = workings.reading.statements[index];
        if (statement.kind != Statement::Kind::balance) continue;
        const auto sides = find_sides(workings, index);
        if (!sides) continue;
        const AmountTable& amounts = workings.amounts[index];
        for (std::size_t column = 0; column < statement.columns.size(); ++column) {
            const auto& assets = amounts.cells[sides->assets][column];
            const auto& claims = amounts.cells[sides->claims][column];
            if (!assets || !claims || (assets->value == 0 && claims->value == 0)) continue;
            const bool equal = assets->value == claims->value;
            workings.checks.push_back(
                {"balance",
                 index,
                 equal ? Check::Status::pass : Check::Status::fail,
                 in_whole_units(amounts, assets->value),
                 in_whole_units(amounts, claims->value),
                 Decimal{},
                 name_with_figure(statement, sides->assets, column) + (equal ? " = " : " is not ") +
                     name_with_figure(statement, sides->claims, column),
                 {{index, sides->assets, column}, {index, sides->claims, column}}});
        }
    }
}

}  // namespace fintool
