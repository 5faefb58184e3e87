// Lost indentation: see the header.
#include "grid/line_grid_indent.h"

#include <algorithm>
#include <map>

#include "grid/line_grid_amounts.h"

namespace fintool {

using Kind = GridLine::Kind;

bool lost_indentation(const std::vector<GridLine>& lines, const TableLines& table) {
    constexpr int far = 8;
    std::vector<int> edges;
    for (const std::size_t i : table.body) {
        if (is_value_row(lines[i])) edges.push_back(lines[i].words.back().edge);
    }
    if (edges.empty()) return false;
    const auto middle = edges.begin() + static_cast<long>(edges.size() / 2);
    std::nth_element(edges.begin(), middle, edges.end());
    bool witness = false;
    for (const auto* part : {&table.top, &table.body}) {
        for (const std::size_t i : *part) {
            const GridLine& line = lines[i];
            if (line.words.empty()) continue;
            if (line.words.front().left > 0) return false;
            const bool over_columns = line.kind == Kind::ruler || line.kind == Kind::header ||
                                      (line.kind == Kind::value && first_amount(line) == 0);
            witness = witness || (over_columns && line.segments.size() > 1 &&
                                  line.segments.back().right < *middle - far);
        }
    }
    return witness;
}

std::size_t usual_count(const std::vector<GridLine>& lines, const TableLines& table) {
    constexpr int fewest_rows = 4;
    std::map<std::size_t, int> counts;
    int rows = 0;
    for (const std::size_t i : table.body) {
        if (!is_value_row(lines[i])) continue;
        ++rows;
        ++counts[count_amounts(lines[i])];
    }
    const auto mode =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (rows < fewest_rows || mode->first < 2 || mode->second * 2 < rows) return 0;
    return mode->first;
}

std::vector<int> edges_of(const std::vector<GridLine>& lines, const TableLines& table,
                          std::size_t columns) {
    std::vector<int> edges(columns, 0);
    for (const std::size_t i : table.body) {
        if (!is_value_row(lines[i]) || count_amounts(lines[i]) != columns) continue;
        const std::size_t first = first_amount(lines[i]);
        for (std::size_t k = 0; k < columns; ++k)
            edges[k] = std::max(edges[k], lines[i].words[first + k].edge);
    }
    return edges;
}

std::vector<std::size_t> columns_by_shift(const GridLine& line, std::size_t first,
                                          const std::vector<int>& edges) {
    constexpr int widest = 8, slack = 1;
    std::vector<std::size_t> out;
    for (std::size_t i = first; i < line.words.size(); ++i) {
        std::size_t found = edges.size();
        for (std::size_t k = 0; k < edges.size(); ++k) {
            const int shift = edges[k] - line.words[i].edge;
            if (shift < -slack || shift > widest) continue;
            if (found < edges.size()) return {};
            found = k;
        }
        if (found == edges.size() || (!out.empty() && found <= out.back())) return {};
        out.push_back(found);
    }
    return out;
}

}  // namespace fintool
