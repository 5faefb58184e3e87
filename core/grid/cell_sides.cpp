// Side by side in cells: see the header. The witness is a second column of labels behind the first
// amounts, no two of them alike, with as many columns of amounts as the first.
#include "grid/cell_sides.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/text.h"
#include "grid/cell_columns.h"

namespace fintool {
namespace {

bool is_label(const PlacedCell& cell) {
    const std::string& text = cell.text.str();
    return cell.look == CellLook::words && text.size() >= 3 && is_alpha(text.front()) &&
           !names_period(text);
}

// The words of a row that have a label and amounts before them and amounts behind them.
const PlacedCell* label_between_amounts(const PlacedRow& row) {
    if (!is_label(row.cells.front())) return nullptr;
    const PlacedCell* label = nullptr;
    bool amounts = false;
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
        const bool amount = is_amount_cell(row, i);
        if (amount && label != nullptr) return label;
        amounts = amounts || amount;
        if (amounts && label == nullptr && is_label(row.cells[i])) label = &row.cells[i];
    }
    return nullptr;
}

int value_columns(const std::vector<PlacedRow>& rows) {
    std::vector<bool> values;
    for (const PlacedRow& row : rows) {
        bool amounts = false;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            amounts = amounts || (row.cells[i].look != CellLook::year && is_amount_cell(row, i));
        values.push_back(amounts);
    }
    return find_value_columns({rows.data(), rows.data() + rows.size()}, values).size();
}

}  // namespace

std::optional<int> second_label_column(const std::vector<PlacedRow>& rows) {
    constexpr int fewest = 4;
    std::map<int, int> starts;
    std::set<std::string> labels;
    int values = 0, both = 0;
    for (const PlacedRow& row : rows) {
        bool amounts = false;
        for (std::size_t i = 1; i < row.cells.size(); ++i)
            amounts = amounts || is_amount_cell(row, i);
        if (amounts) ++values;
        const PlacedCell* label = label_between_amounts(row);
        if (label == nullptr) continue;
        ++both;
        ++starts[label->first];
        labels.insert(words_of(label->text.str()));
    }
    const auto distinct = static_cast<int>(labels.size());
    if (both < fewest || both * 5 < values * 2 || distinct < both) return std::nullopt;
    const int column = starts.begin()->first;
    const auto sides = both_sides(rows, column);
    const int left = value_columns(sides[0]), right = value_columns(sides[1]);
    return left > 0 && left == right ? std::optional(column) : std::nullopt;
}

std::array<std::vector<PlacedRow>, 2> both_sides(const std::vector<PlacedRow>& rows, int column) {
    std::array<std::vector<PlacedRow>, 2> sides;
    for (const PlacedRow& row : rows) {
        std::array<PlacedRow, 2> cut;
        for (PlacedRow& side : cut) {
            side = row;
            side.cells.clear();
        }
        for (const PlacedCell& cell : row.cells) {
            if (cell.first < column) cut[0].cells.push_back(cell);
            if (cell.last < column) continue;
            PlacedCell moved = cell;
            for (int* place : {&moved.first, &moved.last, &moved.core_first, &moved.core_last})
                *place = std::max(*place - column, 0);
            cut[1].cells.push_back(std::move(moved));
        }
        for (std::size_t i = 0; i < sides.size(); ++i)
            if (!cut[i].cells.empty()) sides[i].push_back(std::move(cut[i]));
    }
    return sides;
}

}  // namespace fintool
