// Columns by where the digits are: see the header.
#include "grid/cell_columns.h"

#include <algorithm>
#include <map>

namespace fintool {

namespace {

struct Cluster {
    int first = 0, last = 0;                  // of digits
    std::vector<int> rows;                    // sorted
    std::vector<std::pair<int, int>> places;  // intervals that it took
};

bool overlap(int a_first, int a_last, int b_first, int b_last) {
    return a_first <= b_last && b_first <= a_last;
}

bool share_a_row(const std::vector<int>& a, const std::vector<int>& b) {
    auto i = a.begin();
    auto j = b.begin();
    while (i != a.end() && j != b.end()) {
        if (*i == *j) return true;
        *i < *j ? ++i : ++j;
    }
    return false;
}

void take(Cluster& cluster, const Cluster& other) {
    std::vector<int> rows;
    std::merge(cluster.rows.begin(), cluster.rows.end(), other.rows.begin(), other.rows.end(),
               std::back_inserter(rows));
    cluster.rows = std::move(rows);
    cluster.places.insert(cluster.places.end(), other.places.begin(), other.places.end());
}

// One cluster per distinct place of digits: narrow ones first, then well supported ones.
std::vector<Cluster> distinct_places(RowRange rows, const std::vector<bool>& values,
                                     int label_column) {
    std::map<std::pair<int, int>, std::vector<int>> found;
    for (const PlacedRow* row = rows.begin; row != rows.end; ++row) {
        const int number = static_cast<int>(row - rows.begin);
        if (!values[static_cast<std::size_t>(number)]) continue;
        for (std::size_t i = 0; i < row->cells.size(); ++i) {
            const PlacedCell& cell = row->cells[i];
            if (!is_amount_cell(*row, i) || cell.core_first <= label_column) continue;
            found[{cell.core_first, cell.core_last}].push_back(number);
        }
    }
    std::vector<Cluster> out;
    for (auto& [place, where] : found) {
        out.push_back({place.first, place.second, where, {place}});
    }
    std::stable_sort(out.begin(), out.end(), [](const Cluster& a, const Cluster& b) {
        const int wide_a = a.last - a.first;
        const int wide_b = b.last - b.first;
        return wide_a != wide_b ? wide_a < wide_b : a.rows.size() > b.rows.size();
    });
    return out;
}

// Lets `place` join the clusters that it overlaps. One that overlaps two columns with rows of their
// own goes to the one at its right edge.
void add_place(std::vector<Cluster>& clusters, const Cluster& place) {
    std::vector<std::size_t> touched;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const Cluster& one = clusters[i];
        if (overlap(one.first, one.last, place.first, place.last)) touched.push_back(i);
    }
    if (touched.empty()) {
        clusters.push_back(place);
        return;
    }
    std::size_t best = touched.front();
    for (const std::size_t i : touched) {
        if (clusters[i].last > clusters[best].last) best = i;
    }
    bool one_column = true;
    for (const std::size_t i : touched) {
        if (i != best && share_a_row(clusters[i].rows, clusters[best].rows)) one_column = false;
    }
    if (touched.size() == 1) clusters[best].first = std::min(clusters[best].first, place.first);
    take(clusters[best], place);
    if (!one_column || touched.size() == 1) return;
    for (std::size_t k = touched.size(); k-- > 0;) {
        const std::size_t i = touched[k];
        if (i == best) continue;
        clusters[best].first = std::min(clusters[best].first, clusters[i].first);
        take(clusters[best], clusters[i]);
        clusters[i].rows.clear();
    }
    std::erase_if(clusters, [](const Cluster& one) { return one.rows.empty(); });
}

bool header_parts(RowRange rows, const std::vector<bool>& values, const Cluster& a,
                  const Cluster& b) {
    for (const PlacedRow* row = rows.begin; row != rows.end; ++row) {
        if (values[static_cast<std::size_t>(row - rows.begin)]) continue;
        bool over_a = false;
        bool over_b = false;
        for (const PlacedCell& cell : row->cells) {
            const bool on_a = overlap(cell.first, cell.last, a.first, a.last);
            const bool on_b = overlap(cell.first, cell.last, b.first, b.last);
            over_a = over_a || (on_a && !on_b);
            over_b = over_b || (on_b && !on_a);
        }
        if (over_a && over_b) return true;
    }
    return false;
}

// A row with a cell too many puts its amounts one place off: they belong to the column beside them
// that is empty in that row.
void join_stray_places(std::vector<Cluster>& clusters, RowRange rows,
                       const std::vector<bool>& values) {
    std::sort(clusters.begin(), clusters.end(),
              [](const Cluster& a, const Cluster& b) { return a.first < b.first; });
    std::size_t most = 0;
    for (const Cluster& one : clusters) most = std::max(most, one.rows.size());
    const std::size_t weak = std::max<std::size_t>(1, most / 10);
    for (std::size_t i = 0; i < clusters.size();) {
        std::size_t into = clusters.size();
        for (const std::size_t j : {i - 1, i + 1}) {
            if (j >= clusters.size() || clusters[i].rows.size() > weak) continue;
            const int gap =
                j < i ? clusters[i].first - clusters[j].last : clusters[j].first - clusters[i].last;
            const bool stronger = clusters[j].rows.size() > weak;
            if (gap <= 2 && stronger && !share_a_row(clusters[i].rows, clusters[j].rows) &&
                !header_parts(rows, values, clusters[i], clusters[j])) {
                into = j;
            }
        }
        if (into == clusters.size()) {
            ++i;
            continue;
        }
        take(clusters[into], clusters[i]);
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

// Words between amounts ("Interest expense" in a table of hedges) have a column of their own where
// two rows have them there.
void add_word_columns(std::vector<Cluster>& clusters, RowRange rows,
                      const std::vector<bool>& values) {
    std::map<std::pair<int, int>, std::vector<int>> found;
    for (const PlacedRow* row = rows.begin; row != rows.end; ++row) {
        const int number = static_cast<int>(row - rows.begin);
        if (!values[static_cast<std::size_t>(number)]) continue;
        bool amount = false;
        for (std::size_t i = 0; i < row->cells.size(); ++i) {
            const PlacedCell& cell = row->cells[i];
            if (is_amount_cell(*row, i)) {
                amount = true;
            } else if (amount && cell.look == CellLook::words) {
                found[{cell.first, cell.last}].push_back(number);
            }
        }
    }
    for (const auto& [place, where] : found) {
        const auto over = [&at = place](const Cluster& one) {
            return overlap(one.first, one.last, at.first, at.second);
        };
        const bool taken = std::any_of(clusters.begin(), clusters.end(), over);
        if (!taken && where.size() > 1) {
            clusters.push_back({place.first, place.second, where, {place}});
        }
    }
    std::sort(clusters.begin(), clusters.end(),
              [](const Cluster& a, const Cluster& b) { return a.first < b.first; });
}

int find_label_column(RowRange rows, const std::vector<bool>& values) {
    std::map<int, int> count;
    int most = 0;
    int column = -1;
    for (const PlacedRow* row = rows.begin; row != rows.end; ++row) {
        if (!values[static_cast<std::size_t>(row - rows.begin)]) continue;
        for (const PlacedCell& cell : row->cells) {
            if (cell.look != CellLook::words) continue;
            if (++count[cell.first] > most) {
                most = count[cell.first];
                column = cell.first;
            }
            break;
        }
    }
    return column;
}

// A narrow first column indents labels; those that are not indented lie over it and the next.
int find_label_end(RowRange rows, const std::vector<bool>& values, int label_column) {
    std::map<int, int> count;
    int end = label_column;
    for (const PlacedRow* row = rows.begin; row != rows.end; ++row) {
        const PlacedCell& cell = row->cells.front();
        const bool label = cell.look == CellLook::words && cell.first == label_column;
        if (!values[static_cast<std::size_t>(row - rows.begin)] || !label) continue;
        if (++count[cell.last] > count[end]) end = cell.last;
    }
    return end;
}

void widen(ValueColumns& columns, RowRange rows, const std::vector<bool>& values) {
    for (const PlacedRow* row = rows.begin; row != rows.end; ++row) {
        if (!values[static_cast<std::size_t>(row - rows.begin)]) continue;
        for (std::size_t i = 0; i < row->cells.size(); ++i) {
            const PlacedCell& cell = row->cells[i];
            const int column = is_amount_cell(*row, i) ? columns.column_of(cell) : -1;
            if (column < 0 || cell.core_last - cell.core_first > 2) continue;
            auto& extent = columns.extents[static_cast<std::size_t>(column)];
            extent.first = std::min(extent.first, cell.first);
            extent.last = std::max(extent.last, cell.last);
        }
    }
    for (std::size_t i = 1; i < columns.extents.size(); ++i) {
        auto& left = columns.extents[i - 1];
        auto& right = columns.extents[i];
        if (left.last >= right.first) right.first = std::min(left.last + 1, right.last);
    }
}

}  // namespace

bool is_amount_cell(const PlacedRow& row, std::size_t cell) {
    const CellLook look = row.cells[cell].look;
    if (look != CellLook::amount && look != CellLook::year) return false;
    if (cell > 0) return true;
    // The first cell: a label of its own ("2004", "(1)") where words or amounts follow it.
    const bool words_follow =
        std::any_of(row.cells.begin() + 1, row.cells.end(),
                    [](const PlacedCell& c) { return c.look == CellLook::words; });
    const bool year_label =
        look == CellLook::year && row.cells.size() > 1 && row.cells[0].first == 0;
    return !words_follow && !year_label;
}

int ValueColumns::column_of(const PlacedCell& cell) const {
    if (cell.core_first <= label_column) return -1;
    const auto place = places.find({cell.core_first, cell.core_last});
    if (place != places.end()) return place->second;
    return touched(cell.core_last, cell.core_last).first;
}

ValueColumns::Extent ValueColumns::touched(int first, int last) const {
    Extent out{-1, -1};
    int nearest = -1;
    int best = 0;
    for (int i = 0; i < size(); ++i) {
        const Extent& one = extents[static_cast<std::size_t>(i)];
        if (overlap(one.first, one.last, first, last)) {
            if (out.first < 0) out.first = i;
            out.last = i;
        }
        const int distance = one.first > last ? one.first - last : first - one.last;
        if (nearest < 0 || distance <= best) {
            nearest = i;
            best = distance;
        }
    }
    return out.first >= 0 ? out : Extent{nearest, nearest};
}

ValueColumns find_value_columns(RowRange rows, const std::vector<bool>& values) {
    ValueColumns out;
    out.label_column = find_label_column(rows, values);
    out.label_end = find_label_end(rows, values, out.label_column);
    std::vector<Cluster> clusters;
    for (const Cluster& place : distinct_places(rows, values, out.label_column)) {
        add_place(clusters, place);
    }
    join_stray_places(clusters, rows, values);
    add_word_columns(clusters, rows, values);
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        out.extents.push_back({clusters[i].first, clusters[i].last});
        for (const auto& place : clusters[i].places) out.places[place] = static_cast<int>(i);
    }
    widen(out, rows, values);
    return out;
}

}  // namespace fintool
