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

unsigned last_day_of(int year, unsigned month) {
    return static_cast<unsigned>(std::chrono::year_month_day_last{
        std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{month}}}
                                     .day());
}

std::vector<std::size_t> period_columns(const ColumnTable& table) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const ColumnParts& column = table.columns[i];
        if (column.role == Column::Role::period && !column.headless) columns.push_back(i);
    }
    return columns;
}

void set_date(const PeriodWord& date, ColumnParts& column) {
    if (date.year) column.year = date.year;
    if (!date.month) return;
    column.month = date.month;
    column.day = date.day;
    if (!column.day && column.year) column.day = last_day_of(*column.year, *date.month);
}

bool same_date(const PeriodWord& a, const PeriodWord& b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

// The dates of a line; a bare year has the day of the date before it ("June 30, 2004 and 2003").
std::vector<PeriodWord> dates_of(const std::vector<PeriodWord>& words,
                                 std::optional<Date> released_on) {
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
        // A page head's "January 19, 2006" is the day of the release, not of its figures.
        const bool release_day = released_on && word.year && word.month && word.day &&
                                 make_date(*word.year, *word.month, *word.day) == *released_on;
        if (!release_day) dates.push_back(std::move(word));
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

// "Q1 2006 | Q1 2005", not "2Q21 | 1Q21 | 4Q20": only then do the title's dates belong to them.
bool all_in_one_quarter(const ColumnTable& table) {
    int quarter = 0;
    for (const std::size_t i : period_columns(table)) {
        const int own = table.columns[i].quarter;
        if (own != 0 && quarter != 0 && own != quarter) return false;
        if (own != 0) quarter = own;
    }
    return true;
}

void lend_dates(const std::vector<PeriodWord>& dates, std::string_view where, ColumnTable& table) {
    if (dates.empty() || deal_dates(dates, where, table)) return;
    const bool one_quarter = all_in_one_quarter(table);
    const auto whole = distinct(dates, [](const auto& date) { return date.year && date.month; });
    for (const std::size_t i : period_columns(table)) {
        ColumnParts& column = table.columns[i];
        std::optional<PeriodWord> date;
        if (column.quarter != 0 && !one_quarter) continue;
        if (column.quarter != 0 && column.year) {
            date = stated_day(dates, *column.year);
        } else if (column.year && !column.month && !column.fiscal) {
            date = day_for_year(dates, *column.year);
        } else if (column.month && !column.year) {
            date = year_for_day(dates, column);
        } else if (column.undated() && whole.size() == 1 && dates.size() == 1) {
            date =
                whole.front();  // "Periods ended June 30, 2004" over "Three Months", "Six Months"
        } else if (column.undated() && dates.size() == 1 && dates.front().month) {
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

bool is_length(const PeriodWord& word) {
    return word.kind == Kind::length || word.kind == Kind::quarter;
}

std::vector<Length> lengths_of(const HeadLine& line, bool weak) {
    std::vector<Length> lengths;
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

// "(13 and 26 weeks)": the first of several lengths belongs to the first group of columns.
void lend_lengths(const std::vector<Length>& lengths, std::string_view where, ColumnTable& table) {
    if (lengths.empty()) return;
    const std::vector<int> groups = column_groups(table.columns);
    const int count = groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + 1;
    const bool by_group = lengths.size() > 1 && static_cast<int>(lengths.size()) == count;
    if (lengths.size() > 1 && !by_group) return;
    for (const std::size_t i : period_columns(table)) {
        ColumnParts& column = table.columns[i];
        if (column.length || column.year_to_date || column.inception || column.start) continue;
        const std::size_t group = by_group ? static_cast<std::size_t>(groups[i]) : 0;
        column.length = lengths[group];
        table.note(i, "length", std::string(where));
    }
}

// Words of one shape in a header row that are as many as the columns, or as the groups.
std::vector<PeriodWord> words_like(const std::vector<PeriodWord>& row, const auto& wanted) {
    std::vector<PeriodWord> words;
    std::copy_if(row.begin(), row.end(), std::back_inserter(words), wanted);
    return words;
}

void deal_dates_of_row(const HeadRow& row, ColumnTable& table) {
    const std::vector<std::size_t> columns = period_columns(table);
    const auto dates = words_like(
        row.words, [](const PeriodWord& word) { return word.kind == Kind::date && !word.starts; });
    const bool in_label = row.label_words > 0 && row.label_is_period;
    if (!in_label || dates.size() != row.words.size() || dates.size() != columns.size()) return;
    for (std::size_t i = 0; i < columns.size(); ++i) set_date(dates[i], table.columns[columns[i]]);
}

// Does every column of a group have the group's length?
bool lengths_are_whole(const std::vector<int>& groups, const ColumnTable& table) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] < 0) continue;
        if (!table.columns[i].length) return false;
        for (std::size_t j = 0; j < i; ++j) {
            const bool differs = !(table.columns[j].length == table.columns[i].length);
            if (groups[j] == groups[i] && differs) return false;
        }
    }
    return true;
}

// "Six months Ended              Quarter Ended" at the line's start, "NINE" over one column and
// "MONTHS" over the next: in order over the groups.
void deal_lengths_of_row(const HeadRow& row, ColumnTable& table) {
    const std::vector<int> groups = column_groups(table.columns);
    const auto count = static_cast<std::size_t>(
        groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + 1);
    auto lengths = words_like(row.words, is_length);
    const bool in_label = row.label_words > 0 && row.label_is_period && lengths.size() == count;
    if (!in_label) lengths = words_like(row.joined, is_length);
    if (count < 2 || lengths.size() != count) return;
    if (!in_label && lengths_are_whole(groups, table)) return;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] < 0) continue;
        table.columns[i].length = lengths[static_cast<std::size_t>(groups[i])].length;
    }
}

// A length that stands over one column of a group is the group's: a centred "Three Months Ended"
// may touch only the middle one of its three columns.
void spread_lengths(ColumnTable& table) {
    const std::vector<int> groups = column_groups(table.columns);
    const int count = groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + 1;
    std::vector<Length> sequence;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& length = table.columns[i].length;
        if (groups[i] < 0 || !length) continue;
        if (sequence.empty() || !(sequence.back() == *length)) sequence.push_back(*length);
    }
    if (count < 2 || sequence.size() != static_cast<std::size_t>(count)) return;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] >= 0) table.columns[i].length = sequence[static_cast<std::size_t>(groups[i])];
    }
}

}  // namespace

void ColumnTable::note(std::size_t column, std::string what, std::string where) {
    borrowed.push_back({column, std::move(what), std::move(where)});
}

std::vector<int> column_groups(const std::vector<ColumnParts>& columns) {
    std::vector<int> groups;
    std::set<std::string> seen;
    int group = 0;
    for (const ColumnParts& column : columns) {
        if (column.role != Column::Role::period || column.headless) {
            groups.push_back(-1);
            continue;
        }
        const std::string key = std::to_string(column.year.value_or(0)) + "-" +
                                std::to_string(column.month.value_or(0)) + "-" +
                                std::to_string(column.day.value_or(0)) + column.currency +
                                std::to_string(static_cast<int>(column.vintage));
        if (!column.undated() && !seen.insert(key).second) {
            ++group;
            seen = {key};
        }
        groups.push_back(group);
    }
    return groups;
}

void deal_rows(const GridHead& head, ColumnTable& table) {
    for (const HeadRow& row : head.rows) deal_dates_of_row(row, table);
    const bool headed = std::any_of(head.columns.begin(), head.columns.end(),
                                    [](const auto& column) { return !column.heading.empty(); });
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        ColumnParts& column = table.columns[i];
        column.headless = headed && head.columns[i].heading.empty() && column.undated();
        if (column.headless && head.columns[i].amounts == 0) column.role = Column::Role::other;
    }
    if (table.instants) return;
    for (const HeadRow& row : head.rows) deal_lengths_of_row(row, table);
    spread_lengths(table);
}

void borrow_from_line(const HeadLine& line, std::string_view where, std::optional<Date> released_on,
                      ColumnTable& table) {
    lend_dates(dates_of(line.words, released_on), where, table);
    if (!table.instants) lend_lengths(lengths_of(line, !table.cash_flow), where, table);
}

void borrow_from_columns(ColumnTable& table) {
    std::set<std::pair<unsigned, unsigned>> days;
    std::set<std::pair<int, int>> lengths;
    for (const std::size_t i : period_columns(table)) {
        const ColumnParts& column = table.columns[i];
        if (column.dated()) days.insert({*column.month, *column.day});
        if (column.length) {
            lengths.insert({column.length->count, static_cast<int>(column.length->in)});
        }
    }
    for (const std::size_t i : period_columns(table)) {
        ColumnParts& column = table.columns[i];
        const bool day_known =
            days.size() == 1 && is_month_end_of(days.begin()->first, days.begin()->second, {});
        if (column.year && !column.month && !column.fiscal && day_known) {
            column.month = days.begin()->first;
            column.day = last_day_of(*column.year, *column.month);
            table.note(i, "day", "the other columns");
        }
        const bool wants = !table.instants && !column.length && !column.year_to_date &&
                           !column.inception && !column.start && column.dated();
        if (wants && lengths.size() == 1) {
            column.length =
                Length{lengths.begin()->first, static_cast<Length::In>(lengths.begin()->second)};
            table.note(i, "length", "the other columns");
        }
    }
}

}  // namespace fintool
