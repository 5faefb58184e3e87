// How long a column is whose day alone is known: see columns_release.h.
#include <algorithm>
#include <cstdlib>
#include <set>

#include "statement/columns_release.h"

namespace fintool {

bool asks(const ColumnParts& column) {
    return column.role == Column::Role::period && !column.headless;
}

namespace {

// Months from the fiscal year's start to the end of this column; 0 where that is unknown.
int months_to_date(const std::optional<Date>& year_end, Date end) {
    if (!year_end) return 0;
    const auto month_of = [](Date date) {
        return static_cast<int>(static_cast<unsigned>(nearest_month_end(date).month()));
    };
    const int months = (month_of(end) - month_of(*year_end) + 12) % 12;
    return months == 0 ? 12 : months;
}

std::set<int> months_in_prose(const std::vector<StatedDate>& stated, Date end) {
    std::set<int> months;
    for (const StatedDate& date : stated) {
        if (date.date == end && date.length) months.insert(months_of(*date.length));
    }
    return months;
}

// Of all columns: those of one cash flow are as long as each other, and the prose may speak of the
// quarter alone that one of them ends.
std::set<int> months_in_prose(const std::vector<StatedDate>& stated, const ColumnTable& table) {
    std::set<int> months;
    for (const ColumnParts& column : table.columns) {
        if (!asks(column) || !column.dated()) continue;
        months.merge(months_in_prose(stated, make_date(*column.year, *column.month, *column.day)));
    }
    return months;
}

// "1995  1994  1993": of how many years in a row the columns have the same day; 0 where they
// have others. Three are the fiscal years that an annual statement prints, more are selected
// data, two may be quarters.
int years_in_a_row(const ColumnTable& table) {
    const ColumnParts* before = nullptr;
    int years = 0;
    for (const ColumnParts& column : table.columns) {
        if (!asks(column)) continue;
        if (!column.dated() || column.quarter != 0) return 0;
        const bool follows = !before || std::abs(*before->year - *column.year) == 1;
        if (!follows) return 0;
        before = &column;
        ++years;
    }
    return years;
}

}  // namespace

void lend_length(const std::optional<Date>& year_end, const std::vector<StatedDate>& stated,
                 std::size_t i, ColumnTable& table) {
    ColumnParts& column = table.columns[i];
    if (column.length || column.start || column.inception || !column.dated()) return;
    // The same dates again have another length, and which is whose nobody says.
    const std::vector<int> groups = column_groups(table.columns);
    const bool several = *std::max_element(groups.begin(), groups.end()) > 0;
    if (several && !column.year_to_date && !column.fiscal) return;
    const Date end = make_date(*column.year, *column.month, *column.day);
    if (!end.ok()) return;
    const int to_date = months_to_date(year_end, end);
    int months = 0;
    if (column.year_to_date) {
        for (const ColumnParts& other : table.columns) months = std::max(months, 3 * other.quarter);
        if (months == 0) months = to_date;
        // The quarter that the prose speaks of is no year to date.
        const std::set<int> in_prose = months == 0 ? months_in_prose(stated, end) : std::set<int>{};
        if (!in_prose.empty() && *in_prose.rbegin() > 3) months = *in_prose.rbegin();
    } else if (column.fiscal) {
        months = 12;
    } else if (table.cash_flow) {
        // Where the prose speaks of these days it knows their lengths better than the calendar.
        const std::set<int> in_prose = months_in_prose(stated, table);
        // No fiscal calendar closes on the "July 21" that a merger parted the year on.
        months = to_date % 3 == 0 ? to_date : 0;
        if (!in_prose.empty() && !in_prose.contains(to_date)) months = *in_prose.rbegin();
    } else if (const int years = years_in_a_row(table); to_date == 12 && years >= 3) {
        // Of more, the prose must say so: it may speak of the quarter that ends on that day.
        months = years == 3 || months_in_prose(stated, end) == std::set{12} ? 12 : 0;
    } else if (to_date == 3) {
        months = 3;
    } else if (const std::set<int> in_prose = months_in_prose(stated, end); in_prose.size() == 1) {
        months = *in_prose.begin();
    }
    if (months == 0) return;
    column.length = Length{months, Length::In::months};
    table.note(i, "length", "the release");
}

}  // namespace fintool
