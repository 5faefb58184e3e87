// See the header. A run is recognised by its lone amounts; its rows are the texts that they follow.
// How many columns there are, and which row lacks one, is settled by align_pipe_rows.
#include "document/stacked_cells.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "document/pipe_rows.h"
#include "document/text_reader_words.h"

namespace fintool {
namespace {

enum class What { label, amount, mark, year };

struct Item {
    MappedText text;
    What what = What::label;
    std::size_t line = 0;  // index into the lines
    int number = 0;        // of the line in the file
};

constexpr std::size_t kFewestAmounts = 8;   // lone amounts that make a run
constexpr std::size_t kLongestLabel = 160;  // characters; a longer line is prose
constexpr int kMostLabels = 8;              // texts in a row without an amount within a table
constexpr int kMostHeaderItems = 16;

// "$", ")", "%": belongs to the amount before or behind it.
bool is_mark(std::string_view text) {
    return text == "US$" || text.find_first_not_of("$()%* ") == text.npos;
}

What what_is(std::string_view text) {
    if (opens_with_words(text)) return What::label;
    if (is_mark(text)) return What::mark;
    const auto words = words_in(text);
    if (words.size() != 1 || !words[0].is_amount()) return What::label;
    return words[0].year ? What::year : What::amount;
}

std::string_view bare(std::string_view text) {
    text = trim(text);
    if (text.ends_with('|')) text = trim(text.substr(0, text.size() - 1));
    if (text.starts_with('|')) text = trim(text.substr(1));
    return text;
}

bool has_run(const std::vector<Line>& lines, std::size_t from) {
    std::size_t amounts = 0;
    for (std::size_t i = from; i < lines.size() && amounts < kFewestAmounts; ++i) {
        const std::string_view text = bare(lines[i].text.str());
        if (!text.empty() && what_is(text) == What::amount) ++amounts;
    }
    return amounts >= kFewestAmounts;
}

// Lines without their "|"; lines that hold nothing else are gone, and so are lines with more than
// one "|": those are rows of a pipe table.
std::vector<Item> read_items(const std::vector<Line>& lines, std::size_t from) {
    std::vector<Item> items;
    for (std::size_t i = from; i < lines.size(); ++i) {
        MappedText text = lines[i].text.trimmed();
        if (!text.empty() && text.str().back() == '|') {
            text = text.substr(0, text.size() - 1).trimmed();
        }
        if (!text.empty() && text.str().front() == '|')
            text = text.substr(1, text.size()).trimmed();
        if (text.empty()) continue;
        const What what = what_is(text.str());
        items.push_back({std::move(text), what, i, lines[i].number});
    }
    return items;
}

bool has_any_word(std::string_view words, const std::vector<std::string_view>& any) {
    return std::any_of(any.begin(), any.end(),
                       [&](std::string_view word) { return has_phrase(words, word); });
}

bool names_length(const std::string& words) {
    static const std::vector<std::string_view> kWords = {"ended",   "months", "weeks",
                                                         "quarter", "years",  "year"};
    return has_any_word(words, kWords);
}

// "September 27,", "Jun 30, 2026", "As of".
bool names_day(const std::string& words) {
    static const std::vector<std::string_view> kMonths = {
        "january",   "february", "march",    "april",    "may",  "june", "july", "august",
        "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
        "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"};
    const bool digit = std::any_of(words.begin(), words.end(), is_digit);
    return has_phrase(words, "as of") || (digit && has_any_word(words, kMonths));
}

bool is_header(const Item& item) {
    if (item.what == What::year) return true;
    const std::string words = words_of(item.text.str());
    static const std::vector<std::string_view> kScales = {"thousands", "millions", "unaudited"};
    const bool scale = has_any_word(words, kScales);
    return item.text.size() <= 80 && (names_length(words) || names_day(words) || scale);
}

bool ends_in_year(std::string_view text) {
    const auto words = words_in(text);
    return !words.empty() && words.back().year;
}

// "2020 (Unaudited)" is the year of the day above it.
bool is_marked_year(std::string_view text) {
    const auto words = words_in(text);
    return words.size() == 2 && words[0].year && text[words[1].begin] == '(';
}

RawRow row_of(const Item& first) {
    RawRow row;
    row.cells.emplace_back();
    row.first_line = row.last_line = first.number;
    return row;
}

void add_cell(RawRow& row, const Item& item) {
    RawCell cell;
    cell.text = item.text.folded();
    row.cells.push_back(std::move(cell));
    row.last_line = item.number;
}

// "September 27," / "2014" / "September 28," / "2013" are two dates, "Three Months Ended" /
// "March 31," / "Six Months Ended" / "March 31," two lengths; "Three Months Ended" / "June 30," /
// "2014" / "2013" are three rows of names.
void add_header(const std::vector<Item>& items, std::size_t begin, std::size_t end,
                CellTable& table) {
    const auto rank = [](const Item& item) {
        if (item.what == What::year || is_marked_year(item.text.str())) return 3;
        const std::string words = words_of(item.text.str());
        if (names_length(words)) return 1;
        return names_day(words) ? 2 : 0;
    };
    int days_of_lengths = 0;
    for (std::size_t i = begin + 1; i < end; ++i) {
        if (rank(items[i - 1]) == 1 && rank(items[i]) == 2) ++days_of_lengths;
    }
    int last = -1;
    for (std::size_t i = begin; i < end; ++i) {
        const int now = rank(items[i]);
        const bool day_of_length =
            days_of_lengths > 1 && i > begin && now == 2 && rank(items[i - 1]) == 1;
        const bool open = i > begin && rank(items[i - 1]) == 2 && now == 3 &&
                          !ends_in_year(items[i - 1].text.str());
        const bool pairs = open && (i + 1 == end || rank(items[i + 1]) == 2);
        if ((pairs || day_of_length) && !table.rows.empty() && table.rows.back().cells.size() > 1) {
            MappedText& text = table.rows.back().cells.back().text;
            text.append_invented(" ");
            text.append(items[i].text.folded());
            continue;
        }
        if (now == 0) {
            RawRow row = row_of(items[i]);
            row.cells[0].text = items[i].text.folded();
            table.rows.push_back(std::move(row));
            last = -1;
            continue;
        }
        if (now != last) table.rows.push_back(row_of(items[i]));
        add_cell(table.rows.back(), items[i]);
        last = now;
    }
}

void add_rows(const std::vector<Item>& items, std::size_t begin, std::size_t end,
              CellTable& table) {
    for (std::size_t i = begin; i < end; ++i) {
        if (items[i].what == What::label || i == begin) {
            table.rows.push_back(row_of(items[i]));
            if (items[i].what == What::label) {
                table.rows.back().cells[0].text = items[i].text.folded();
                continue;
            }
        }
        add_cell(table.rows.back(), items[i]);
    }
}

// "March 31," over "2020", or over the next day: columns are named, though nothing says a length.
bool opens_days(const std::vector<Item>& items, std::size_t i) {
    constexpr std::size_t longest = 20;
    if (i + 1 >= items.size() || items[i].text.size() > longest) return false;
    const std::string next = items[i + 1].text.str();
    return names_day(words_of(items[i].text.str())) &&
           (items[i + 1].what == What::year || is_marked_year(next) ||
            (next.size() <= longest && names_day(words_of(next))));
}

// The items behind `first` that go on with the table.
std::size_t items_end(const std::vector<Item>& items, std::size_t first, std::size_t& amounts) {
    std::size_t end = first;
    int labels = 0;
    for (std::size_t i = first; i < items.size() && labels <= kMostLabels; ++i) {
        const bool prose = items[i].text.size() > kLongestLabel;
        if (prose || std::count(items[i].text.str().begin(), items[i].text.str().end(), '|') > 0) {
            break;
        }
        if (items[i].what == What::label) {
            // Names of columns behind amounts belong to the next table.
            const bool names = is_header(items[i]) && names_length(words_of(items[i].text.str()));
            if (amounts > 0 && labels > 0 && (names || opens_days(items, i))) break;
            ++labels;
            continue;
        }
        if (items[i].what == What::amount) ++amounts;
        labels = 0;
        end = i + 1;
    }
    return end;
}

}  // namespace

std::optional<StackedTable> find_stacked_table(const std::vector<Line>& lines, std::size_t from) {
    if (!has_run(lines, from)) return std::nullopt;
    const std::vector<Item> items = read_items(lines, from);
    for (std::size_t i = 1; i + 1 < items.size();) {
        const bool row = items[i - 1].what == What::label && items[i].what != What::label &&
                         items[i].what != What::year;
        if (!row) {
            ++i;
            continue;
        }
        std::size_t amounts = 0;
        const std::size_t end = items_end(items, i, amounts);
        if (amounts < kFewestAmounts || amounts * 4 < end - i) {
            i = std::max(end, i + 1);
            continue;
        }
        std::size_t body = i - 1;
        for (int k = 0; k < kMostLabels / 2 && body > 0 && !is_header(items[body - 1]); ++k) {
            if (items[body - 1].what != What::label) break;
            --body;
        }
        if (body == 0 || !is_header(items[body - 1])) body = i - 1;
        std::size_t begin = body;
        while (begin > 0 && body - begin < kMostHeaderItems && is_header(items[begin - 1])) --begin;
        StackedTable found;
        add_header(items, begin, body, found.table);
        add_rows(items, body, end, found.table);
        found.table = align_pipe_rows(std::move(found.table));
        found.begin = items[begin].line;
        found.end = items[end - 1].line + 1;
        return found;
    }
    return std::nullopt;
}

}  // namespace fintool
