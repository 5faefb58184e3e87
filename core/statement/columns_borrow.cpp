// Lends columns what they lack from the header rows as wholes, the lines around them, and each
// other: see columns_parts.h. A line lends only what leaves no choice.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "statement/columns_parts.h"

namespace fintool {

namespace {

using Kind = PeriodWord::Kind;

bool is_month_end_of(unsigned month, unsigned day, std::optional<int> year) {
    const auto last =
        std::chrono::year_month_day_last{std::chrono::year{year.value_or(2003)},
                                         std::chrono::month_day_last{std::chrono::month{month}}};
    return day >= static_cast<unsigned>(last.day());
}

bool same_date(const PeriodWord& a, const PeriodWord& b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

// The dates of a line; a bare year has the day of the date before it ("June 30, 2004 and 2003").
std::vector<PeriodWord> dates_of(const std::vector<PeriodWord>& words,
                                 std::optional<Date> released_on, const ColumnTable& table) {
    std::vector<PeriodWord> dates;
    for (PeriodWord word : words) {
        if (word.kind != Kind::date || word.starts) continue;
        if (!dates.empty() && !word.month && word.year && !word.fiscal && dates.back().month) {
            const PeriodWord& before = dates.back();
            const bool month_end =
                before.day && is_month_end_of(*before.month, *before.day, before.year);
            word.month = before.month;
            word.day = month_end ? last_day_of(*word.year, *before.month) : before.day;
        }
        // A page head's "January 19, 2006" is the day of the release, not of its figures; nor does
        // a statement end on the "Wednesday, December 27, 1995" that the page was served on.
        const bool whole = released_on && word.year && word.month && word.day;
        const int after =
            whole ? days_between(*released_on, make_date(*word.year, *word.month, *word.day)) : -1;
        if (after != 0 && (after < 0 || !table.primary)) dates.push_back(std::move(word));
    }
    return dates;
}

std::vector<PeriodWord> distinct(const std::vector<PeriodWord>& dates, const auto& wanted) {
    std::vector<PeriodWord> found;
    for (const PeriodWord& date : dates) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const PeriodWord& other) {
            return same_date(date, other);
        });
        if (wanted(date) && !known) found.push_back(date);
    }
    return found;
}

// The only day that a line states in this year.
std::optional<PeriodWord> stated_day(const std::vector<PeriodWord>& dates, int year) {
    const auto same =
        distinct(dates, [&](const auto& date) { return date.month && date.year == year; });
    if (same.size() == 1) return same.front();
    return std::nullopt;
}

// The day that a line lends to a column that has only its year. Nothing where there is a choice.
std::optional<PeriodWord> day_for_year(const std::vector<PeriodWord>& dates, int year) {
    if (const auto stated = stated_day(dates, year)) return stated;
    const bool several = std::any_of(dates.begin(), dates.end(), [&](const PeriodWord& date) {
        return date.month && date.year == year;
    });
    if (several) return std::nullopt;
    auto days = distinct(dates, [](const auto& date) { return date.month && !date.year; });
    if (days.empty()) {
        // One date for several years holds for month ends only: a 52-week year moves its end.
        days = distinct(dates, [](const auto& date) { return date.month && date.day; });
        if (days.size() != 1) return std::nullopt;
        if (!is_month_end_of(*days[0].month, *days[0].day, days[0].year)) return std::nullopt;
    }
    if (days.size() != 1) return std::nullopt;
    if (days[0].day && is_month_end_of(*days[0].month, *days[0].day, days[0].year)) {
        days[0].day = last_day_of(year, *days[0].month);
    }
    days[0].year = year;
    return days[0];
}

// The year that a line lends to a column that has only month and day.
std::optional<PeriodWord> year_for_day(const std::vector<PeriodWord>& dates,
                                       const ColumnParts& column) {
    const auto same = distinct(dates, [&](const auto& date) {
        return date.year && date.month == column.month && date.day == column.day;
    });
    if (same.size() == 1) return same.front();
    return std::nullopt;
}

bool fits(const PeriodWord& date, const ColumnParts& column) {
    if (column.year && date.year && column.year != date.year) return false;
    if (column.month && date.month && column.month != date.month) return false;
    return !(column.day && date.day && column.day != date.day);
}

bool gains(const PeriodWord& date, const ColumnParts& column) {
    return (date.year && !column.year) || (date.month && !column.month);
}

// As many dates as columns: "NOVEMBER 29, 1996, MAY 31, 1996 AND DECEMBER 1, 1995" over three bare
// years; or as many as in each group: two dates over "Three Months" and "Six Months".
bool deal_dates(const std::vector<PeriodWord>& dates, std::string_view where, ColumnTable& table) {
    const std::vector<std::size_t> columns = period_columns(table);
    const bool lacking = std::any_of(columns.begin(), columns.end(),
                                     [&](std::size_t i) { return !table.columns[i].dated(); });
    if (!lacking || dates.size() < 2 || columns.size() % dates.size() != 0) return false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ColumnParts& column = table.columns[columns[i]];
        if (!fits(dates[i % dates.size()], column)) return false;
        // Dealt out again only where a new length begins: Three Months | Six Months.
        const bool again = i > 0 && i % dates.size() == 0;
        if (again && table.columns[columns[i - 1]].length == column.length) return false;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ColumnParts& column = table.columns[columns[i]];
        const PeriodWord& date = dates[i % dates.size()];
        if (!gains(date, column)) continue;
        set_date(date, column);
        table.note(columns[i], "date", std::string(where));
    }
    return true;
}

// One date for all of them is their date only where something else tells them apart.
bool undated_columns_differ(const ColumnTable& table) {
    std::vector<const ColumnParts*> undated;
    for (const std::size_t i : period_columns(table)) {
        const ColumnParts& column = table.columns[i];
        if (!column.undated()) continue;
        for (const ColumnParts* other : undated) {
            const bool same = other->length == column.length && other->vintage == column.vintage &&
                              other->currency == column.currency &&
                              other->year_to_date == column.year_to_date &&
                              other->named == column.named && other->reported == column.reported;
            if (same) return false;
        }
        undated.push_back(&column);
    }
    return true;
}

// "Q2-26" and "Q2-25" end on about the same day of their years: no line whose days differ states
// them.
bool states_one_quarter(const std::vector<PeriodWord>& dates, const ColumnTable& table) {
    constexpr int year = 365, apart = 10;
    std::vector<int> days;
    for (const std::size_t i : period_columns(table)) {
        const ColumnParts& column = table.columns[i];
        if (column.quarter == 0 || !column.year) continue;
        const auto date = stated_day(dates, *column.year);
        if (!date || !date->day) continue;
        const Date day = make_date(2003, *date->month, std::min(*date->day, 28U));
        days.push_back(days_between(make_date(2003, 1, 1), day));
    }
    return std::all_of(days.begin(), days.end(), [&](int day) {
        const int distance = std::abs(day - days.front());
        return std::min(distance, year - distance) <= apart;
    });
}

// "Full year 2018" beside "Jan-Mar 2019": the day of a shorter stretch that the table names itself
// says nothing of when years end.
std::set<std::size_t> years_beside_parts(const ColumnTable& table) {
    std::set<std::size_t> years;
    bool part = false;
    for (const std::size_t i : period_columns(table)) {
        const ColumnParts& column = table.columns[i];
        if (!column.length) continue;
        const bool whole = months_of(*column.length) == 12;
        if (whole && !column.dated()) years.insert(i);
        part = part || (!whole && column.dated());
    }
    return part ? years : std::set<std::size_t>{};
}

void lend_dates(const std::vector<PeriodWord>& dates, std::string_view where, ColumnTable& table) {
    const std::set<std::size_t> undated_years = years_beside_parts(table);
    const bool one_quarter = all_in_one_quarter(table);
    if (dates.empty() || (one_quarter && !states_one_quarter(dates, table))) return;
    if (deal_dates(dates, where, table)) return;
    const bool apart = undated_columns_differ(table);
    for (const std::size_t i : period_columns(table)) {
        ColumnParts& column = table.columns[i];
        std::optional<PeriodWord> date;
        if (column.quarter != 0 && !one_quarter) continue;
        if (undated_years.contains(i)) continue;
        if (column.quarter != 0 && column.year) {
            date = stated_day(dates, *column.year);
        } else if (column.year && !column.month && !column.fiscal) {
            date = day_for_year(dates, *column.year);
        } else if (column.month && !column.year) {
            date = year_for_day(dates, column);
        } else if (column.undated() && apart && dates.size() == 1 && dates.front().month) {
            // "Periods ended June 30, 2004" over "Three Months", "Six Months"
            date = dates.front();
        }
        if (!date || !gains(*date, column)) continue;
        set_date(*date, column);
        table.note(i, "date", std::string(where));
    }
}

// A news headline's "Third Quarter Results" says nothing of the table under it.
bool is_headline(std::string_view text) {
    const std::string words = words_of(text);
    for (const std::string_view word : {"results", "reports", "announces", "release", "earnings"}) {
        if (has_phrase(words, word) && !has_phrase(words, "statements")) return true;
    }
    return false;
}

std::vector<Length> lengths_of(const HeadLine& line, bool weak) {
    std::vector<Length> lengths;
    if (is_jumbled(line)) return lengths;
    const bool headline = is_headline(line.text);
    for (const PeriodWord& word : line.words) {
        const bool firm = word.ended || (weak && !headline);
        if (!is_length(word) || !firm) continue;
        if (std::find(lengths.begin(), lengths.end(), word.length) == lengths.end()) {
            lengths.push_back(word.length);
        }
    }
    return lengths;
}

int group_count(const std::vector<int>& groups) {
    return groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + 1;
}

bool asks_length(const ColumnParts& column) {
    return column.role == Column::Role::period && !column.headless && !column.length &&
           !column.year_to_date && !column.inception && !column.start;
}

// The only group whose columns all lack a length, where the others have another one; else -1.
int group_that_asks(const std::vector<int>& groups, Length length, const ColumnTable& table) {
    int asking = -1;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] < 0) continue;
        const ColumnParts& column = table.columns[i];
        if (!asks_length(column)) {
            if (groups[i] == asking || (column.length && *column.length == length)) return -1;
        } else if (asking >= 0 && asking != groups[i]) {
            return -1;
        } else {
            asking = groups[i];
        }
    }
    return asking;
}

// "Domestic" over 2004 and 2003, "Overseas" over 2004 and 2003, "Consolidated" over the same: names
// tell the groups apart, no length has to. The consolidated one needs none.
bool names_part_groups(const std::vector<int>& groups, const ColumnTable& table) {
    std::vector<std::set<std::string>> names(static_cast<std::size_t>(group_count(groups)));
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] >= 0)
            names[static_cast<std::size_t>(groups[i])].insert(table.columns[i].name);
    }
    std::set<std::string> all;
    for (const auto& own : names) {
        if (own.size() != 1 || !all.insert(*own.begin()).second) return false;
    }
    return all.size() - all.count("") > 1;
}

// "Year ended December 31, 1997 and period from June 3, 1996 (inception) to December 31, 1996": the
// only column that ends on the last of these days starts on the day before it.
void lend_starts(const std::vector<PeriodWord>& words, std::string_view where, ColumnTable& table) {
    for (std::size_t w = 0; w + 1 < words.size(); ++w) {
        const PeriodWord& start = words[w];
        if (!start.starts || !start.month || !start.day) continue;
        const auto end = std::find_if(
            words.begin() + static_cast<long>(w) + 1, words.end(),
            [](const PeriodWord& word) { return word.kind == Kind::date && !word.starts; });
        if (end == words.end() || !end->year || !end->month || !end->day) continue;
        std::vector<std::size_t> ending;
        for (const std::size_t i : period_columns(table)) {
            const ColumnParts& column = table.columns[i];
            if (column.dated() && fits(*end, column)) ending.push_back(i);
        }
        const Date first = make_date(start.year.value_or(*end->year), *start.month, *start.day);
        const Date last = make_date(*end->year, *end->month, *end->day);
        if (ending.size() != 1 || !first.ok() || !last.ok()) continue;
        ColumnParts& column = table.columns[ending.front()];
        if (!asks_length(column) || days_between(first, last) <= 0) continue;
        column.start = first;
        table.note(ending.front(), "start", std::string(where));
    }
}

// "(13 and 26 weeks)": the first of several lengths belongs to the first group of columns. One
// length is never that of two groups that have no names: the same dates again are another length's.
void lend_lengths(const std::vector<Length>& lengths, std::string_view where, ColumnTable& table) {
    if (lengths.empty()) return;
    const std::vector<int> groups = column_groups(table.columns);
    const int count = group_count(groups);
    if (lengths.size() > 1 && static_cast<int>(lengths.size()) != count) return;
    const bool one_of_many =
        lengths.size() == 1 && count > 1 && !names_part_groups(groups, table);
    // "Quarterly data" over four quarters and "Year": the year is none.
    const bool quarters = std::any_of(table.columns.begin(), table.columns.end(),
                                      [](const ColumnParts& column) { return column.quarter > 0; });
    const int asking = one_of_many ? group_that_asks(groups, lengths.front(), table) : -1;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        ColumnParts& column = table.columns[i];
        if (groups[i] < 0 || !asks_length(column) || (one_of_many && groups[i] != asking)) continue;
        const Length length =
            lengths[lengths.size() > 1 ? static_cast<std::size_t>(groups[i]) : 0];
        if (quarters && column.quarter == 0 && months_of(length) == 3) continue;
        column.length = length;
        table.note(i, "length", std::string(where));
    }
}

}  // namespace

void borrow_from_line(const HeadLine& line, std::string_view where, std::optional<Date> released_on,
                      ColumnTable& table) {
    lend_dates(dates_of(line.words, released_on, table), where, table);
    if (table.instants) return;
    lend_starts(line.words, where, table);
    lend_lengths(lengths_of(line, !table.cash_flow), where, table);
}

void borrow_lengths_from_all(const std::vector<HeadLine>& lines, ColumnTable& table) {
    if (group_count(column_groups(table.columns)) < 2) return;
    // One day that a title lends to all of them parts them into no groups.
    const auto lent = std::count_if(
        table.borrowed.begin(), table.borrowed.end(), [&](const Borrowed& one) {
            return one.what == "date" && !table.columns[one.column].year;
        });
    if (lent > 1 && lent == static_cast<std::ptrdiff_t>(period_columns(table).size())) return;
    std::vector<Length> lengths;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        for (const Length length : lengths_of(*line, false)) {
            if (std::find(lengths.begin(), lengths.end(), length) == lengths.end()) {
                lengths.push_back(length);
            }
        }
    }
    if (lengths.size() > 1) lend_lengths(lengths, "the lines above", table);
}

void borrow_days_from_columns(ColumnTable& table) {
    std::set<std::pair<unsigned, unsigned>> days;
    for (const std::size_t i : period_columns(table)) {
        const ColumnParts& column = table.columns[i];
        if (column.dated()) days.insert({*column.month, *column.day});
    }
    if (days.size() != 1 || !is_month_end_of(days.begin()->first, days.begin()->second, {})) return;
    const std::set<std::size_t> undated_years = years_beside_parts(table);
    for (const std::size_t i : period_columns(table)) {
        ColumnParts& column = table.columns[i];
        if (undated_years.contains(i)) continue;
        if (!column.year || column.month || column.fiscal || column.quarter != 0) continue;
        column.month = days.begin()->first;
        column.day = last_day_of(*column.year, *column.month);
        table.note(i, "day", "the other columns");
    }
}

void borrow_lengths_from_columns(ColumnTable& table) {
    if (group_count(column_groups(table.columns)) > 1) return;
    std::vector<Length> lengths;
    for (const std::size_t i : period_columns(table)) {
        const auto& length = table.columns[i].length;
        if (!length) continue;
        if (!lengths.empty() && !(lengths.front() == *length)) return;
        lengths.push_back(*length);
    }
    if (lengths.empty()) return;
    for (const std::size_t i : period_columns(table)) {
        ColumnParts& column = table.columns[i];
        const bool timed = column.length || column.year_to_date || column.inception || column.start;
        if (timed || !column.dated()) continue;
        column.length = lengths.front();
        table.note(i, "length", "the other columns");
    }
}

}  // namespace fintool
