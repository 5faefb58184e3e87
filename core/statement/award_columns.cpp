// By the words of headings alone; the figures say only whether counts are printed in full.
#include "statement/award_columns.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/phrase_set.h"
#include "base/text.h"
#include "statement/unit_figures.h"

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

// What the label says of options without naming them.
std::string_view without_options(std::string_view words) {
    for (const std::string_view named : {"options ", "stock options ", "shares "}) {
        if (words.starts_with(named)) return words.substr(named.size());
    }
    return words;
}

bool stand_open(std::string_view label) {
    const std::string words = words_of(label);
    const std::string_view named = without_options(words);
    return named.starts_with("outstanding") || named.starts_with("exercisable");
}

bool lead_to_exercisable(const Statement& statement) {
    const auto any = [&](const auto& holds) {
        return std::any_of(statement.rows.begin(), statement.rows.end(), holds);
    };
    return any([](const Row& row) { return moves_awards(row.label); }) &&
           any([](const Row& row) { return has_phrase(words_of(row.label), "exercisable"); }) &&
           any([](const Row& row) { return has_phrase(words_of(row.label), "outstanding"); });
}

}  // namespace

bool has_award_prices(const Statement& statement) {
    return std::any_of(statement.columns.begin(), statement.columns.end(),
                       [](const Column& column) { return names_price(words_of(column.heading)); });
}

bool lists_awards(const Statement& statement) {
    return statement.kind == Statement::Kind::other &&
           (has_award_prices(statement) || lead_to_exercisable(statement));
}

bool moves_awards(std::string_view label) {
    static constexpr std::array<std::string_view, 10> moves = {
        "granted",   "new grants", "exercised",  "surrendered", "forfeited",
        "canceled",  "cancelled",  "expired",    "terminated",  "lapsed"};
    const std::string words = words_of(label);
    const std::string_view named = without_options(words);
    return std::any_of(moves.begin(), moves.end(),
                       [&](std::string_view move) { return named.starts_with(move); });
}

void settle_award_rows(Statement& statement) {
    if (!lists_awards(statement) || has_award_prices(statement)) return;
    for (Row& row : statement.rows) {
        const bool bare = !row.dollar_sign && all_numbers(row.cells, [](const Number& number) {
            return number.value.places == 0 && number.currency.empty();
        });
        if (row.unit.kind == K::money && bare && (moves_awards(row.label) || stand_open(row.label)))
            row.unit.kind = K::shares;
    }
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
