// The title makes a table one of statistics; words of money at a row outweigh it.
#include "statement/statistics_rows.h"

#include <algorithm>

#include "base/phrase_set.h"
#include "base/text.h"
#include "statement/physical_units.h"
#include "statement/scale_words.h"
#include "statement/unit_words.h"

namespace fintool {
namespace {

using K = Unit::Kind;

bool is_titled(const Statement& statement) {
    static constexpr PhraseSet titles({"statistics", "statistical", "operating metrics",
                                       "selected metrics", "key metrics", "business metrics",
                                       "fleet data", "operating data",
                                       "key performance indicators"});
    return titles.any_in(words_of(statement.title));
}

// "Bookings", "Net interest", "Book value": of money, though speaks_of_money() knows others.
bool may_be_money(const Row& row) {
    static constexpr PhraseSet money(
        {"value", "bookings", "billings", "backlog", "orders", "interest", "taxes", "tax", "rent",
         "compensation", "ffo", "noi", "affo", "aum", "premiums", "premium", "loans", "debt",
         "capital", "capex", "charges", "paid", "spend", "funds", "balance", "balances", "amount",
         "amounts", "net", "fees", "arpu", "contract", "arr", "rpo", "gmv", "tpv", "volume",
         "order", "originations", "inflows", "outflows", "turnover", "reserves", "exposure",
         "commitments", "royalties", "payroll", "wages", "salaries", "benefits", "investment",
         "spending", "grants", "purchases", "repurchases"});
    for (const std::string& text : {row.label, row.section}) {
        std::string words = words_of(text);
        if (text.find('$') != text.npos || names_amount(words) || money.any_in(words)) return true;
        // "Miles per tractor per week": the word alone prices nothing.
        for (std::size_t at = words.find(" per "); at != words.npos; at = words.find(" per "))
            words.erase(at, 4);
        if (speaks_of_money(words)) return true;
    }
    return false;
}

template <class Holds>
bool all_figures(const Row& row, Holds holds) {
    bool any = false;
    for (const Cell& cell : row.cells) {
        const auto* number = std::get_if<Number>(&cell.value);
        if (!number || number->percent) continue;
        any = true;
        if (!holds(*number)) return false;
    }
    return any;
}

bool prints_sign(const Row& row) {
    return row.dollar_sign || std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
               const auto* number = std::get_if<Number>(&cell.value);
               return number && !number->currency.empty();
           });
}

bool is_in_cents(const Number& number) {
    return number.value.places == 2 && compare(number.value, {10000, 0}) < 0;
}

}  // namespace

void count_statistics(Statement& statement, bool stated, Diagnostics& diagnostics) {
    const bool other = statement.kind == Statement::Kind::other;
    if (!other || statement.scale == Scale::ones || !is_titled(statement)) return;
    std::size_t counted = 0;
    const Row* first = nullptr;
    for (Row& row : statement.rows) {
        const bool scaled = !own_scale(row) && row.scale == statement.scale;
        if (row.unit.kind != K::money) continue;
        if (prints_sign(row)) {
            if (scaled && all_figures(row, is_in_cents)) row.scale = Scale::ones;
            continue;
        }
        const bool whole =
            all_figures(row, [](const Number& number) { return number.value.coefficient >= 0; });
        if ((stated && scaled) || !whole || row.label.empty() || may_be_money(row)) continue;
        row.unit = {K::count, "units"};
        if (scaled) row.scale = Scale::ones;
        ++counted;
        if (first == nullptr) first = &row;
    }
    if (first == nullptr) return;
    const std::string others = counted > 1 ? " and " + std::to_string(counted - 1) + " more" : "";
    diagnostics.push_back({"unit-assumed", first->cells.front().span,
                           "\"" + first->label + "\"" + others +
                               ": rows of a table of statistics without a scale or a currency "
                               "are taken for counts"});
}

}  // namespace fintool
