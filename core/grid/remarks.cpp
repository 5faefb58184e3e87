// Remarks over several lines: see the header.
#include "grid/remarks.h"

#include <algorithm>

namespace fintool {

int open_parentheses(std::string_view text) {
    int open = 0;
    for (const char c : text) {
        if (c == '(') ++open;
        if (c == ')') --open;
    }
    return open;
}

std::size_t remark_length(const std::vector<std::string_view>& texts) {
    int open = 0;
    for (std::size_t i = 0; i < texts.size() && i < longest_remark; ++i) {
        open += open_parentheses(texts[i]);
        if (open < 0 || (open == 0 && i == 0)) return 0;
        if (open == 0) return i + 1;
    }
    return 0;
}

void join_remarks(std::vector<GridRow>& rows) {
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        GridRow& row = rows[i];
        GridRow& next = rows[i + 1];
        const bool headers =
            row.kind == GridRow::Kind::header && next.kind == GridRow::Kind::header;
        const bool open = open_parentheses(row.label.str()) > 0 && !next.label.empty();
        if (!headers || !open || (!row.cells.empty() && !next.cells.empty())) continue;
        MappedText label = row.label;
        label.append_invented(" ");
        label.append(next.label);
        GridRow& kept = row.cells.empty() ? next : row;
        kept.label = std::move(label);
        kept.gap_above = row.gap_above;
        kept.ruled_below = next.ruled_below;
        const std::size_t gone = row.cells.empty() ? i : i + 1;
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(gone));
        --i;  // it may go on
    }
}

}  // namespace fintool
