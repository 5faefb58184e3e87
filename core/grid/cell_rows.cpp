// Rows by their cells: see the header.
#include "grid/cell_rows.h"

#include <algorithm>

#include "base/phrase_set.h"
#include "base/text.h"
#include "grid/cell_columns.h"
#include "grid/remarks.h"
#include "value/month.h"

namespace fintool {

namespace {

constexpr std::size_t longest_column_name = 90;

int width_of(const std::vector<PlacedRow>& rows) {
    int width = 0;
    for (const PlacedRow& row : rows) width = std::max(width, row.cells.back().last + 1);
    return width;
}

// The first column with labels of amounts: a table may begin with columns of empty cells.
int label_column_of(const std::vector<PlacedRow>& rows) {
    int column = -1;
    for (const PlacedRow& row : rows) {
        const PlacedCell& first = row.cells.front();
        const bool amounts =
            std::any_of(row.cells.begin(), row.cells.end(),
                        [](const PlacedCell& cell) { return cell.look == CellLook::amount; });
        if (!amounts || first.look != CellLook::words) continue;
        if (column < 0 || first.first < column) column = first.first;
    }
    return std::max(column, 0);
}

// 2004, 2003, 2002 or 2004, 2003, 2004, 2003; not 1,987 and 2,010 without their commas.
bool are_neighbour_years(const PlacedRow& row) {
    int last = 0;
    for (const PlacedCell& cell : row.cells) {
        if (cell.look != CellLook::year) continue;
        int year = 0;
        for (const char c : cell.text.str().substr(0, 4)) year = year * 10 + (c - '0');
        if (last != 0 && std::abs(year - last) > 5) return false;
        last = year;
    }
    return true;
}

struct Counts {
    int amounts = 0, years = 0, words = 0, named = 0;
    int weak = 0;  // amounts that a header may hold too: "--", "(1)"
};

bool is_weak(std::string_view text) {
    const bool mark = text.size() == 3 && text.front() == '(' && text.back() == ')';
    return mark || !has_digit(text);
}

Counts count_cells(const PlacedRow& row) {
    Counts out;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const PlacedCell& cell = row.cells[i];
        if (cell.look == CellLook::year && are_neighbour_years(row)) {
            ++out.years;
        } else if (is_amount_cell(row, i)) {
            ++out.amounts;
            if (is_weak(cell.text.str())) ++out.weak;
        } else {
            ++out.words;
            const std::string& text = cell.text.str();
            if ((names_period(text) || names_column(text)) && text.size() <= longest_column_name) {
                ++out.named;
            }
        }
    }
    return out;
}

// "(In thousands)", "Year ended December 31,", "Fiscal": what a header says over the labels.
bool is_header_label(const PlacedCell& cell) {
    const std::string& text = cell.text.str();
    return cell.look != CellLook::words || text.front() == '(' || names_period(text) ||
           names_column(text);
}

// "Total cost of revenues | 1964 | 1964": no header names one year twice beside a row's label.
bool repeats_year(const PlacedRow& row) {
    const std::string* last = nullptr;
    for (const PlacedCell& cell : row.cells) {
        if (cell.look != CellLook::year) continue;
        if (last != nullptr && *last == cell.text.str()) return true;
        last = &cell.text.str();
    }
    return false;
}

// Years in a row: a header unless they are figures of a row with a name of its own.
bool years_name_columns(const PlacedRow& row, const Counts& counts, int labels, bool seen_values) {
    if (counts.amounts > 0 || counts.years == 0) return false;
    const PlacedCell& first = row.cells.front();
    if (first.look == CellLook::year && first.first <= labels && row.cells.size() == 1)
        return false;
    if (!seen_values) return true;
    return first.look == CellLook::year ? counts.years > 1
                                        : is_header_label(first) && !repeats_year(row);
}

// "Selected Cash Flow Information: | Six Months Ended June 30,": the label heads the rows below as
// the length heads their columns.
bool names_lengths_alone(const PlacedRow& row, int labels) {
    bool any = false;
    for (const PlacedCell& cell : row.cells) {
        if (cell.first <= labels) continue;
        const std::string& text = cell.text.str();
        const bool length = text.size() <= longest_column_name && names_period(text) &&
                            has_phrase(words_of(text), "ended");
        if (!length) return false;
        any = true;
    }
    return any;
}

// `labels`: the column as written in which labels stand.
RowUse use_of(const PlacedRow& row, int width, int labels, bool seen_values) {
    const Counts counts = count_cells(row);
    const PlacedCell& first = row.cells.front();
    const bool labelled = first.first <= labels;
    if (years_name_columns(row, counts, labels, seen_values)) return RowUse::header;
    if (row.cells.size() == 1 && counts.amounts == 0) {
        const bool wide = first.last - first.first + 1 > width / 2 && width > 2;
        if (!labelled && !wide) {
            return counts.named > 0 || !seen_values ? RowUse::header : RowUse::label;
        }
        if (!labelled && counts.named > 0) return RowUse::header;
        return wide ? RowUse::title : RowUse::label;
    }
    const int over_columns = counts.words - (labelled ? 1 : 0);
    const bool only_weak = counts.amounts == counts.weak && over_columns > 0;
    if (counts.amounts > 0 && !(only_weak && counts.named > 0 && !seen_values)) {
        return RowUse::value;
    }
    if (!seen_values || names_lengths_alone(row, labels)) return RowUse::header;
    const int named_over = counts.named - (labelled && is_header_label(first) ? 1 : 0);
    const bool label_fits = !labelled || is_header_label(first);
    if (over_columns > 0 && named_over * 2 >= over_columns && named_over > 0 && label_fits) {
        return RowUse::header;
    }
    return counts.years > 0 || over_columns > 0 ? RowUse::value : RowUse::label;
}

std::string header_text(const PlacedRow& row) {
    std::string out;
    for (const PlacedCell& cell : row.cells) out += words_of(cell.text.str()) + "|";
    return out;
}

// A header that starts over names a period, or at least two columns.
bool starts_over(const std::vector<PlacedRow>& rows, const std::vector<RowUse>& uses, int labels,
                 std::size_t begin) {
    for (std::size_t i = begin; i < rows.size() && uses[i] != RowUse::value; ++i) {
        if (uses[i] != RowUse::header) continue;
        const auto over =
            std::count_if(rows[i].cells.begin(), rows[i].cells.end(),
                          [&](const PlacedCell& cell) { return cell.first > labels; });
        if (over >= 2) return true;
        for (const PlacedCell& cell : rows[i].cells) {
            const std::string& text = cell.text.str();
            if (cell.first > labels && names_period(text) && has_digit(text)) return true;
        }
    }
    return false;
}

// "Consolidated Statements of Cash Flows" over the same "First Quarter" as the statement before it.
bool has_new_title(const std::vector<PlacedRow>& rows, std::size_t begin, std::size_t end) {
    static constexpr PhraseSet goes_on({"continued", "cont d", "concluded"});
    return std::any_of(rows.data() + begin, rows.data() + end, [](const PlacedRow& row) {
        const std::string& text = row.cells.front().text.str();
        return row.cells.size() == 1 && names_statement(text) && !goes_on.any_in(words_of(text));
    });
}

bool is_count(std::string_view text) {
    return text.size() <= 2 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_unit(std::string_view text) {
    const std::string words = words_of(text);
    return words.starts_with("week") || words.starts_with("month");
}

// "13 | 13" over "Weeks | Weeks", "6 | 6" over the second half of "Quarter | Quarter | Months |
// Months": a stacked header counts its weeks in a row of their own.
bool counts_units_below(const PlacedRow& row, const PlacedRow& below) {
    if (row.cells.front().first == 0) return false;
    return std::all_of(row.cells.begin(), row.cells.end(), [&](const PlacedCell& cell) {
        if (cell.look != CellLook::words && !is_count(cell.text.str())) return false;
        return std::any_of(below.cells.begin(), below.cells.end(), [&](const PlacedCell& unit) {
            return unit.first == cell.first && unit.last == cell.last && is_unit(unit.text.str());
        });
    });
}

// "June | March" over "30 | 31": the days of the months over them.
bool gives_days(const PlacedRow& row, const PlacedRow& above) {
    return row.cells.size() > 1 && row.cells.front().first > 0 &&
           std::all_of(row.cells.begin(), row.cells.end(), [&](const PlacedCell& cell) {
               const std::string& day = cell.text.str();
               if (day.size() != 2 || day < "28" || day > "31") return false;
               return std::any_of(above.cells.begin(), above.cells.end(), [&](const auto& month) {
                   return month.first <= cell.last && cell.first <= month.last &&
                          names_month(words_of(month.text.str()));
               });
           });
}

// "(in thousands, | 1996 | 1995" / "except for per share data)": what the label of a header's row
// opens, rows of words below it close. Rows above the header may open it, too.
void take_remarks(const std::vector<PlacedRow>& rows, std::vector<RowUse>& uses) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::vector<std::string_view> texts;
        bool header = false;
        const std::size_t end = std::min(rows.size(), i + longest_remark);
        for (std::size_t k = i; k < end && uses[k] != RowUse::value; ++k) {
            const bool alone = rows[k].cells.size() == 1;
            if (!alone && uses[k] != RowUse::header) break;
            texts.push_back(rows[k].cells.front().text.str());
        }
        const std::size_t length = remark_length(texts);
        for (std::size_t k = i; k < i + length; ++k) header = header || uses[k] == RowUse::header;
        for (std::size_t k = i; header && k < i + length; ++k) uses[k] = RowUse::header;
        i += std::max<std::size_t>(length, 1) - 1;
    }
}

// Tab text sets a title where a header's first cell stands: "\tCONDENSED BALANCE SHEETS". It and
// the lone texts over it are titles, and so are remarks below: "\t(In thousands)".
void take_titles(const std::vector<PlacedRow>& rows, std::vector<RowUse>& uses) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < rows.size() && uses[i] != RowUse::value; ++i) {
        if (rows[i].cells.size() != 1) break;
        const std::string& text = rows[i].cells.front().text.str();
        const bool remark = end > 0 && text.front() == '(';
        if (names_statement(text) || remark) end = i + 1;
    }
    for (std::size_t i = 0; i < end; ++i) {
        if (uses[i] == RowUse::header) uses[i] = RowUse::title;
    }
}

}  // namespace

std::vector<RowUse> find_uses(const std::vector<PlacedRow>& rows) {
    std::vector<RowUse> uses;
    const int width = rows.empty() ? 0 : width_of(rows);
    const int labels = label_column_of(rows);
    bool seen_values = false;
    for (const PlacedRow& row : rows) {
        const bool counts =
            (&row != &rows.back() && !row.cells.empty() && counts_units_below(row, *(&row + 1))) ||
            (!uses.empty() && uses.back() == RowUse::header && gives_days(row, *(&row - 1)));
        uses.push_back(counts ? RowUse::header : use_of(row, width, labels, seen_values));
        // Under a header that starts over, rows of names are header again.
        if (uses.back() == RowUse::value) seen_values = true;
        if (uses.back() == RowUse::header) seen_values = false;
    }
    take_remarks(rows, uses);
    take_titles(rows, uses);
    return uses;
}

std::vector<std::size_t> find_starts(const std::vector<PlacedRow>& rows,
                                     const std::vector<RowUse>& uses) {
    std::vector<std::size_t> starts = {0};
    const int labels = label_column_of(rows);
    std::string header;  // of the part that is open
    bool seen_values = false;
    std::size_t after_values = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (uses[i] == RowUse::value) {
            seen_values = true;
            after_values = i + 1;
        }
        if (uses[i] != RowUse::header) continue;
        std::string text;
        std::size_t end = i;
        for (; end < rows.size() && uses[end] != RowUse::value; ++end) {
            if (uses[end] == RowUse::header) text += header_text(rows[end]);
        }
        if (!seen_values) {
            header = text;
        } else if ((text != header || has_new_title(rows, after_values, i)) &&
                   starts_over(rows, uses, labels, i)) {
            starts.push_back(after_values);
            header = text;
            seen_values = false;
        }
        i = end - 1;
    }
    return starts;
}

}  // namespace fintool
