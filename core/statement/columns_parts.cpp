// The words over one column -> what it says of itself. Nothing is borrowed here.
#include "statement/columns_parts.h"

#include <algorithm>

#include "base/text.h"

namespace fintool {

namespace {

using Kind = PeriodWord::Kind;

bool has(const std::vector<PeriodWord>& words, Kind kind) {
    return std::any_of(words.begin(), words.end(),
                       [&](const PeriodWord& word) { return word.kind == kind; });
}

// "Note", "Notes", "Note No.", "Ref." and nothing else; "June 30, 2004 (Note 1)" is a period.
bool names_notes(const ColumnHead& head) {
    if (!head.words.empty()) return false;
    for (const std::string_view name : {"note", "notes", "note no", "notes no", "ref", "reference",
                                        "footnote", "footnotes", "note s", "exhibit"}) {
        if (words_of(head.heading) == name) return true;
    }
    return false;
}

Column::Role role_of(const ColumnHead& head) {
    if (names_notes(head)) return Column::Role::note;
    if (has(head.words, Kind::change)) return Column::Role::change;
    if (has(head.words, Kind::other) || has(head.words, Kind::ratio)) return Column::Role::other;
    if (head.percents) return Column::Role::other;
    return Column::Role::period;
}

// The date that the heading ends in. Parts of one date may stand apart ("Sep 30, (unaudited)
// 2003"); of several whole dates the one whose year stands alone below them is meant.
void take_date(const std::vector<PeriodWord>& words, ColumnParts& parts) {
    const PeriodWord* whole = nullptr;
    const PeriodWord* day = nullptr;
    const PeriodWord* year = nullptr;
    for (const PeriodWord& word : words) {
        if (word.kind != Kind::date || word.starts) continue;
        if (word.month && word.year) whole = &word;
        if (word.month && !word.year) day = &word;
        if (!word.month && (!year || !word.fiscal || year->fiscal)) year = &word;
    }
    const bool fiscal_name = year && year->fiscal && whole;  // "Fiscal 2005 / October 2, 2004"
    if (fiscal_name) year = nullptr;
    for (const PeriodWord& word : words) {
        const bool fits = year && word.kind == Kind::date && word.month && word.year == year->year;
        if (fits && !word.starts) whole = &word;
    }
    if (whole && (!year || whole->year == year->year)) {
        parts.year = whole->year;
        parts.month = whole->month;
        parts.day = whole->day;
        return;
    }
    if (year) {
        parts.year = year->year;
        parts.fiscal = year->fiscal;
    }
    if (day) {
        parts.month = day->month;
        parts.day = day->day;
    }
}

// Weeks say more than months ("Quarter Ended / (13 weeks)"); else the last that has "ended".
void take_length(const std::vector<PeriodWord>& words, ColumnParts& parts) {
    bool ended = false;
    for (const PeriodWord& word : words) {
        if (word.kind != Kind::length) continue;
        const bool same = parts.length && months_of(*parts.length) == months_of(word.length);
        const bool keeps = parts.length && ((ended && !word.ended && !same) ||
                                            (same && parts.length->in == Length::In::weeks));
        if (!keeps) parts.length = word.length;
        ended = ended || word.ended;
    }
    for (const PeriodWord& word : words) {
        if (word.kind != Kind::quarter) continue;
        parts.quarter = word.quarter;
        if (!parts.length) parts.length = word.length;
    }
}

// "Nine Months Ended September 30, 2023" over "January 1 to July 21": the stretch ends in July.
void take_end_of_stretch(const std::vector<PeriodWord>& words, ColumnParts& parts) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (!words[i].starts) continue;
        std::size_t next = i + 1;
        while (next + 1 < words.size() && words[next].kind != Kind::date) ++next;
        if (words[next].kind != Kind::date || !words[next].month) continue;
        if (words[next].year) parts.year = words[next].year;
        parts.month = words[next].month;
        parts.day = words[next].day;
    }
}

// "March 3, 1997 (inception) to June 30, 2004", "October 1 to December 31, 2004".
void take_start(const std::vector<PeriodWord>& words, ColumnParts& parts) {
    for (const PeriodWord& word : words) {
        if (!word.starts || !word.month || !word.day || !parts.dated()) continue;
        const Date end = make_date(*parts.year, *parts.month, *parts.day);
        Date start = make_date(word.year.value_or(*parts.year), *word.month, *word.day);
        if (!word.year && days_between(start, end) < 0) start = add_months(start, -12);
        if (start.ok() && days_between(start, end) > 0) parts.start = start;
    }
}

}  // namespace

ColumnParts read_parts(const ColumnHead& head) {
    ColumnParts parts;
    parts.role = role_of(head);
    take_date(head.words, parts);
    take_end_of_stretch(head.words, parts);
    take_length(head.words, parts);
    // A month without its day ends on its last day.
    if (parts.year && parts.month && !parts.day) {
        const auto last = std::chrono::year_month_day_last{
            std::chrono::year{*parts.year},
            std::chrono::month_day_last{std::chrono::month{*parts.month}}};
        parts.day = static_cast<unsigned>(last.day());
    }
    take_start(head.words, parts);
    for (const PeriodWord& word : head.words) {
        if (word.kind == Kind::currency) parts.currency = word.currency;
        if (word.kind == Kind::restated) parts.vintage = Column::Vintage::restated;
        if (word.kind == Kind::previous) parts.vintage = Column::Vintage::previous;
    }
    parts.year_to_date = has(head.words, Kind::year_to_date);
    parts.inception = has(head.words, Kind::inception);
    parts.as_of = has(head.words, Kind::as_of);
    parts.reported = has(head.words, Kind::reported);
    // "North America", "Eliminations": a column with a name and nothing of a period is none.
    const bool silent = parts.undated() && !parts.length && !parts.year_to_date &&
                        !parts.inception && !parts.reported && head.name.size() > 0 &&
                        parts.vintage == Column::Vintage::original;
    if (silent && parts.role == Column::Role::period) parts.role = Column::Role::other;
    return parts;
}

}  // namespace fintool
