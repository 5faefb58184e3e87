// "Three months ended   March 31   June 30 ..." over "Rental income:", "2020", "2019": the header
// has the day, the row has the year. What was guessed for the column is one year for all rows.
#include "statement/row_years.h"

#include <algorithm>

#include "base/text.h"

namespace fintool {
namespace {

// 0 where the text is no year.
int year_of(std::string_view text) {
    text = trim(text);
    const bool digits = text.size() == 4 && std::all_of(text.begin(), text.end(), is_digit);
    if (!digits || (!text.starts_with("19") && !text.starts_with("20"))) return 0;
    return (text[2] - '0') * 10 + (text[3] - '0') + (text[0] == '1' ? 1900 : 2000);
}

bool prints_year(const std::string& heading) {
    const std::string words = words_of(heading);
    for (const std::string_view word : parts_of(words, ' ')) {
        if (year_of(word) != 0) return true;
    }
    return false;
}

}  // namespace

void set_row_years(Statement& statement, const std::optional<Date>& last) {
    for (Row& row : statement.rows) {
        const int year = year_of(row.label);
        if (year == 0) continue;
        for (std::size_t i = 0; i < row.cells.size() && i < statement.columns.size(); ++i) {
            const auto& period = statement.columns[i].period;
            const bool duration = period && period->kind == Period::Kind::duration;
            if (!duration || prints_year(statement.columns[i].heading)) continue;
            Cell& cell = row.cells[i];
            const int off = year - static_cast<int>(period->end.year());
            const Date end = add_months(period->end, 12 * off);
            if (off != 0) cell.period = duration_to(end, {period->months, Length::In::months});
            const bool ahead = last && days_between(*last, end) > 0;
            if (ahead && std::holds_alternative<Dash>(cell.value)) cell.value = NotMeaningful{};
        }
    }
}

}  // namespace fintool
