// Places of tab text: see the header.
#include "document/tab_rows.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "document/pipe_rows_words.h"

namespace fintool {
namespace {

// Cells from an amount's sign to its digits, or of a column.
struct Place {
    std::size_t first = 0, last = 0;
};

struct Row {
    std::size_t size = 0;            // cells, empty ones behind the last text included
    std::vector<Place> amounts;      // with the signs right before them
    std::vector<std::size_t> names;  // cells with other texts behind the label
    bool blank = false;              // has an empty cell behind its label
};

Row read_row(const RawRow& raw) {
    Row row;
    row.size = raw.cells.size();
    for (std::size_t i = 1; i < raw.cells.size(); ++i) {
        const std::string& text = raw.cells[i].text.str();
        row.blank = row.blank || text.empty();
        if (is_pipe_amount(text)) {
            const std::string& before = raw.cells[i - 1].text.str();
            const bool sign = i > 1 && !before.empty() && is_pipe_prefix(before);
            row.amounts.push_back({sign ? i - 1 : i, i});
        } else if (!text.empty() && !is_pipe_prefix(text) && !is_pipe_suffix(text, true)) {
            row.names.push_back(i);
        }
    }
    return row;
}

bool are_level(const std::vector<Row>& rows) {
    return std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
        return row.size < 2 || row.size == rows.front().size || rows.front().size < 2;
    });
}

// The most amounts that two rows have.
std::size_t count_columns(const std::vector<Row>& rows) {
    std::map<std::size_t, int> counts;
    for (const Row& row : rows) ++counts[row.amounts.size()];
    const auto most =
        std::find_if(counts.rbegin(), counts.rend(), [](const auto& it) { return it.second > 1; });
    return most == counts.rend() ? 0 : most->first;
}

// Where two rows have an amount: those that overlap are one column.
std::vector<Place> find_places(const std::vector<Row>& rows) {
    std::map<std::pair<std::size_t, std::size_t>, int> counts;
    for (const Row& row : rows) {
        for (const Place& amount : row.amounts) ++counts[{amount.first, amount.last}];
    }
    std::vector<Place> out;
    for (const auto& [place, times] : counts) {
        if (times < 2) continue;
        if (out.empty() || place.first > out.back().last) {
            out.push_back({place.first, place.second});
        } else {
            out.back().last = std::max(out.back().last, place.second);
        }
    }
    return out;
}

// "$ | 13,121 | $ | 7,219" over "13,448 | 7,975": both amounts below stand under the first.
bool share_a_place(const Row& row, const std::vector<Place>& places) {
    return std::any_of(places.begin(), places.end(), [&](const Place& place) {
        return std::count_if(row.amounts.begin(), row.amounts.end(), [&](const Place& amount) {
                   return place.first <= amount.last && amount.last <= place.last;
               }) > 1;
    });
}

// "2008 | 2007 | 2008 | 2007" over "$ | 13,121 | | $ | 7,219": names stand at their amounts or at
// the signs before them.
bool names_misfit(const Row& row, const std::vector<Place>& places) {
    if (!row.amounts.empty() || row.names.size() != places.size()) return false;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool before = i > 0 && row.names[i] <= places[i - 1].last;
        if (before || row.names[i] > places[i].last) return true;
    }
    return false;
}

}  // namespace

bool are_displaced(std::span<const RawRow> raws) {
    std::vector<Row> rows;
    for (const RawRow& raw : raws) {
        if (raw.cells.size() > 1) rows.push_back(read_row(raw));
    }
    if (are_level(rows)) return false;
    const std::size_t columns = count_columns(rows);
    if (columns == 0) return false;
    const std::vector<Place> places = find_places(rows);
    const bool misfit = std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
        return share_a_place(row, places) || names_misfit(row, places);
    });
    if (misfit || places.size() > columns) return true;
    // No empty cell in any row, and rows of fewer amounts: which are missing nobody can tell.
    const bool blanks = std::any_of(rows.begin(), rows.end(), [](const Row& r) { return r.blank; });
    return !blanks && std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
        return !row.amounts.empty() && row.amounts.size() < columns;
    });
}

}  // namespace fintool
