// By the words of headings alone; the figures say only whether counts are printed in full.
#include "statement/award_columns.h"

#include <algorithm>
#include <cstdlib>

#include "base/phrase_set.h"
#include "base/text.h"

namespace fintool {
namespace {

using K = Unit::Kind;

bool names_price(std::string_view words) {
    static constexpr PhraseSet prices({"exercise price", "exercise prices", "option price",
                                       "option prices", "grant date fair value",
                                       "grant date fair values", "date fair value"});
    return prices.any_in(words);
}

// The largest count of a column of shares as printed.
Decimal most_awards(const Statement& statement) {
    Decimal most;
    for (const Row& row : statement.rows) {
        for (const Cell& cell : row.cells) {
            const auto* number = std::get_if<Number>(&cell.value);
            if (!number || unit_of(row, cell).kind != K::shares) continue;
            const Decimal size{std::abs(number->value.coefficient), number->value.places};
            if (compare(size, most) > 0) most = size;
        }
    }
    return most;
}

}  // namespace

bool lists_awards(const Statement& statement) {
    return statement.kind == Statement::Kind::other &&
           std::any_of(statement.columns.begin(), statement.columns.end(),
                       [](const Column& column) { return names_price(words_of(column.heading)); });
}

std::optional<Unit> unit_of_award_heading(std::string_view words) {
    if (names_price(words)) return Unit{K::money_per_share, {}};
    static constexpr PhraseSet spans({"life", "lives", "term", "remaining"});
    if (spans.any_in(words)) return Unit{K::count, "years"};
    static constexpr PhraseSet worth({"value", "values", "proceeds", "amount", "expense"});
    if (worth.any_in(words)) return std::nullopt;
    static constexpr PhraseSet counted({"options", "shares", "number", "awards", "warrants",
                                        "outstanding", "exercisable", "units", "rsus"});
    if (counted.any_in(words)) return Unit{K::shares, {}};
    return std::nullopt;
}

void leave_awards_whole(const std::optional<ScaleWords>& stated, Statement& statement) {
    if (!lists_awards(statement)) return;
    // "1,204" under "(in thousands)" may be thousands; the table's own words are believed further.
    const Decimal whole = stated ? Decimal{1'000'000, 0} : Decimal{100'000, 0};
    if (compare(most_awards(statement), whole) < 0) return;
    for (Row& row : statement.rows) {
        row.share_scale = Scale::ones;
        if (row.unit.kind == K::shares && !own_scale(row)) row.scale = Scale::ones;
    }
}

}  // namespace fintool
