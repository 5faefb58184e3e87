// Stacks header cells over columns: see the header. Several dates in one cell are dealt out over
// the columns that it spans.
#include "statement/columns_head.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "statement/header_rows.h"
#include "statement/period_scan.h"
#include "statement/titles.h"

namespace fintool {

namespace {

using Kind = PeriodWord::Kind;

std::string without(std::string text, const std::vector<PeriodWord>& words, const auto& unwanted) {
    for (const PeriodWord& word : words) {
        if (!unwanted(word)) continue;
        for (std::size_t i = word.begin; i < word.end; ++i) text[i] = ' ';
    }
    return text;
}

bool is_date(const PeriodWord& word) { return word.kind == Kind::date && !word.starts; }

// A row of bare years is a header even where years were taken for amounts: "2004   2003".
bool holds_years_only(const GridRow& row) {
    if (row.cells.empty()) return false;
    const std::string label = row.label.str();
    if (!words_left_over(label, read_period_words(label)).empty()) return false;
    return std::all_of(row.cells.begin(), row.cells.end(), [](const GridCell& cell) {
        const auto words = read_period_words(cell.text.str());
        return words.size() == 1 && is_date(words.front()) && !words.front().month;
    });
}

// The header and label rows over the first amounts.
std::vector<const GridRow*> rows_over_amounts(const Grid& grid) {
    std::vector<const GridRow*> rows;
    for (const GridRow& row : grid.rows) {
        if (row.kind == GridRow::Kind::value && !holds_years_only(row)) break;
        rows.push_back(&row);
    }
    return rows;
}

bool spans_all(const GridCell& cell, int columns) {
    return columns > 1 && cell.first <= 0 && cell.last >= columns - 1;
}

// "July 3, 2004 and June 28, 2003" or "June 30, 2004 and 2003" over two columns: each gets its
// own. `lower_year` is the bare year printed under the cell in this column, or 0.
std::string deal_dates(const std::string& text, const std::vector<PeriodWord>& words,
                       const GridCell& cell, int column, int lower_year) {
    std::vector<PeriodWord> dates;
    std::copy_if(words.begin(), words.end(), std::back_inserter(dates), is_date);
    const bool range =
        std::any_of(words.begin(), words.end(), [](const PeriodWord& word) { return word.starts; });
    // "July 2, 2023 Percent 2022 Percent" names more columns than dates.
    const bool shares = std::any_of(words.begin(), words.end(), [](const PeriodWord& word) {
        return word.kind == Kind::ratio || word.kind == Kind::change;
    });
    const auto count = static_cast<int>(dates.size());
    const int span = cell.last - cell.first + 1;
    if (count < 2 || span < 2 || range || (shares && span > count)) return text;
    std::size_t chosen = dates.size();
    for (std::size_t i = 0; i < dates.size(); ++i) {
        if (lower_year != 0 && dates[i].year == lower_year && dates[i].month) chosen = i;
    }
    if (chosen == dates.size()) {
        if (span % count != 0) return text;
        chosen = static_cast<std::size_t>((column - cell.first) % count);
    }
    const PeriodWord& date = dates[chosen];
    std::string dealt = text.substr(0, dates.front().begin);
    const bool shares_day = !date.month && dates.front().month && dates.front().year;
    if (shares_day) {
        // "June 30, 2004 and 2003": the day of the first, the year of its own.
        std::string first =
            text.substr(dates.front().begin, dates.front().end - dates.front().begin);
        const std::string year = std::to_string(*dates.front().year);
        const std::size_t at = first.rfind(year);
        if (at == std::string::npos) return text;
        return dealt + first.substr(0, at) + std::to_string(*date.year);
    }
    return dealt + text.substr(date.begin, date.end - date.begin);
}

// "Three and Six Months Ended June 30," over four columns: two and two.
std::string deal_lengths(const std::string& text, const std::vector<PeriodWord>& words,
                         const GridCell& cell, int column) {
    std::vector<PeriodWord> lengths;
    for (const PeriodWord& word : words) {
        if (word.kind == Kind::length) lengths.push_back(word);
    }
    const auto count = static_cast<int>(lengths.size());
    const int span = cell.last - cell.first + 1;
    const bool listed = count >= 2 && lengths.front().begin == lengths.back().begin;
    if (!listed || span % count != 0) return text;
    const auto chosen = static_cast<std::size_t>((column - cell.first) / (span / count));
    const Length length = lengths[chosen].length;
    const std::string unit = length.in == Length::In::weeks ? " weeks" : " months";
    return text.substr(0, lengths.front().begin) + std::to_string(length.count) + unit + " ended" +
           text.substr(lengths.front().end);
}

// "U.S." beside "International" and "Worldwide": its letters alone are no words.
bool is_of_country(std::string_view text) {
    const std::string words = words_of(text);
    const bool money = has_phrase(words, "dollars") || text.find('$') != text.npos;
    return has_phrase(words, "u s") && !has_phrase(words, "gaap") && !money;
}

using Words = std::vector<PeriodWord>;

struct HeadBuilder {
    const std::vector<const GridRow*>& rows;
    int columns;  // up to the last that a row names
    std::vector<std::vector<Words>> words;  // of each row's cells: a cell may name many columns
    const GridRow* short_years = nullptr;   // the row that names years by two digits
    const GridRow* bare_quarters = nullptr;  // "First   Second   Third   Fourth"

    HeadBuilder(const std::vector<const GridRow*>& over, int count) : rows(over), columns(count) {
        for (const GridRow* row : rows) {
            auto& cells = words.emplace_back();
            for (const GridCell& cell : row->cells)
                cells.push_back(read_period_words(cell.text.str()));
        }
        short_years = short_year_row();
        bare_quarters = bare_quarter_row(rows);
        // Columns behind the last name hold what fell in no column.
        columns = std::min(columns, last_named() + 1);
    }

    int last_named() const {
        int last = 0;
        for (const GridRow* row : rows) {
            for (const GridCell& cell : row->cells) last = std::max(last, cell.last);
        }
        return last;
    }

    // The row "95  94  93"; not "52  53" over "Weeks", nor one beside whole years.
    const GridRow* short_year_row() const {
        const GridRow* found = nullptr;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const auto dated = [](const PeriodWord& word) { return word.year.has_value(); };
            for (const Words& cell : words[row]) {
                if (std::any_of(cell.begin(), cell.end(), dated)) return nullptr;
            }
            if (!prints_short_years(*rows[row])) continue;
            const bool counts = row + 1 < rows.size() && !rows[row + 1]->cells.empty() &&
                                is_length_unit(words_of(rows[row + 1]->cells.front().text.str()));
            if (!counts) found = rows[row];
        }
        return found;
    }

    const Words& words_of_cell(std::size_t row, const GridCell& cell) const {
        return words[row][static_cast<std::size_t>(&cell - rows[row]->cells.data())];
    }

    const GridCell* cell_at(std::size_t row, int column) const {
        for (const GridCell& cell : rows[row]->cells) {
            if (cell.first <= column && column <= cell.last) return &cell;
        }
        return nullptr;
    }

    // The lowest bare year over the column, under `row`.
    int year_under(std::size_t row, int column) const {
        int year = 0;
        for (std::size_t below = row + 1; below < rows.size(); ++below) {
            const GridCell* cell = cell_at(below, column);
            if (cell == nullptr || spans_all(*cell, columns)) continue;
            for (const PeriodWord& word : words_of_cell(below, *cell)) {
                if (is_date(word) && word.year && !word.month) year = *word.year;
            }
        }
        return year;
    }

    ColumnHead head_of(int column) const {
        ColumnHead head;
        std::string reading, own;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const GridCell* cell = cell_at(row, column);
            if (cell == nullptr || cell->text.empty()) continue;
            const Words& printed = words_of_cell(row, *cell);
            const auto words_in = [&](const std::string& text) {
                return text == cell->text.str() ? printed : read_period_words(text);
            };
            std::string text =
                deal_dates(cell->text.str(), printed, *cell, column, year_under(row, column));
            text = deal_lengths(text, words_in(text), *cell, column);
            head.span = join(head.span, cell->text.span());
            head.heading += (head.heading.empty() ? "" : " ") + text;
            if (rows[row] == short_years) text = long_year(text);
            if (rows[row] == bare_quarters) text = quarter_of(text);
            if (spans_all(*cell, columns)) {
                // A title inside the table: "CHANGES IN FINANCIAL POSITION" makes no column one.
                text = without(text, words_in(text), [](const PeriodWord& word) {
                    return word.kind == Kind::change || word.kind == Kind::ratio ||
                           word.kind == Kind::other || word.kind == Kind::adjusted ||
                           word.kind == Kind::reported;
                });
            } else {
                own += (own.empty() ? "" : " ") + text;
            }
            reading += (reading.empty() ? "" : " ") + text;
        }
        head.words = read_period_words(reading);
        head.own = own == reading ? head.words : read_period_words(own);
        head.name = words_left_over(own, head.own);
        if (head.name.empty() && is_of_country(own)) head.name = "us";
        return head;
    }

    // "Three / Months Ended / September 30," over all columns, as one line.
    std::string over_all() const {
        std::string text;
        for (const GridRow* row : rows) {
            for (const GridCell& cell : row->cells) {
                if (spans_all(cell, columns)) text += (text.empty() ? "" : " ") + cell.text.str();
            }
        }
        return text;
    }
};

bool is_percentage(std::string_view text) {
    const bool amount = std::any_of(text.begin(), text.end(), is_digit);
    return amount && text.find('%') != std::string_view::npos;
}

// Columns that print percentages beside columns that print amounts in the same rows.
void find_percent_columns(const Grid& grid, std::vector<ColumnHead>& heads) {
    const auto columns = static_cast<std::size_t>(grid.columns);
    std::vector<int> percents(columns), numbers(columns);
    for (const GridRow& row : grid.rows) {
        if (row.kind != GridRow::Kind::value) continue;
        for (const GridCell& cell : row.cells) {
            ++heads[static_cast<std::size_t>(std::clamp(cell.last, 0, grid.columns - 1))].amounts;
        }
        const bool all_percent = std::all_of(row.cells.begin(), row.cells.end(), [](const auto& c) {
            return is_percentage(c.text.str()) ||
                   std::none_of(c.text.str().begin(), c.text.str().end(), is_digit);
        });
        if (all_percent) continue;  // "Gross margin  41.2%  40.8%" says nothing of a column
        for (const GridCell& cell : row.cells) {
            const auto at = static_cast<std::size_t>(std::clamp(cell.last, 0, grid.columns - 1));
            const std::string& text = cell.text.str();
            if (std::none_of(text.begin(), text.end(), is_digit)) continue;
            ++(is_percentage(text) ? percents : numbers)[at];
        }
    }
    for (std::size_t i = 0; i < columns; ++i) {
        heads[i].percents = percents[i] >= 2 && numbers[i] * 10 <= percents[i];
    }
}

void add_line(std::string text, std::vector<HeadLine>& lines) {
    auto words = read_period_words(text);
    if (!words.empty()) lines.push_back({std::move(text), std::move(words)});
}

bool goes_on(std::string_view line, std::string_view next) {
    const std::string words = words_of(line), next_words = words_of(next);
    if (next_words.rfind("and ", 0) == 0) return true;
    if (!line.empty() && (line.back() == ',' || line.back() == '-')) return true;
    for (const std::string_view open :
         {"ended", "ending", "and", "of", "at", "the", "months", "weeks", "three", "six", "nine",
          "twelve", "period from", "periods from", "inception", "inception to"}) {
        const bool ends = words.size() >= open.size() &&
                          std::string_view{words}.substr(words.size() - open.size()) == open;
        if (ends) return true;
    }
    return false;
}

// A sentence or a footnote above a table dates nothing in it: "As of January 31, 1994, holders of
// record included ...", "(a) Refer to the glossary", "Note 9 - Reclassifications".
bool is_prose(std::string_view text) {
    if (text.size() > 200 || starts_with_ignoring_case(text, "note ")) return true;
    const bool mark = text.size() > 3 && text[0] == '(' && text[2] == ')';
    if (mark || text.starts_with('*')) return true;
    int small_words = 0;
    const bool sentence = text.ends_with('.');
    bool remark = false;  // "statements of income (three months and nine months ending Nov. 30)"
    for (const std::string_view word : parts_of(text, ' ')) {
        remark = remark || (word.starts_with('(') && !sentence);
        if (!remark && word.size() >= 3 && is_lower(word.front())) ++small_words;
        if (word.find(')') != word.npos) remark = false;
    }
    return small_words > (sentence ? 5 : 10);
}

// "/s/ Adams & Pell LLP", "Boston, Massachusetts", "December 12, 2016": an auditor signs above the
// statements; what follows the hand is its place and its day.
bool follows_signature(std::string_view text) {
    if (has_phrase(words_of(text), "llp")) return true;
    if (!has_digit(text)) {
        return text.size() < 40 && text.find(',') != text.npos;
    }
    const auto words = read_period_words(text);
    return words.size() == 1 && words_left_over(text, words).empty();
}

// "July 27, 2005" over the statement's title: a page's or a release's day, unless a quarter of the
// calendar ends with it or words say that something does.
bool is_day_of_page(std::string_view text) {
    bool day = false;
    for (const PeriodWord& word : read_period_words(text)) {
        if (word.ended || word.kind == Kind::as_of) return false;
        if (word.kind != Kind::date || !word.month || !word.day || !word.year) continue;
        const Date date = make_date(*word.year, *word.month, *word.day);
        day = day || *word.month % 3 != 0 || !is_month_end(date);
    }
    return day;
}

// Lines over the table, nearest first; one that breaks off ("FOR THE YEARS ENDED" / "MAY 31,
// 1996 AND 1995") is joined with the next.
std::vector<HeadLine> lines_above(const Grid& grid, const std::vector<const GridRow*>& rows) {
    std::vector<std::string> texts;
    bool signature = false;
    for (const Paragraph& paragraph : grid.above) {
        const std::string& text = paragraph.text.str();
        signature = text.find("/s/") != text.npos || (signature && follows_signature(text));
        if (!signature && !is_prose(text)) texts.push_back(text);
    }
    for (const GridRow* row : rows) {
        if (row->kind == GridRow::Kind::label) texts.push_back(row->label.str());
    }
    std::vector<std::string> joined;
    for (std::string& text : texts) {
        if (!joined.empty() && goes_on(joined.back(), text)) {
            joined.back() += " " + text;
        } else {
            joined.push_back(std::move(text));
        }
    }
    std::vector<HeadLine> lines;
    bool titled = false;
    for (auto it = joined.rbegin(); it != joined.rend(); ++it) {
        if (titled && is_day_of_page(*it)) continue;
        titled = titled || read_title(*it).names_kind;
        add_line(std::move(*it), lines);
    }
    return lines;
}

HeadRow head_row(const GridRow& row, const std::vector<Words>& of_cells) {
    HeadRow head;
    const std::string label = row.label.str();
    head.words = read_period_words(label);
    head.label_words = head.words.size();
    head.label_is_period = !head.words.empty() && words_left_over(label, head.words).empty();
    std::string cells;
    for (const Words& words : of_cells)
        head.words.insert(head.words.end(), words.begin(), words.end());
    for (const GridCell& cell : row.cells) cells += cell.text.str() + " ";
    head.joined = read_period_words(cells);
    return head;
}

}  // namespace

GridHead read_grid_head(const Grid& grid) {
    GridHead head;
    const std::vector<const GridRow*> rows = rows_over_amounts(grid);
    const HeadBuilder builder(rows, grid.columns);
    for (int column = 0; column < grid.columns; ++column) {
        head.columns.push_back(builder.head_of(column));
    }
    find_percent_columns(grid, head.columns);
    std::string labels;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const GridRow* row = rows[i];
        if (row->cells.empty()) continue;
        head.rows.push_back(head_row(*row, builder.words[i]));
        if (!row->label.empty()) labels += (labels.empty() ? "" : " ") + row->label.str();
    }
    add_line(builder.over_all(), head.beside);
    add_line(std::move(labels), head.beside);
    head.above = lines_above(grid, rows);
    return head;
}

}  // namespace fintool
