// Two tables -> one: see the header. Tables as wide as each other join as they are; else the names
// are dealt out over the columns of amounts in their order.
#include "grid/cell_joined.h"

#include <algorithm>

#include "base/text.h"
#include "grid/cell_columns.h"
#include "grid/cell_rows.h"
#include "grid/grid.h"

namespace fintool {
namespace {

struct LaidOut {
    std::vector<PlacedRow> rows;
    std::vector<RowUse> uses;
};

LaidOut laid_out(const CellTable& table) {
    LaidOut out;
    out.rows = lay_out(table);
    if (!out.rows.empty()) out.uses = find_uses(out.rows);
    return out;
}

int width_of(const CellTable& table) {
    int width = 0;
    for (const RawRow& row : table.rows) {
        int own = 0;
        for (const RawCell& cell : row.cells) own += std::max(cell.colspan, 1);
        width = std::max(width, own);
    }
    return width;
}

bool names_end(const PlacedCell& cell) {
    const std::string& text = cell.text.str();
    return cell.look == CellLook::year || (names_period(text) && has_digit(text));
}

// Rows of amounts, and no header over the first of them.
bool lacks_header(const LaidOut& body) {
    const auto first = std::find(body.uses.begin(), body.uses.end(), RowUse::value);
    if (std::count(first, body.uses.end(), RowUse::value) < 2) return false;
    return std::find(body.uses.begin(), first, RowUse::header) == first;
}

ValueColumns columns_of(const LaidOut& body) {
    std::vector<bool> values;
    for (const RowUse use : body.uses) values.push_back(use == RowUse::value);
    return find_value_columns({body.rows.data(), body.rows.data() + body.rows.size()}, values);
}

// The row that names most columns, without what stands over the labels.
std::vector<PlacedCell> names_of(const LaidOut& header, int columns) {
    std::vector<PlacedCell> most;
    for (const PlacedRow& row : header.rows) {
        if (row.cells.size() > most.size()) most = row.cells;
    }
    if (static_cast<int>(most.size()) == columns + 1) most.erase(most.begin());
    return most;
}

// Each cell of the header over the columns whose names it covers.
RawRow spread(const PlacedRow& row, const std::vector<PlacedCell>& names,
              const ValueColumns& columns) {
    RawRow out;
    out.first_line = row.line;
    out.last_line = row.last_line;
    int at = 0;
    const auto put = [&](const MappedText& text, int first, int last) {
        if (first > at) out.cells.push_back({{}, first - at});
        out.cells.push_back({text, last - first + 1});
        at = last + 1;
    };
    for (const PlacedCell& cell : row.cells) {
        int first = -1, last = -1;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i].last < cell.first || names[i].first > cell.last) continue;
            if (first < 0) first = columns.extents[i].first;
            last = columns.extents[i].last;
        }
        if (first < 0 && at == 0) put(cell.text, 0, 0);
        if (first >= at) put(cell.text, first, last);
    }
    return out;
}

}  // namespace

bool is_header_table(const std::vector<PlacedRow>& rows) {
    if (rows.empty() || rows.size() > most_header_rows) return false;
    const std::vector<RowUse> uses = find_uses(rows);
    if (uses.back() != RowUse::header) return false;
    if (std::count(uses.begin(), uses.end(), RowUse::value) > 0) return false;
    return std::any_of(rows.begin(), rows.end(), [](const PlacedRow& row) {
        return std::any_of(row.cells.begin(), row.cells.end(), names_end);
    });
}

std::optional<CellTable> join_header(const CellTable& header, const CellTable& body) {
    const LaidOut below = laid_out(body);
    if (!lacks_header(below)) return std::nullopt;
    const LaidOut above = laid_out(header);
    const ValueColumns columns = columns_of(below);
    const std::vector<PlacedCell> names = names_of(above, columns.size());
    if (static_cast<int>(names.size()) != columns.size()) return std::nullopt;
    CellTable joined;
    if (width_of(header) == width_of(body)) {
        joined.rows = header.rows;
    } else {
        for (const PlacedRow& row : above.rows) joined.rows.push_back(spread(row, names, columns));
    }
    joined.rows.insert(joined.rows.end(), body.rows.begin(), body.rows.end());
    return joined;
}

}  // namespace fintool
