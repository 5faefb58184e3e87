// Columns of fixed-width text: see the header. Nothing here depends on what the amounts mean.
#include "grid/line_grid_columns.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>

#include "grid/cell_text.h"

namespace fintool {
namespace {

// Edges this far apart are one column where nothing speaks against it: "(1,234)" over "1,234" with
// the parenthesis set inside, "12.5%" under "(3.1)".
constexpr int loose_edge = 2;

struct Cluster {
    int left = 0, right = 0;
    int first_edge = 0, last_edge = 0;
    std::vector<std::size_t> lines;  // sorted
    int percents = 0;
};

// Amounts that stand apart: two blanks, a leader or another amount before them; a "$" of its own
// parts a nil from what stands before it: "$  (839) $     -".
bool is_free(const std::vector<Word>& words, std::size_t i) {
    const Word& word = words[i];
    if (word.gap >= 2) return true;
    const bool signed_nil = word.kind == Word::Kind::dash && word.digits_left > word.left;
    return i > 0 && words[i - 1].is_amount() && !word.year &&
           (word.kind == Word::Kind::number || signed_nil);
}

bool ends_or_parts(const std::vector<Word>& words, std::size_t i) {
    return i + 1 == words.size() || words[i + 1].gap >= 2 || words[i + 1].is_amount();
}

// A lone number at the start of a line of words is an item's number: "1.  Organization".
bool opens_label(const std::vector<Word>& words, std::size_t i) {
    return i == 0 && words.size() > 1 && !words[1].is_amount();
}

enum class Take { numbers, others };

std::map<int, Cluster> edges_of(const std::vector<GridLine>& lines,
                                const std::vector<std::size_t>& body, Take take) {
    std::map<int, Cluster> edges;
    for (const std::size_t i : body) {
        const auto& words = lines[i].words;
        if (lines[i].kind != GridLine::Kind::value) continue;
        for (std::size_t k = 0; k < words.size(); ++k) {
            const Word& word = words[k];
            const bool number = word.kind == Word::Kind::number;
            const bool counts = take == Take::numbers ? number : word.is_amount() && !number;
            if (!counts || !is_free(words, k) || !ends_or_parts(words, k)) continue;
            if (opens_label(words, k)) continue;
            Cluster& cluster = edges[word.edge];
            if (cluster.lines.empty()) {
                cluster = {word.digits_left, word.right, word.edge, word.edge, {}, 0};
            }
            cluster.left = std::min(cluster.left, word.digits_left);
            cluster.right = std::max(cluster.right, word.right);
            cluster.percents += word.percent ? 1 : 0;
            if (cluster.lines.empty() || cluster.lines.back() != i) cluster.lines.push_back(i);
        }
    }
    return edges;
}

bool share_lines(const Cluster& a, const Cluster& b) {
    auto i = a.lines.begin();
    auto j = b.lines.begin();
    while (i != a.lines.end() && j != b.lines.end()) {
        if (*i == *j) return true;
        if (*i < *j) {
            ++i;
        } else {
            ++j;
        }
    }
    return false;
}

// a stands left of b.
bool can_merge(const Cluster& a, const Cluster& b) {
    const bool near = b.first_edge - a.last_edge <= loose_edge;
    const bool overlap = b.left < a.last_edge;
    return (near || overlap) && !share_lines(a, b);
}

Cluster merged(const Cluster& a, const Cluster& b) {
    Cluster out{std::min(a.left, b.left), std::max(a.right, b.right), a.first_edge, b.last_edge, {},
                a.percents + b.percents};
    std::merge(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(),
               std::back_inserter(out.lines));
    return out;
}

// Nearest neighbours first, so that a stray edge joins the column it is closest to.
std::vector<Cluster> clusters_of(const std::map<int, Cluster>& edges) {
    std::vector<Cluster> clusters;
    for (const auto& [edge, cluster] : edges) clusters.push_back(cluster);
    while (true) {
        std::size_t best = clusters.size();
        int distance = std::numeric_limits<int>::max();
        for (std::size_t i = 0; i + 1 < clusters.size(); ++i) {
            const int apart = clusters[i + 1].first_edge - clusters[i].last_edge;
            if (apart >= distance || !can_merge(clusters[i], clusters[i + 1])) continue;
            best = i;
            distance = apart;
        }
        if (best == clusters.size()) return clusters;
        clusters[best] = merged(clusters[best], clusters[best + 1]);
        clusters.erase(clusters.begin() + static_cast<long>(best) + 1);
    }
}

std::size_t strongest(const std::vector<Cluster>& clusters) {
    std::size_t most = 0;
    for (const Cluster& cluster : clusters) most = std::max(most, cluster.lines.size());
    return most;
}

// A header, or the run of a ruler, stands over this place too: it is a column, however few amounts
// it holds.
bool has_witness(const Cluster& cluster, const std::vector<GridLine>& lines,
                 const std::vector<std::size_t>& where) {
    return std::any_of(where.begin(), where.end(), [&](std::size_t i) {
        const GridLine& line = lines[i];
        const bool header = line.kind == GridLine::Kind::header;
        if (line.kind != GridLine::Kind::ruler && !header) return false;
        return std::any_of(line.segments.begin(), line.segments.end(), [&](const Segment& run) {
            const bool meets = run.left <= cluster.last_edge && run.right >= cluster.left;
            const std::string_view text = line.text().substr(run.begin, run.end - run.begin);
            const bool names = !header || (run.heading && (line.period || names_notes(text)));
            return meets && names && run.right - run.left <= cluster.right - cluster.left + 14;
        });
    });
}

// Numbers that stand apart inside labels are no column: few, left of the first real one.
void drop_label_numbers(std::vector<Cluster>& clusters, const std::vector<GridLine>& lines,
                        const std::vector<std::size_t>& body, const std::vector<std::size_t>& top) {
    const std::size_t most = strongest(clusters);
    while (clusters.size() > 1) {
        const std::size_t support = clusters.front().lines.size();
        const bool weak = support * 6 <= most || (support == 1 && most >= 3);
        if (!weak || has_witness(clusters.front(), lines, top)) return;
        if (support > 1 && has_witness(clusters.front(), lines, body)) return;
        clusters.erase(clusters.begin());
    }
}

// "N/A", "--" and "(a)" in a place where no number stands, more than once or under a header of its
// own: a column without numbers.
void add_columns_of_dashes(std::vector<Cluster>& clusters, const std::vector<Cluster>& others,
                           const std::vector<GridLine>& lines,
                           const std::vector<std::size_t>& top) {
    std::vector<Cluster> more;
    for (const Cluster& other : others) {
        const bool near =
            std::any_of(clusters.begin(), clusters.end(), [&](const Cluster& cluster) {
                return other.left <= cluster.right + 3 && other.right >= cluster.left - 3;
            });
        if (near) continue;
        // Left of all numbers it is a label's own: "Preferred stock   - $1.00 par value".
        const bool headed = !clusters.empty() && other.left > clusters.front().right &&
                            has_witness(other, lines, top);
        if (other.lines.size() >= 2 || clusters.empty() || headed) more.push_back(other);
    }
    clusters.insert(clusters.end(), more.begin(), more.end());
    std::sort(clusters.begin(), clusters.end(),
              [](const Cluster& a, const Cluster& b) { return a.first_edge < b.first_edge; });
}

void widen_by_rulers(std::vector<LineColumn>& columns, const std::vector<GridLine>& lines,
                     const std::vector<std::size_t>& where) {
    for (const std::size_t i : where) {
        if (lines[i].kind != GridLine::Kind::ruler) continue;
        for (const Segment& run : lines[i].segments) {
            LineColumn* only = nullptr;
            int met = 0;
            for (LineColumn& column : columns) {
                if (run.left >= column.right || run.right <= column.left) continue;
                ++met;
                only = &column;
            }
            if (met != 1 || run.right - run.left > 2 * (only->right - only->left) + 8) continue;
            only->left = std::min(only->left, run.left);
            only->right = std::max(only->right, run.right);
        }
    }
}

// "78 cents" over "17,522": it ends where its unit does.
Word with_unit(const GridLine& line, std::size_t i) {
    Word word = line.words[i];
    if (word.kind != Word::Kind::number || i + 1 == line.words.size()) return word;
    const Word& next = line.words[i + 1];
    const std::string_view unit = line.text().substr(next.begin, next.end - next.begin);
    if (next.gap == 1 && (unit == "cents" || unit == "cent")) word.edge = next.right;
    return word;
}

int distance(const Word& word, const LineColumn& column) {
    if (word.kind != Word::Kind::number) {
        if (word.right > column.left && word.left < column.right) return 0;
        return std::min(std::abs(word.left - column.right), std::abs(word.right - column.left)) + 1;
    }
    if (word.edge < column.first_edge) return column.first_edge - word.edge;
    return std::max(0, word.edge - column.last_edge);
}

// How far from its column an amount may stand: half way to the next one, or a few places.
int reach(const std::vector<LineColumn>& columns, std::size_t i) {
    int room = 12;
    if (i > 0) room = std::min(room, columns[i].first_edge - columns[i - 1].last_edge);
    if (i + 1 < columns.size())
        room = std::min(room, columns[i + 1].first_edge - columns[i].last_edge);
    return std::max(1, room / 2);
}

// An amount that touches words needs more: decorated, exactly on an edge, and company on the line.
bool is_trusted(const GridLine& line, std::size_t i, const LineColumn& column) {
    const Word& word = line.words[i];
    if (is_free(line.words, i)) return true;
    if (i == 0 || word.kind != Word::Kind::number) return false;
    const bool on_edge = word.edge >= column.first_edge - 1 && word.edge <= column.last_edge + 1;
    bool company = false;
    // "Average shares - diluted 3,902,110 3,915,240 3,930,004": so wide that no room is left.
    bool wide = !word.integer && i + 1 < line.words.size();
    for (std::size_t k = i + 1; k < line.words.size(); ++k) {
        const Word& next = line.words[k];
        company = company || (next.is_amount() && next.gap >= 2);
        wide = wide && next.kind == Word::Kind::number && !next.integer;
    }
    company = company || wide;
    return on_edge && !word.year && (company || (!word.integer && i + 1 == line.words.size()));
}

// "  General and administrative 1,190      1,080": the label pushed its first amount to the right;
// the row is full with it. "Total liabilities and equity $ 1,224,720 $ 1,114,222": all of them.
void place_pushed(const GridLine& line, const std::vector<std::size_t>& amounts,
                  const std::vector<LineColumn>& columns, Placement& placement) {
    const std::size_t k = columns.size();
    if (k < 2 || amounts.size() < k) return;
    const std::size_t first = amounts.size() - k;
    bool rest = true, signs = true, near = true;
    for (std::size_t c = 0; c < k; ++c) {
        const std::size_t i = amounts[first + c];
        const Word& word = line.words[i];
        if (word.kind != Word::Kind::number || word.integer || word.year) return;
        near = near && distance(word, columns[c]) <= reach(columns, c);
        // A longer label yet pushed them nearly to the next column: then each must have its sign.
        constexpr int farthest = 12;
        const bool passes = c + 1 < k && word.edge >= columns[c + 1].first_edge;
        if (passes || distance(word, columns[c]) > farthest) return;
        rest = rest && (c == 0 || placement.column[i] == c);
        signs = signs && line.text()[word.begin] == '$';
    }
    if (placement.column[amounts[first]] || !(signs || (rest && near))) return;
    if (first_trailing_amount(line.words) > amounts[first]) return;
    for (std::size_t c = 0; c < k; ++c) placement.column[amounts[first + c]] = c;
}

}  // namespace

std::vector<LineColumn> find_columns(const std::vector<GridLine>& lines,
                                     const std::vector<std::size_t>& body,
                                     const std::vector<std::size_t>& top) {
    std::vector<Cluster> clusters = clusters_of(edges_of(lines, body, Take::numbers));
    add_columns_of_dashes(clusters, clusters_of(edges_of(lines, body, Take::others)), lines, top);
    drop_label_numbers(clusters, lines, body, top);
    std::vector<LineColumn> columns;
    for (const Cluster& cluster : clusters) {
        columns.push_back({cluster.left, cluster.right, cluster.first_edge, cluster.last_edge,
                           static_cast<int>(cluster.lines.size()),
                           cluster.percents * 2 > static_cast<int>(cluster.lines.size())});
    }
    widen_by_rulers(columns, lines, body);
    widen_by_rulers(columns, lines, top);
    return columns;
}

// The cheapest order-preserving assignment; leaving an amount out costs more than any distance.
Placement place_amounts(const GridLine& line, const std::vector<LineColumn>& columns) {
    constexpr int left_out = 1000;
    std::vector<std::size_t> amounts;
    std::vector<Word> with_units;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        if (!line.words[i].is_amount() || opens_label(line.words, i)) continue;
        amounts.push_back(i);
        with_units.push_back(with_unit(line, i));
    }
    const std::size_t n = amounts.size();
    const std::size_t k = columns.size();
    const auto cost_of = [&](std::size_t a, std::size_t c) {
        const int apart = std::min(distance(line.words[amounts[a]], columns[c]),
                                   distance(with_units[a], columns[c]));
        const bool fits = apart <= reach(columns, c) && is_trusted(line, amounts[a], columns[c]);
        return fits ? apart : left_out + 1;
    };
    // best(a, c): amounts from a on into columns from c on.
    std::vector<int> costs((n + 1) * (k + 1), 0);
    const auto best = [&](std::size_t a, std::size_t c) -> int& { return costs[a * (k + 1) + c]; };
    for (std::size_t a = n; a-- > 0;) {
        for (std::size_t c = k + 1; c-- > 0;) {
            best(a, c) = best(a + 1, c) + left_out;
            if (c == k) continue;
            best(a, c) = std::min({best(a, c), best(a, c + 1), best(a + 1, c + 1) + cost_of(a, c)});
        }
    }
    Placement placement;
    placement.column.resize(line.words.size());
    std::size_t c = 0;
    for (std::size_t a = 0; a < n; ++a) {
        while (c < k && best(a, c) == best(a, c + 1)) ++c;
        if (c < k && best(a, c) == best(a + 1, c + 1) + cost_of(a, c) && cost_of(a, c) < left_out) {
            placement.column[amounts[a]] = c++;
        } else if (line.words[amounts[a]].gap >= 3 && a + 1 == n) {
            ++placement.stray;
        }
    }
    place_pushed(line, amounts, columns, placement);
    return placement;
}

}  // namespace fintool
