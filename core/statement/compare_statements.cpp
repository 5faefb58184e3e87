// By labels and periods, not by places: see the header.
#include "statement/compare_statements.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/text.h"
#include "statement/titles.h"

namespace fintool {
namespace {

// The same stretch, wherever the one or the other table lets it begin: a year of 53 weeks may be
// taken for twelve months.
bool same_stretch(const std::optional<Period>& a, const std::optional<Period>& b) {
    return a && b && a->kind == b->kind && a->end == b->end && a->months == b->months;
}

std::map<std::string, const Row*> rows_by_label(const Statement& statement) {
    std::map<std::string, const Row*> rows;
    for (const Row& row : statement.rows) {
        const auto [at, first] = rows.emplace(words_of(row.label), &row);
        if (!first) at->second = nullptr;  // "Other" of revenue, "Other" of costs
    }
    return rows;
}

bool rounded_apart(const Row& a, const Cell& x, const Row& b, const Cell& y) {
    const auto* one = std::get_if<Number>(&x.value);
    const auto* two = std::get_if<Number>(&y.value);
    if (!one || !two || one->value.places != two->value.places) return false;
    if (scale_of(a, x) != scale_of(b, y)) return false;
    const auto off = subtract(one->value, two->value);
    return off && std::abs(off->coefficient) == 1;
}

}  // namespace

std::set<std::string> row_words(const Statement& statement) {
    std::set<std::string> words;
    for (const Row& row : statement.rows) words.insert(words_without_remarks(row.label));
    return words;
}

// Most rows of the smaller one stand in the larger one too, and it is no mere extract.
bool same_rows(const Statement& a, const Statement& b) {
    const auto x = row_words(a), y = row_words(b);
    const auto common = std::count_if(x.begin(), x.end(),
                                      [&](const std::string& word) { return y.contains(word); });
    const std::size_t smaller = std::min(x.size(), y.size()), larger = std::max(x.size(), y.size());
    return static_cast<std::size_t>(common) * 3 >= smaller * 2 && smaller * 5 >= larger * 3;
}

bool share_period(const Statement& a, const Statement& b) {
    for (const Column& x : a.columns) {
        for (const Column& y : b.columns) {
            if (same_stretch(x.period, y.period)) return true;
        }
    }
    return false;
}

Agreement compare_periods(const Statement& a, const Statement& b) {
    const auto rows = rows_by_label(a), others = rows_by_label(b);
    Agreement found;
    for (const auto& [label, row] : rows) {
        const auto other = others.find(label);
        if (label.empty() || row == nullptr || other == others.end() || other->second == nullptr)
            continue;
        for (std::size_t x = 0; x < a.columns.size(); ++x) {
            for (std::size_t y = 0; y < b.columns.size(); ++y) {
                if (!same_stretch(a.columns[x].period, b.columns[y].period)) continue;
                const auto one = value_in_units(*row, row->cells[x]);
                const auto two = value_in_units(*other->second, other->second->cells[y]);
                if (!one || !two) continue;
                ++found.amounts;
                if (compare(*one, *two) == 0) continue;
                const bool near = rounded_apart(*row, row->cells[x], *other->second,
                                                other->second->cells[y]);
                found.rounded += near ? 1 : 0;
                found.apart += near ? 0 : 1;
            }
        }
    }
    return found;
}

}  // namespace fintool
