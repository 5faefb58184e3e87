// What names a statement's currency, nearest first: see the header.
#include "statement/named_currency.h"

#include <map>

#include "base/phrase_set.h"
#include "base/text.h"
#include "statement/currency.h"
#include "statement/issuer_name.h"

namespace fintool {
namespace {

// The currency that most of the signs beside the amounts name; empty where they name none.
std::string printed_currency(const Statement& statement) {
    std::map<std::string, int> signs;
    for (const Row& row : statement.rows) {
        for (const Cell& cell : row.cells) {
            const auto* number = std::get_if<Number>(&cell.value);
            if (number && !number->currency.empty()) ++signs[number->currency];
        }
    }
    std::string best;
    for (const auto& [currency, count] : signs) {
        if (best.empty() || count > signs[best]) best = currency;
    }
    return best;
}

// "(Ps. millions)": the prose may say whose pesos they are.
std::string currency_of_several(const Statement& statement, const std::string& likely,
                                const ReleaseContext& context, Diagnostics& diagnostics) {
    if (share_name(context.currency, likely)) return context.currency;
    const Row& row = statement.rows.front();
    diagnostics.push_back({"currency-assumed",
                           row.cells.empty() ? Span{} : row.cells.front().span,
                           statement.title + ": whose pesos or rupees these are is not named; " +
                               "taken as " + likely});
    return likely;
}

}  // namespace

std::string named_currency(const Grid& grid, const Statement& statement,
                           const std::optional<ScaleWords>& stated, const ReleaseContext& context,
                           Diagnostics& diagnostics) {
    if (stated && stated->country_assumed && !statement.rows.empty())
        return currency_of_several(statement, stated->currency, context, diagnostics);
    if (stated && !stated->currency.empty()) return stated->currency;
    // "(in millions of pounds)": no statement of income is of a weight.
    if (stated && stated->pounds && statement.kind != Statement::Kind::other) return "GBP";
    const std::string printed = printed_currency(statement);
    if (!printed.empty()) return printed;
    for (auto line = grid.above.rbegin(); line != grid.above.rend(); ++line) {
        if (line->text.size() > 200) continue;
        const std::string text = without_issuer(line->text.str(), context.company);
        // "Expressed in euros" names a currency, "Euro Tech Holdings" does not.
        static constexpr PhraseSet of_amounts({"in", "of", "figures are", "amounts are"});
        if (!of_amounts.any_in(words_of(text))) continue;
        const std::string currency = read_currency(text);
        if (!currency.empty()) return currency;
    }
    return {};
}

}  // namespace fintool
