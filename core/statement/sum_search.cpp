// The search for sums reads rows from the top and keeps a stack of open rows. A row that a suffix
// of the stack sums to closes that suffix; the row itself stays open for the next total. Evidence
// is in bits: the lengths of the figures that tie, less what the freedom of the search costs.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

#include "base/text.h"
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

Rows last(const Rows& rows, std::size_t length) {
    return {rows.end() - static_cast<std::ptrdiff_t>(length), rows.end()};
}

// What a row's label says, asked for once.
struct LabelHints {
    bool total = false;      // "Total ...", unlabelled, ruled above
    bool less = false;       // "Less ..."
    bool expense = false;    // "Cost of sales"
    bool negatable = false;  // "Net loss 9,911" under "Loss before taxes 9,911": without its sign
};

LabelHints hints_of(const Row& row) {
    const std::string words = words_of(row.label);
    const bool negatable = has_phrase(words, "loss") || has_phrase(words, "deficit") ||
                           has_phrase(words, "used") || has_phrase(words, "decrease");
    return {is_total_row(row), is_less_row(row), is_expense_row(row), negatable};
}

class Search {
public:
    Search(const Statement& statement, const AmountTable& amounts)
        : statement_(statement), amounts_(amounts) {
        for (const Row& row : statement.rows) hints_.push_back(hints_of(row));
    }
    SumStructure run();

private:
    bool close(std::size_t row);
    bool repeats_last(std::size_t row) const;
    bool is_addend_of_next(std::size_t row) const;
    bool is_part_of_next(Rows rows, std::size_t row) const;
    bool is_explained(std::size_t row) const;
    Rows open_rows(bool outer) const;
    void try_hinted(std::size_t total, const Rows& rows, std::optional<Candidate>& best) const;
    void try_around_total(std::size_t total, const Rows& rows,
                          std::optional<Candidate>& best) const;
    void try_free(std::size_t total, const Rows& rows, std::optional<Candidate>& best) const;
    Sum signed_sum(std::size_t total, const Rows& rows, Signs signs) const;
    void offer(const Sum& tried, int cost, bool loosely, std::optional<Candidate>& best) const;
    bool subtracts(const Sum& sum) const;
    int bits_in(const Sum& sum, std::size_t column, Sum::Tie tie) const;

    const Statement& statement_;
    const AmountTable& amounts_;
    std::vector<LabelHints> hints_;  // of each row
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

bool Search::is_part_of_next(Rows rows, std::size_t row) const {
    const std::size_t before = rows.size();
    rows.push_back(row);
    for (std::size_t next = row + 1; next < statement_.rows.size(); ++next) {
        if (!amounts_.has(next)) continue;
        for (std::size_t length = rows.size() - before + 1; length <= rows.size(); ++length) {
            const Rows part = last(rows, length);
            std::optional<Candidate> found;
            offer(signed_sum(next, part, Signs::plus), 1, true, found);
            offer(signed_sum(next, part, Signs::less), 1, true, found);
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
        for (const auto& mode : modes) {
            Sum sum = signed_sum(total, last(rows, length), mode.signs);
            const int cost = mode.cost + bits_of(static_cast<std::int64_t>(length)) - 2;
            offer(sum, cost, true, best);
            if (!hints_[total].negatable) continue;
            for (auto& addend : sum.addends) addend.second = -addend.second;
            offer(sum, cost + 2, false, best);
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
            offer(signed_sum(total, last(tried, length), Signs::plus), cost, false, best);
        }
    }
}

// Any signs for the last few rows: exact ties only, but for one misprint, and dear.
void Search::try_free(std::size_t total, const Rows& rows, std::optional<Candidate>& best) const {
    const std::size_t most = std::min(rows.size(), longest_free);
    for (std::size_t length = 2; length <= most; ++length) {
        Sum sum = signed_sum(total, last(rows, length), Signs::plus);
        const int cost = 3 + static_cast<int>(length + length / 2);
        for (unsigned signs = 1; signs < (1U << length); ++signs) {
            for (std::size_t i = 0; i < length; ++i) {
                sum.addends[i].second = (signs >> i & 1U) != 0 ? -1 : 1;
            }
            offer(sum, cost, false, best);
        }
    }
}

Sum Search::signed_sum(std::size_t total, const Rows& rows, Signs signs) const {
    Sum sum;
    sum.total = total;
    for (const std::size_t row : rows) {
        const bool less = signs == Signs::less || signs == Signs::expense;
        const bool minus = (less && hints_[row].less) ||
                           (signs == Signs::expense && hints_[row].expense) ||
                           (signs == Signs::first_plus && row != rows.front());
        sum.addends.emplace_back(row, minus ? -1 : 1);
    }
    return sum;
}

// Weighs one hypothesis. `loosely`: rounding and, against better evidence, a broken column.
void Search::offer(const Sum& tried, int cost, bool loosely, std::optional<Candidate>& best) const {
    Candidate candidate{tried, -cost, false};
    int confirmed = 0, tied = 0, broken = 0, rounded = 0;
    for (std::size_t column = 0; column < statement_.columns.size(); ++column) {
        const Sum::Tie tie = tie_in(amounts_, tried, column);
        candidate.sum.ties.push_back(tie);
        if (tie == Sum::Tie::absent) continue;
        if (!loosely && tie == Sum::Tie::rounded) return;
        if (tie == Sum::Tie::broken) {
            if (!loosely && ++broken > 1) return;
            const bool misprint = is_misprint(amounts_, tried, column);
            if (!loosely && !misprint) return;
            broken += loosely ? 1 : 0;
            candidate.score -= misprint ? misprint_cost : broken_cost;
            continue;
        }
        const int bits = bits_in(tried, column, tie);
        candidate.score += bits;
        confirmed += bits > 0 ? 1 : 0;
        rounded += tie == Sum::Tie::rounded ? 1 : 0;
        ++tied;
    }
    const int needed = hints_[tried.total].total ? 4 : 8;
    if (confirmed == 0 || broken > tied || candidate.score < needed) return;
    if (!loosely && broken > 0 && confirmed < 3) return;
    if (best && best->score >= candidate.score) return;
    candidate.sum.exact = broken == 0 && rounded == 0;
    candidate.sum.bits = candidate.score;
    candidate.subtracts = subtracts(tried);
    best = std::move(candidate);
}

// "Interest income 14,094, Interest expense 1,353, Net interest income 12,741": labels say so.
bool Search::subtracts(const Sum& sum) const {
    const bool income = statement_.kind == Statement::Kind::income;
    return std::any_of(sum.addends.begin(), sum.addends.end(), [&](const auto& addend) {
        const LabelHints& hints = hints_[addend.first];
        return addend.second < 0 && !hints.less && !(income && hints.expense);
    });
}

// What a tie in this column is worth; nothing where fewer than two addends are not zero.
int Search::bits_in(const Sum& sum, std::size_t column, Sum::Tie tie) const {
    int nonzero = 0;
    const auto& total = amounts_.cells[sum.total][column];
    std::int64_t largest = std::abs(total->value), step = std::max({total->step, amounts_.grain});
    for (const auto& [row, sign] : sum.addends) {
        const auto& cell = amounts_.cells[row][column];
        if (!cell || cell->value == 0) continue;
        ++nonzero;
        largest = std::max(largest, std::abs(cell->value));
        step = std::max(step, cell->step);
    }
    if (nonzero < 2 || total->value == 0) return 0;
    const int bits = std::min(column_bits, bits_of(largest / step));
    if (tie == Sum::Tie::exact) return bits;
    return std::max(0, bits - 2 - bits_of(2 * rounding_of(amounts_, sum, column) / step));
}

}  // namespace

SumStructure find_structure(const Statement& statement, const AmountTable& amounts) {
    return Search(statement, amounts).run();
}

std::vector<Sum> find_sums(const Statement& statement) {
    return find_structure(statement, read_amounts(statement)).sums;
}

}  // namespace fintool
