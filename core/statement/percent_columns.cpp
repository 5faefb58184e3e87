// Headings speak for a whole column; printed signs only where nothing in it can be money.
#include "statement/percent_columns.h"

#include <algorithm>
#include <cstdlib>
#include <variant>

#include "base/text.h"

namespace fintool {

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
    }
}

void mark_signed_percents(const std::vector<Column>& columns,
                          std::vector<std::vector<Cell>>& rows) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].period || columns[i].role == Column::Role::note) continue;
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

}  // namespace fintool
