// Header segments over columns: see the header. Costs are in twentieths of a column of print.
#include "grid/line_grid_ranges.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace fintool {
namespace {

int cost(const Segment& segment, const std::vector<LineColumn>& columns, std::size_t first,
         std::size_t last) {
    const int middle = columns[first].left + columns[last].right;
    int sum = 10 * std::abs(segment.middle() - middle) + 2 * static_cast<int>(last - first);
    // "Three" over "Month" over "Change" stands over one column, not over its neighbours too.
    const int width = columns[last].right - columns[first].left;
    if (last > first && width > 6 * (segment.right - segment.left)) sum += 60;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool covered =
            columns[i].middle() > 2 * segment.left && columns[i].middle() < 2 * segment.right;
        const bool inside = i >= first && i <= last;
        if (covered && !inside) sum += 160;
        // A date over amounts and their shares of the total names the amounts.
        if (inside && last > first && columns[i].percent && !covered) sum += 30;
    }
    return sum;
}

}  // namespace

// The cheapest way to give each segment one or more columns, in order.
std::vector<ColumnRange> ranges_by_middle(const std::vector<Segment>& segments,
                                          const std::vector<LineColumn>& columns) {
    const std::size_t n = segments.size();
    const std::size_t k = columns.size();
    constexpr int none = 1'000'000;
    struct Choice {
        int cost = none;
        std::size_t first = 0, last = 0;
    };
    std::vector<std::vector<Choice>> best(n + 1, std::vector<Choice>(k + 1));
    for (std::size_t c = 0; c <= k; ++c) best[n][c].cost = 0;
    for (std::size_t s = n; s-- > 0;) {
        for (std::size_t c = k; c-- > 0;) {
            best[s][c] = best[s][c + 1];
            for (std::size_t last = c; last < k; ++last) {
                const int total = cost(segments[s], columns, c, last) + best[s + 1][last + 1].cost;
                if (total < best[s][c].cost) best[s][c] = {total, c, last};
            }
        }
    }
    std::vector<ColumnRange> ranges;
    std::size_t c = 0;
    for (std::size_t s = 0; s < n; ++s) {
        const Choice& choice = best[s][std::min(c, k)];
        if (choice.cost >= none) return {};
        ranges.push_back({static_cast<int>(choice.first), static_cast<int>(choice.last)});
        c = choice.last + 1;
    }
    return ranges;
}

// A run that stands under one segment alone gives it all the columns over the run.
void ranges_by_ruler(std::vector<ColumnRange>& ranges, const std::vector<Segment>& segments,
                     const std::vector<LineColumn>& columns, const GridLine& ruler) {
    for (const Segment& run : ruler.segments) {
        std::size_t only = segments.size();
        int met = 0;
        for (std::size_t s = 0; s < segments.size(); ++s) {
            if (segments[s].middle() < 2 * run.left || segments[s].middle() > 2 * run.right)
                continue;
            ++met;
            only = s;
        }
        if (met != 1) continue;
        int first = -1;
        int last = -1;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (columns[c].middle() < 2 * run.left - 2 || columns[c].middle() > 2 * run.right + 2)
                continue;
            last = static_cast<int>(c);
            if (first < 0) first = last;
        }
        if (first >= 0) ranges[only] = {first, last};
    }
}

// "Three Months Ended" printed over the first of its columns: the columns up to the next segment
// are its own too.
void fill_lengths(std::vector<ColumnRange>& ranges, const std::vector<Segment>& segments,
                  const std::vector<LineColumn>& columns, const GridLine& line) {
    const bool lengths = std::any_of(segments.begin(), segments.end(), [&](const Segment& segment) {
        return has_length_words(line.text().substr(segment.begin, segment.end - segment.begin));
    });
    if (!lengths || ranges.size() >= columns.size() || ranges.empty()) return;
    const int count = static_cast<int>(columns.size());
    const int size = count / static_cast<int>(ranges.size());
    const bool even = count % static_cast<int>(ranges.size()) == 0;
    const bool single = std::all_of(ranges.begin(), ranges.end(), [](const ColumnRange& range) {
        return range.first == range.last;
    });
    if (!even || !single) return;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const int begin = static_cast<int>(i) * size;
        if (ranges[i].first < begin || ranges[i].first >= begin + size) return;
    }
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const int begin = static_cast<int>(i) * size;
        ranges[i] = {begin, begin + size - 1};
    }
}

int lost_shift(const std::vector<Segment>& segments, const std::vector<LineColumn>& columns,
               const GridLine* ruler) {
    int best = 0;
    int least = std::numeric_limits<int>::max();
    const int room = columns.back().right - segments.back().right + 4;
    for (int shift = 1; shift <= room; ++shift) {
        std::vector<Segment> moved = segments;
        for (Segment& segment : moved) {
            segment.left += shift;
            segment.right += shift;
        }
        int sum = 0;
        if (ruler && ruler->segments.size() == segments.size()) {
            for (std::size_t i = 0; i < moved.size(); ++i) {
                sum += std::abs(moved[i].middle() - ruler->segments[i].middle());
            }
        } else {
            const std::vector<ColumnRange> ranges = ranges_by_middle(moved, columns);
            if (ranges.empty()) continue;
            int covered = 0;
            for (std::size_t i = 0; i < moved.size(); ++i) {
                const auto first = static_cast<std::size_t>(ranges[i].first);
                const auto last = static_cast<std::size_t>(ranges[i].last);
                sum += cost(moved[i], columns, first, last);
                covered += ranges[i].last - ranges[i].first + 1;
            }
            sum += 80 * (static_cast<int>(columns.size()) - covered);
        }
        if (sum >= least) continue;
        least = sum;
        best = shift;
    }
    return best;
}

}  // namespace fintool
