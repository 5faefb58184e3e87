// See the header. A run is recognised by its lone amounts; its rows are the texts that they follow.
// How many columns there are, and which row lacks one, is settled by align_pipe_rows.
#include "document/stacked_cells.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "base/word_set.h"
#include "document/pipe_rows.h"
#include "document/pipe_rows_words.h"
#include "document/text_marks.h"
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

// "8,641,000." and "2008." are dirt behind an amount or a year; "2008." behind a text ends it.
void drop_stop(MappedText& text, const std::vector<Item>& items) {
    const std::size_t end = end_before_stop(text.str());
    if (end == text.size()) return;
    MappedText bare_text = text.substr(0, end);
    const bool year = what_is(bare_text.str()) == What::year;
    if (!year || (!items.empty() && items.back().what != What::label)) text = std::move(bare_text);
}

// "*" between two texts stands in front of the second; behind an amount it is a mark.
void drop_bullets(std::vector<Item>& items) {
    std::vector<Item> kept;
    for (std::size_t i = 0; i < items.size(); ++i) {
        std::size_t next = i;
        while (next < items.size() && items[next].text.str() == "*") ++next;
        const bool after_text = kept.empty() || kept.back().what == What::label;
        const bool before_text = next == items.size() || items[next].what == What::label;
        if (next > i && after_text && before_text) {
            i = next - 1;
        } else {
            kept.push_back(std::move(items[i]));
        }
    }
    items = std::move(kept);
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
        if (text.empty() || text.str() == ".") continue;
        drop_stop(text, items);
        const What what = what_is(text.str());
        items.push_back({std::move(text), what, i, lines[i].number});
    }
    drop_bullets(items);
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

// "September 27,", "Jun 30, 2026", "As of", "September" over a year.
bool names_day(const std::string& words) {
    static const std::vector<std::string_view> kMonths = {
        "january",   "february", "march",    "april",    "may",  "june", "july", "august",
        "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
        "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"};
    const bool digit = std::any_of(words.begin(), words.end(), is_digit);
    const bool month = std::find(kMonths.begin(), kMonths.end(), words) != kMonths.end();
    return month || has_phrase(words, "as of") || (digit && has_any_word(words, kMonths));
}

// "Second quarter revenues increase 17% over last fiscal year" is a sentence, whatever it names.
bool is_sentence(std::string_view text) {
    constexpr int most_others = 4, few = 4;
    const std::string words = words_of(text);
    if (text.ends_with('.') && std::count(words.begin(), words.end(), ' ') > few) return true;
    static constexpr WordSet known({"three", "six", "nine", "twelve", "thirteen", "twenty", "for",
                                    "the", "and", "of", "in", "at", "as", "to", "from", "through",
                                    "period", "periods", "fiscal", "ended", "ending", "months",
                                    "month", "weeks", "week", "quarter", "quarters", "year",
                                    "years", "unaudited", "audited", "thousands", "millions",
                                    "dollars", "except", "per", "share", "data", "amounts"});
    int others = 0;
    for (const std::string_view word : parts_of(words, ' ')) {
        if (!known.contains(word) && std::none_of(word.begin(), word.end(), is_digit)) ++others;
    }
    return others > most_others;
}

// "3Q 2009", "Q3 2009", "9M 2009", "FY 2009"
bool names_code(const std::string& words) {
    const auto parts = split(words, ' ');
    if (parts.size() != 2 || !ends_in_year(parts[1])) return false;
    static constexpr WordSet codes({"1q", "2q", "3q", "4q", "q1", "q2", "q3", "q4", "3m", "6m",
                                    "9m", "12m", "1h", "2h", "h1", "h2", "fy"});
    return codes.contains(parts[0]);
}

bool is_header(const Item& item) {
    if (item.what == What::year) return true;
    const std::string words = words_of(item.text.str());
    static const std::vector<std::string_view> kScales = {"thousands", "millions", "unaudited",
                                                          "audited"};
    const bool scale = has_any_word(words, kScales);
    return item.text.size() <= 80 && (names_length(words) || names_day(words) ||
                                      names_code(words) || names_change(item.text.str()) || scale);
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
        return names_day(words) || names_code(words) ? 2 : 0;
    };
    int days_of_lengths = 0;
    for (std::size_t i = begin + 1; i < end; ++i) {
        if (rank(items[i - 1]) == 1 && rank(items[i]) == 2) ++days_of_lengths;
    }
    int last = -1;
    for (std::size_t i = begin; i < end; ++i) {
        // "2014", "Change", "2013": in the row that is open
        const bool change = names_change(items[i].text.str());
        const int now = change ? std::max(last, 2) : rank(items[i]);
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
        const std::string words = words_of(items[i].text.str());
        if (last > 0 && (words == "unaudited" || words == "audited")) continue;
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

std::size_t amounts_in(const RawRow& row) {
    return static_cast<std::size_t>(
        std::count_if(row.cells.begin() + 1, row.cells.end(), [](const RawCell& cell) {
            const auto words = words_in(cell.text.str());
            return words.size() == 1 && words[0].is_amount();
        }));
}

// "(20,029" ")" "132,423" "97,413" behind a row of two amounts: a subtotal has no label of its own,
// and its amounts follow those of the row before. Few rows of twice as many amounts as the others
// have are two.
void part_subtotals(CellTable& table, std::size_t begin) {
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t i = begin; i < table.rows.size(); ++i) ++counts[amounts_in(table.rows[i])];
    counts.erase(0);
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == counts.end() || most->first < 2) return;
    const std::size_t single = most->second, twice = counts[2 * most->first];
    std::size_t all = 0;
    for (const auto& [amounts, times] : counts) all += times;
    constexpr std::size_t fewest = 8;
    if (single < fewest || twice * 3 > single || (single + twice) * 20 < all * 19) return;
    std::vector<RawRow> rows(table.rows.begin(), table.rows.begin() + static_cast<long>(begin));
    for (std::size_t i = begin; i < table.rows.size(); ++i) {
        RawRow& row = table.rows[i];
        const bool two = amounts_in(row) == 2 * most->first;
        RawRow second = row;
        second.cells.resize(1);
        second.cells[0].text = {};
        std::size_t amounts = 0;
        std::size_t at = 1;
        for (; two && at < row.cells.size(); ++at) {
            const auto words = words_in(row.cells[at].text.str());
            const bool amount = words.size() == 1 && words[0].is_amount();
            if (amount && amounts == most->first) break;
            amounts += amount ? 1 : 0;
        }
        while (two && row.cells[at - 1].text.str() == "$") --at;
        if (two) {
            second.cells.insert(second.cells.end(), row.cells.begin() + static_cast<long>(at),
                                row.cells.end());
            row.cells.resize(at);
        }
        rows.push_back(std::move(row));
        if (two) rows.push_back(std::move(second));
    }
    table.rows = std::move(rows);
}

// "March 31," over "2020", or over the next day; "3Q 2009" over "3Q 2008": columns are named,
// though nothing says a length.
bool opens_days(const std::vector<Item>& items, std::size_t i) {
    constexpr std::size_t longest = 20;
    if (i + 1 >= items.size() || items[i].text.size() > longest) return false;
    const std::string next = items[i + 1].text.str();
    if (names_code(words_of(items[i].text.str()))) return names_code(words_of(next));
    return names_day(words_of(items[i].text.str())) &&
           (items[i + 1].what == What::year || is_marked_year(next) ||
            (next.size() <= longest && names_day(words_of(next))));
}

// "June 30," over "2010", "3Q 2009" over "3Q 2008": right behind amounts it is no row's label.
bool opens_year(const std::vector<Item>& items, std::size_t i) {
    const std::string& text = items[i].text.str();
    return names_code(words_of(text)) || (!ends_in_year(text) && items[i + 1].what == What::year);
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
            const bool days = opens_days(items, i) && (labels > 0 || opens_year(items, i));
            if (amounts > 0 && ((labels > 0 && names) || days)) break;
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
        while (begin > 0 && body - begin < kMostHeaderItems && is_header(items[begin - 1]) &&
               !is_sentence(items[begin - 1].text.str())) {
            --begin;
        }
        StackedTable found;
        add_header(items, begin, body, found.table);
        const std::size_t header_rows = found.table.rows.size();
        add_rows(items, body, end, found.table);
        part_subtotals(found.table, header_rows);
        found.table = align_pipe_rows(std::move(found.table));
        found.begin = items[begin].line;
        found.end = items[end - 1].line + 1;
        return found;
    }
    return std::nullopt;
}

}  // namespace fintool
