// The search for sums reads rows from the top and keeps a stack of open rows. A row that a suffix
// of the stack sums to closes that suffix; the row itself stays open for the next total. Evidence
// is in bits: the lengths of the figures that tie, less what the freedom of the search costs.
#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdlib>
#include <span>

#include "statement/arithmetic.h"

namespace fintool {
namespace {

constexpr int column_bits = 20;          // no column may outvote the others
constexpr int broken_cost = 10;          // a column that does not tie, against those that do
constexpr int misprint_cost = 4;         // ... by one digit or one sign: an error, not a chance
constexpr std::size_t longest_free = 8;  // rows whose signs are searched rather than read
constexpr std::size_t rows_ahead = 5;    // how far a plainer sum is looked for
constexpr std::size_t longest_sum = 48;  // addends; a table that is none may have hundreds open

// How the signs of a suffix are chosen, and how many bits that freedom costs.
enum class Signs { plus, less, expense, first_plus };
struct Mode {
    Signs signs;
    int cost;
};
constexpr std::array<Mode, 4> modes = {
    {{Signs::plus, 0}, {Signs::less, 0}, {Signs::expense, 1}, {Signs::first_plus, 2}}};

struct Open {
    std::size_t row = 0;
    bool explained = false;  // a sum was found for it
};

struct Candidate {
    Sum sum;
    int score = 0;
    bool subtracts = false;  // a row is taken away that no label says is taken away
};

int bits_of(std::int64_t value) {
    return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(value)));
}

using Rows = std::vector<std::size_t>;
using Tail = std::span<const std::size_t>;

Tail last(const Rows& rows, std::size_t length) { return Tail(rows).last(length); }

// A hypothesis: thousands are tried of a table, so nothing is copied for one.
struct Trial {
    std::size_t total = 0;
    Tail rows;
    std::array<std::int8_t, 64> signs;  // +1 or -1, beside rows
};

// How one column of a trial stands.
struct Standing {
    Sum::Tie tie = Sum::Tie::absent;
    std::int64_t difference = 0;
};

class Search {
public:
    Search(const Statement& statement, const AmountTable& amounts)
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
    SumStructure run();

private:
    bool close(std::size_t row);
    bool repeats_last(std::size_t row) const;
    bool is_addend_of_next(std::size_t row) const;
    bool is_part_of_next(Rows rows, std::size_t row) const;
    bool is_explained(std::size_t row) const;
    bool says_less(Tail rows) const;
    bool says_expense(Tail rows) const;
    Rows open_rows(bool outer) const;
    void try_hinted(std::size_t total, const Rows& rows, std::optional<Candidate>& best) const;
    void try_around_total(std::size_t total, const Rows& rows,
                          std::optional<Candidate>& best) const;
    void try_free(std::size_t total, const Rows& rows, std::optional<Candidate>& best) const;
    Trial signed_rows(std::size_t total, Tail rows, Signs signs) const;
    void offer(const Trial& trial, int cost, bool loosely, std::optional<Candidate>& best) const;
    Standing standing(const Trial& trial, std::size_t column) const;
    std::int64_t rounding(const Trial& trial, std::size_t column) const;
    bool is_misprint(const Trial& trial, std::size_t column, std::int64_t difference) const;
    std::optional<int> score_of(const Trial& trial, int cost, bool loosely) const;
    bool subtracts(const Trial& trial) const;
    int bits_in(const Trial& trial, std::size_t column, Sum::Tie tie) const;
    // Blank cells are 0 without a step: they take no part.
    const Amount& at(std::size_t row, std::size_t column) const {
        return flat_[column * statement_.rows.size() + row];
    }

    const Statement& statement_;
    const AmountTable& amounts_;
    std::vector<LabelHints> hints_;            // of each row
    std::vector<Amount> flat_;                 // column by column
    std::vector<std::int64_t> largest_steps_;  // of each column
    mutable std::vector<Standing> columns_;    // of the trial at hand
    std::vector<Open> open_;
    SumStructure found_;
};

SumStructure Search::run() {
    for (std::size_t row = 0; row < statement_.rows.size(); ++row) {
        if (!amounts_.has(row)) continue;
        const bool explained = close(row);
        if (explained) close(row);  // cash: its sections sum to it, and end less beginning
        if (!explained) found_.unexplained.push_back({row, open_rows(false)});
        if (!explained && repeats_last(row)) open_.pop_back();
        open_.push_back({row, explained});
    }
    return std::move(found_);
}

// Finds the best explanation of `row` and takes its addends off the stack.
bool Search::close(std::size_t row) {
    if (open_.size() < 2) return false;
    std::optional<Candidate> best;
    const Rows whole = open_rows(false), outer = open_rows(true);
    try_hinted(row, whole, best);
    if (outer != whole) try_hinted(row, outer, best);
    if (!best) try_around_total(row, whole, best);
    if (!best) try_free(row, whole, best);
    if (!best || (best->subtracts && is_addend_of_next(row))) return false;
    const std::size_t deepest = best->sum.addends.front().first;
    while (!open_.empty() && open_.back().row >= deepest) open_.pop_back();
    found_.sums.push_back(std::move(best->sum));
    return true;
}

// "Total minority interest" under the one line that it totals: no evidence, but it closes it.
bool Search::repeats_last(std::size_t row) const {
    if (open_.empty() || !hints_[row].total) return false;
    const auto& above = amounts_.cells[open_.back().row];
    const auto& here = amounts_.cells[row];
    return std::equal(here.begin(), here.end(), above.begin(), above.end(),
                      [](const auto& a, const auto& b) {
                          return a.has_value() == b.has_value() && (!a || a->value == b->value);
                      });
}

// Total assets less everything else is the last line of equity: true, and not what it is.
// Where one of the next rows is a plain sum with `row` in it, `row` is no total of that kind. It
// may still close the plain rows over it, one of which is misread.
bool Search::is_addend_of_next(std::size_t row) const {
    Rows rows = open_rows(false);
    if (is_part_of_next(rows, row)) return true;
    if (!hints_[row].total) return false;
    const std::size_t before = rows.size();
    while (!rows.empty() && !hints_[rows.back()].total && !is_explained(rows.back()))
        rows.pop_back();
    return rows.size() < before && is_part_of_next(rows, row);
}

bool Search::is_explained(std::size_t row) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const Open& open) { return open.row == row && open.explained; });
}

// Where no label says so, these signs are those of the plain sum, which was offered before.
bool Search::says_less(Tail rows) const {
    return std::any_of(rows.begin(), rows.end(), [&](std::size_t row) { return hints_[row].less; });
}

bool Search::says_expense(Tail rows) const {
    return std::any_of(rows.begin(), rows.end(),
                       [&](std::size_t row) { return hints_[row].expense && !hints_[row].less; });
}

bool Search::is_part_of_next(Rows rows, std::size_t row) const {
    const std::size_t before = rows.size();
    rows.push_back(row);
    for (std::size_t next = row + 1; next < statement_.rows.size(); ++next) {
        if (!amounts_.has(next)) continue;
        for (std::size_t length = rows.size() - before + 1; length <= rows.size(); ++length) {
            const Tail part = last(rows, length);
            std::optional<Candidate> found;
            offer(signed_rows(next, part, Signs::plus), 1, true, found);
            if (says_less(part)) offer(signed_rows(next, part, Signs::less), 1, true, found);
            if (found) return true;
        }
        rows.push_back(next);
        if (rows.size() - before > rows_ahead) return false;
    }
    return false;
}

// The open rows, top down. `outer`: an unexplained total closes the plain rows over it, so a
// larger sum passes them by.
Rows Search::open_rows(bool outer) const {
    Rows rows;
    bool passing = false;
    for (std::size_t i = open_.size(); i-- > 0 && rows.size() < longest_sum;) {
        const bool total = hints_[open_[i].row].total;
        if (passing && !open_[i].explained && !total) continue;
        passing = outer && total && !open_[i].explained;
        rows.push_back(open_[i].row);
    }
    std::reverse(rows.begin(), rows.end());
    return rows;
}

void Search::try_hinted(std::size_t total, const Rows& rows, std::optional<Candidate>& best) const {
    for (std::size_t length = 2; length <= rows.size(); ++length) {
        const Tail tail = last(rows, length);
        const bool less = says_less(tail), expense = says_expense(tail);
        for (const auto& mode : modes) {
            if ((mode.signs == Signs::less && !less) || (mode.signs == Signs::expense && !expense))
                continue;
            Trial trial = signed_rows(total, tail, mode.signs);
            const int cost = mode.cost + bits_of(static_cast<std::int64_t>(length)) - 2;
            offer(trial, cost, true, best);
            if (!hints_[total].negatable) continue;
            for (auto& sign : trial.signs) sign = static_cast<std::int8_t>(-sign);
            offer(trial, cost + 2, false, best);
        }
    }
}

// An unexplained total right above closes some of the plain rows over it: how many is tried.
// "Total stockholders' equity", one of whose lines is misread, under other liabilities.
void Search::try_around_total(std::size_t total, const Rows& rows,
                              std::optional<Candidate>& best) const {
    if (rows.size() < 3 || !hints_[rows.back()].total || is_explained(rows.back())) return;
    Rows part = rows;
    part.pop_back();
    for (int closed = 1; part.size() > 1; ++closed) {
        part.pop_back();
        Rows tried = part;
        tried.push_back(rows.back());
        for (std::size_t length = 2; length <= tried.size(); ++length) {
            const int cost = 1 + bits_of(closed) + bits_of(static_cast<std::int64_t>(length));
            offer(signed_rows(total, last(tried, length), Signs::plus), cost, false, best);
        }
    }
}

// Any signs for the last few rows: exact ties only, but for one misprint, and dear.
void Search::try_free(std::size_t total, const Rows& rows, std::optional<Candidate>& best) const {
    const std::size_t most = std::min(rows.size(), longest_free);
    for (std::size_t length = 2; length <= most; ++length) {
        Trial trial = signed_rows(total, last(rows, length), Signs::plus);
        const int cost = 3 + static_cast<int>(length + length / 2);
        for (unsigned signs = 1; signs < (1U << length); ++signs) {
            for (std::size_t i = 0; i < length; ++i) {
                trial.signs[i] = (signs >> i & 1U) != 0 ? -1 : 1;
            }
            offer(trial, cost, false, best);
        }
    }
}

Trial Search::signed_rows(std::size_t total, Tail rows, Signs signs) const {
    Trial trial{total, rows, {}};
    assert(rows.size() <= trial.signs.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool less = signs == Signs::less || signs == Signs::expense;
        const bool minus = (less && hints_[rows[i]].less) ||
                           (signs == Signs::expense && hints_[rows[i]].expense) ||
                           (signs == Signs::first_plus && i != 0);
        trial.signs[i] = minus ? -1 : 1;
    }
    return trial;
}

// The same as tie_in() says, in one pass.
Standing Search::standing(const Trial& trial, std::size_t column) const {
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

std::int64_t Search::rounding(const Trial& trial, std::size_t column) const {
    RoundingSteps steps;
    steps.add(at(trial.total, column).step);
    for (const std::size_t row : trial.rows) steps.add(at(row, column).step);
    return steps.rounding();
}

bool Search::is_misprint(const Trial& trial, std::size_t column, std::int64_t difference) const {
    difference = std::abs(difference);
    std::int64_t digit = difference;
    while (digit != 0 && digit % 10 == 0) digit /= 10;
    const auto flipped = [&](std::size_t row) {
        return difference == 2 * std::abs(at(row, column).value);
    };
    return digit < 10 || flipped(trial.total) ||
           std::any_of(trial.rows.begin(), trial.rows.end(), flipped);
}

// Nothing where the trial is not good enough. `loosely`: rounding and, against better evidence, a
// broken column.
std::optional<int> Search::score_of(const Trial& trial, int cost, bool loosely) const {
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
void Search::offer(const Trial& trial, int cost, bool loosely,
                   std::optional<Candidate>& best) const {
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
    best = Candidate{std::move(sum), *score, subtracts(trial)};
}

// "Interest income 14,094, Interest expense 1,353, Net interest income 12,741": labels say so.
bool Search::subtracts(const Trial& trial) const {
    const bool income = statement_.kind == Statement::Kind::income;
    for (std::size_t i = 0; i < trial.rows.size(); ++i) {
        const LabelHints& hints = hints_[trial.rows[i]];
        if (trial.signs[i] < 0 && !hints.less && !(income && hints.expense)) return true;
    }
    return false;
}

// What a tie in this column is worth; nothing where fewer than two addends are not zero.
int Search::bits_in(const Trial& trial, std::size_t column, Sum::Tie tie) const {
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

}  // namespace

SumStructure find_structure(const Statement& statement, const AmountTable& amounts) {
    return Search(statement, amounts).run();
}

}  // namespace fintool
