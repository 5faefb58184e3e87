// The weight of a hypothesis: see the header. It starts with how every column stands, for nearly
// all trials end there.
#include "statement/sum_trials.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace fintool {
namespace {

constexpr int column_bits = 20;   // no column may outvote the others
constexpr int broken_cost = 10;   // a column that does not tie, against those that do
constexpr int misprint_cost = 4;  // ... by one digit or one sign: an error, not a chance
int bits_of(std::int64_t value) {
    return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(value)));
}

}  // namespace

SumTrials::SumTrials(const Statement& statement, const AmountTable& amounts)
    : statement_(statement), amounts_(amounts), columns_(statement.columns.size()) {
    for (const Row& row : statement.rows) hints_.push_back(hints_of(row));
    for (std::size_t column = 0; column < statement.columns.size(); ++column) {
        for (const auto& row : amounts.cells)
            flat_.push_back(column < row.size() ? row[column].value_or(Amount{}) : Amount{});
        std::int64_t& step = largest_steps_.emplace_back(0);
        for (std::size_t i = flat_.size() - amounts.cells.size(); i < flat_.size(); ++i)
            step = std::max(step, flat_[i].step);
    }
}

// The same as tie_in() says, in one pass.
SumTrials::Standing SumTrials::standing(const SumTrial& trial, std::size_t column) const {
    if (!amounts_.cells[trial.total][column]) return {};
    const Amount* amounts = flat_.data() + column * statement_.rows.size();
    const std::int64_t total = amounts[trial.total].value;
    std::int64_t difference = total, any = total;
    const std::size_t* rows = trial.rows.data();
    for (std::size_t i = 0; i < trial.rows.size(); ++i) {
        const std::int64_t value = amounts[rows[i]].value;
        any |= value;
        difference -= trial.signs[i] * value;
    }
    if (any == 0) return {};
    if (difference == 0) return {Sum::Tie::exact, 0};
    // Never more than a step a figure: most differences are far beyond that.
    const auto figures = static_cast<std::int64_t>(trial.rows.size() + 1);
    const std::int64_t size = std::abs(difference);
    const bool near = size <= figures * largest_steps_[column] && size <= rounding(trial, column);
    return {near ? Sum::Tie::rounded : Sum::Tie::broken, difference};
}

std::int64_t SumTrials::rounding(const SumTrial& trial, std::size_t column) const {
    RoundingSteps steps;
    steps.add(at(trial.total, column).step);
    for (const std::size_t row : trial.rows) steps.add(at(row, column).step);
    return steps.rounding();
}

bool SumTrials::is_misprint(const SumTrial& trial, std::size_t column,
                            std::int64_t difference) const {
    difference = std::abs(difference);
    std::int64_t digit = difference;
    while (digit != 0 && digit % 10 == 0) digit /= 10;
    const auto flipped = [&](std::size_t row) {
        return difference == 2 * std::abs(at(row, column).value);
    };
    return digit < 10 || flipped(trial.total) ||
           std::any_of(trial.rows.begin(), trial.rows.end(), flipped);
}

// Nothing where the trial is not good enough.
std::optional<int> SumTrials::score_of(const SumTrial& trial, int cost, bool loosely) const {
    int score = -cost, confirmed = 0;
    bool broken = false;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        const auto& [tie, difference] = columns_[column];
        if (tie == Sum::Tie::absent) continue;
        if (tie == Sum::Tie::broken) {
            const bool misprint = is_misprint(trial, column, difference);
            if (!loosely && !misprint) return std::nullopt;
            broken = true;
            score -= misprint ? misprint_cost : broken_cost;
            continue;
        }
        const int bits = bits_in(trial, column, tie);
        score += bits;
        confirmed += bits > 0 ? 1 : 0;
    }
    if (confirmed == 0 || (!loosely && broken && confirmed < 3)) return std::nullopt;
    return score < (hints_[trial.total].total ? 4 : 8) ? std::nullopt : std::optional(score);
}

// Weighs one hypothesis: how its columns stand first, for nearly all of them end there.
void SumTrials::offer(const SumTrial& trial, int cost, bool loosely,
                      std::optional<SumFound>& best) const {
    int tied = 0, broken = 0, rounded = 0;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        columns_[column] = standing(trial, column);
        const Sum::Tie tie = columns_[column].tie;
        tied += tie == Sum::Tie::exact || tie == Sum::Tie::rounded ? 1 : 0;
        rounded += tie == Sum::Tie::rounded ? 1 : 0;
        broken += tie == Sum::Tie::broken ? 1 : 0;
        if (!loosely && (rounded > 0 || broken > 1)) return;
    }
    if (tied == 0 || broken > tied) return;
    const auto score = score_of(trial, cost, loosely);
    if (!score || (best && best->score >= *score)) return;
    Sum sum;
    sum.total = trial.total;
    for (std::size_t i = 0; i < trial.rows.size(); ++i)
        sum.addends.emplace_back(trial.rows[i], trial.signs[i]);
    for (const Standing& column : columns_) sum.ties.push_back(column.tie);
    sum.exact = broken == 0 && rounded == 0;
    sum.bits = *score;
    best = SumFound{std::move(sum), *score, subtracts(trial)};
}

// "Interest income 14,094, Interest expense 1,353, Net interest income 12,741": labels say so.
bool SumTrials::subtracts(const SumTrial& trial) const {
    const bool income = statement_.kind == Statement::Kind::income;
    for (std::size_t i = 0; i < trial.rows.size(); ++i) {
        const LabelHints& hints = hints_[trial.rows[i]];
        if (trial.signs[i] < 0 && !hints.less && !(income && hints.expense)) return true;
    }
    return false;
}

// What a tie in this column is worth; nothing where fewer than two addends are not zero.
int SumTrials::bits_in(const SumTrial& trial, std::size_t column, Sum::Tie tie) const {
    int nonzero = 0;
    const Amount& total = at(trial.total, column);
    std::int64_t largest = std::abs(total.value), step = std::max({total.step, amounts_.grain});
    for (const std::size_t row : trial.rows) {
        const Amount& cell = at(row, column);
        if (cell.value == 0) continue;
        ++nonzero;
        largest = std::max(largest, std::abs(cell.value));
        step = std::max(step, cell.step);
    }
    if (nonzero < 2 || total.value == 0) return 0;
    const int bits = std::min(column_bits, bits_of(largest / step));
    if (tie == Sum::Tie::exact) return bits;
    return std::max(0, bits - 2 - bits_of(2 * rounding(trial, column) / step));
}

}  // namespace fintool
