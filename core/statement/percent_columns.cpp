// Headings speak for a whole column; printed signs only where nothing in it can be money.
#include "statement/percent_columns.h"

#include <algorithm>
#include <cstdlib>
#include <variant>

#include "base/phrase_set.h"
#include "base/text.h"
#include "statement/label_scale.h"

namespace fintool {
namespace {

// "(120)" under "Change (basis points)" are 1.20 percent.
void read_as_points(Number& number) {
    if (number.value.places + 2 > most_places || !number.currency.empty()) return;
    number.value.places = static_cast<std::uint8_t>(number.value.places + 2);
    number.percent = true;
}

}  // namespace

void mark_percents(const std::vector<Column>& columns, std::vector<Cell>& cells) {
    constexpr std::size_t kLongestHeading = 120;
    for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
        const std::string& heading = columns[i].heading;
        if (columns[i].period || heading.size() > kLongestHeading) continue;
        if (heading.find('$') != heading.npos) continue;
        const std::string words = words_of(heading);
        const bool percent = heading.find('%') != heading.npos || has_phrase(words, "percent") ||
                             has_phrase(words, "percentage") || has_phrase(words, "pct");
        auto* number = std::get_if<Number>(&cells[i].value);
        if (percent && number) number->percent = true;
        static constexpr PhraseSet points({"basis points", "bps", "basis point"});
        const bool hundredths = !percent && points.any_in(words);
        if (hundredths && number && !number->percent) read_as_points(*number);
    }
}

void mark_signed_percents(const std::vector<Column>& columns, const std::vector<bool>& mixed,
                          std::vector<std::vector<Cell>>& rows) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].period || columns[i].role == Column::Role::note || mixed[i]) continue;
        std::size_t percents = 0;
        bool others = false, first = false;
        std::vector<Number*> bare;
        for (std::vector<Cell>& cells : rows) {
            auto* number = std::get_if<Number>(&cells[i].value);
            if (!number) continue;
            if (percents == 0 && bare.empty()) first = number->percent;
            percents += number->percent ? 1 : 0;
            const Decimal size{std::abs(number->value.coefficient), number->value.places};
            others = others || !number->currency.empty() || compare(size, {1000, 0}) >= 0;
            if (!number->percent) bare.push_back(number);
        }
        const bool change = columns[i].role == Column::Role::change;
        if (others || !(first || (change && percents >= 2))) continue;
        for (Number* number : bare) number->percent = true;
    }
}

std::vector<bool> mixed_columns(const Grid& grid, const std::vector<LabelledRow>& labelled,
                                const std::vector<std::vector<Cell>>& cells) {
    std::vector<bool> mixed(static_cast<std::size_t>(grid.columns));
    for (std::size_t i = 0; i < labelled.size(); ++i) {
        for (const GridCell& printed : grid.rows[labelled[i].grid_row].cells) {
            const std::string& text = printed.text.str();
            const auto at = static_cast<std::size_t>(std::clamp(printed.last, 0, grid.columns - 1));
            const bool range = std::holds_alternative<NotMeaningful>(cells[i][at].value) &&
                               std::any_of(text.begin(), text.end(), is_digit);
            if (range || text.find('$') != text.npos || amount_scale(text)) mixed[at] = true;
        }
    }
    return mixed;
}

}  // namespace fintool
