// See the header. "$ 0.12" is in dollars, whatever the label says.
#include "statement/minor_units.h"

#include <algorithm>
#include <vector>

#include "base/phrase_set.h"
#include "base/text.h"
#include "base/word_set.h"
#include "document/text_marks.h"
#include "statement/physical_units.h"

namespace fintool {
namespace {

void take_coin(Cell& cell) {
    auto* number = std::get_if<Number>(&cell.value);
    if (number == nullptr || number->percent || !number->currency.empty()) return;
    if (number->value.places + 2 > most_places) return;
    number->value.places = static_cast<std::uint8_t>(number->value.places + 2);
}

// "78 cents", "13.10\u00a2".
bool was_in_coins(const GridCell& cell) {
    const std::string& text = cell.text.str();
    return words_of(text).find("cent") != std::string::npos || text.ends_with("\u00a2");
}

// "78 cents" was read as 0.78, whatever the label says.
void take_coins(const GridRow& from, Row& row) {
    std::vector<bool> taken(row.cells.size(), false);
    for (const GridCell& cell : from.cells) {
        const auto column = static_cast<std::size_t>(cell.last);
        if (was_in_coins(cell) && column < taken.size()) taken[column] = true;
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!taken[i]) take_coin(row.cells[i]);
    }
}

// "8.6c   7.5c", "13.02c   12.53c   3.9": one alone may have a footnote's mark.
bool read_coins(const GridRow& from, Row& row) {
    std::vector<std::size_t> coins;
    for (const GridCell& cell : from.cells) {
        if (ends_in_coin(trim(cell.text.str())))
            coins.push_back(static_cast<std::size_t>(cell.last));
    }
    if (coins.empty() || (coins.size() < 2 && from.cells.size() > 1)) return false;
    for (const std::size_t column : coins) {
        if (column < row.cells.size()) take_coin(row.cells[column]);
    }
    return true;
}

bool label_names_coins(const Row& row) {
    static constexpr PhraseSet coins({"pence", "cents", "in cent"});
    return coins.any_in(words_of(row.label + " " + row.section));
}

// "Yield (cents) 13.28", "Revenue per seat mile (in cents)": no row of amounts says so.
bool label_ends_in_coins(const Row& row) {
    const std::size_t open = row.label.find('(');
    static constexpr PhraseSet coins({"cents", "pence"});
    return open != row.label.npos &&
           coins.any_in(words_of(std::string_view(row.label).substr(open)));
}

}  // namespace

bool heads_coins(const GridRow& row) {
    static constexpr WordSet coins({"cents", "pence"});
    return row.label.empty() && !row.cells.empty() &&
           std::all_of(row.cells.begin(), row.cells.end(), [](const GridCell& cell) {
               return coins.contains(words_of(cell.text.str()));
           });
}

void read_minor_units(const GridRow& from, bool under_coins, Row& row) {
    // "Average yield per RPM   13.10\u00a2   12.61\u00a2": no percents, and no thousands.
    const bool in_coins = std::any_of(from.cells.begin(), from.cells.end(), [](const auto& cell) {
        return cell.text.str().ends_with("\u00a2");
    });
    if (in_coins && row.unit.kind == Unit::Kind::percent) row.unit = {Unit::Kind::money, {}};
    row.dollar_sign = row.dollar_sign || in_coins;
    const bool per_share = row.unit.kind == Unit::Kind::money_per_share;
    const bool amount = row.unit.kind == Unit::Kind::money || is_price(row.unit);
    if (!per_share && !amount) return;
    const bool printed = read_coins(from, row);
    const bool named = per_share ? under_coins || label_names_coins(row) : label_ends_in_coins(row);
    if (!printed && named)
        take_coins(from, row);
    else if (!printed && !in_coins)
        return;
    if (amount) row.own_scale = Scale::ones;
}

void read_as_coins(Row& row) {
    for (Cell& cell : row.cells) take_coin(cell);
}

}  // namespace fintool
