// Rows as words and amounts, and the picks among them: see the header.
#include "facts/metrics_rows.h"

#include <algorithm>

namespace fintool {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

// One unit of the last printed digit: each number may be half of it off.
Decimal last_digit(const Row& row, const Cell& cell) {
    const auto* number = std::get_if<Number>(&cell.value);
    const int places = number == nullptr ? 0 : number->value.places;
    const int power = exponent(row.scale) - places;
    if (power >= 0) return scale_by({1, 0}, power).value_or(Decimal{1, 0});
    return {1, static_cast<std::uint8_t>(-power)};
}

}  // namespace

Rows::Rows(const Statement& statement) : statement_(&statement) {
    for (const Row& row : statement.rows) {
        RowWords words;
        words.label = canonical_words(row.label);
        words.without_net = words.label;
        if (words.label.size() > 1 && words.label.back() == "net") words.without_net.pop_back();
        words.section = joined(canonical_words(row.section));
        words.total = words.label.empty() || words.label == std::vector<std::string>{"total"};
        words_.push_back(std::move(words));
    }
}

bool Rows::has_word(std::size_t row, std::string_view word) const {
    const auto& label = words_[row].label;
    return std::find(label.begin(), label.end(), word) != label.end();
}

std::optional<Decimal> Rows::amount(std::size_t row, std::size_t column) const {
    const Row& printed = statement_->rows[row];
    if (column >= printed.cells.size()) return std::nullopt;
    if (statement_->columns[column].role != Column::Role::period) return std::nullopt;
    return value_in_units(printed, printed.cells[column]);
}

bool Rows::has_amounts(std::size_t row) const {
    for (std::size_t column = 0; column < columns(); ++column) {
        if (amount(row, column)) return true;
    }
    return false;
}

Unit::Kind Rows::unit_kind(std::size_t row) const { return statement_->rows[row].unit.kind; }

bool Rows::sums_to_zero(const std::vector<Term>& terms, std::size_t column, bool& known) const {
    Decimal sum, tolerance;
    known = true;
    for (const Term& term : terms) {
        const auto value = amount(term.row, column);
        const auto next =
            value ? add(sum, term.factor < 0 ? negate(*value) : *value) : std::nullopt;
        const Row& row = statement_->rows[term.row];
        const auto wider =
            value ? add(tolerance, last_digit(row, row.cells[column])) : std::nullopt;
        if (!next || !wider) {
            known = false;
            return false;
        }
        sum = *next;
        tolerance = *wider;
    }
    const Decimal distance = compare(sum, {0, 0}) < 0 ? negate(sum) : sum;
    const auto twice = add(distance, distance);
    return twice && compare(*twice, tolerance) <= 0;
}

Rows::Verdict Rows::relation(const std::vector<Term>& terms) const {
    bool held = false;
    for (std::size_t column = 0; column < columns(); ++column) {
        bool known = false;
        const bool zero = sums_to_zero(terms, column, known);
        if (known && !zero) return Verdict::fails;
        const auto first = known ? amount(terms.front().row, column) : std::nullopt;
        held = held || (first && compare(*first, {0, 0}) != 0);
    }
    return held ? Verdict::holds : Verdict::unknown;
}

std::optional<std::size_t> Picks::row_of(std::size_t metric) const {
    for (const Pick& pick : picks_) {
        if (pick.metric == metric) return pick.row;
    }
    return std::nullopt;
}

std::optional<std::size_t> Picks::row_of(std::string_view metric) const {
    return row_of(metric_index(metric));
}

int Picks::rank_of(std::string_view metric) const {
    for (const Pick& pick : picks_) {
        if (pick.metric == metric_index(metric)) return pick.rank;
    }
    return -1;
}

void Picks::offer(std::size_t metric, std::size_t row, int rank) {
    for (Pick& pick : picks_) {
        if (pick.metric != metric) continue;
        if (rank < pick.rank) pick = {metric, row, rank};
        return;
    }
    picks_.push_back({metric, row, rank});
}

void Picks::offer(std::string_view metric, std::size_t row, int rank) {
    offer(metric_index(metric), row, rank);
}

}  // namespace fintool
