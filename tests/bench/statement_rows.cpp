// Rows as the books have them: sums over quarters, signs, and words that follow the signs.
#include "statement_rows.h"

#include <algorithm>

namespace bench {
namespace {

std::int64_t rounded(std::int64_t above, std::int64_t below) {
    const bool negative = above < 0;
    const auto size = ((negative ? -above : above) * 2 + below) / (2 * below);
    return negative ? -size : size;
}

}  // namespace

std::int64_t shares(const Ledger& books, const Stretch& over, bool diluted) {
    const int quarters = std::max(1, over.months / 3);
    std::int64_t sum = 0;
    for (int i = 0; i < quarters; ++i) {
        const auto& booked = books.quarter(over.year, over.quarter - i);
        sum += diluted ? booked.diluted_shares : booked.basic_shares;
    }
    return rounded(sum, quarters);
}

std::int64_t flow(const Ledger& books, Line line, const Stretch& over) {
    std::int64_t sum = 0;
    for (int i = 0; i < over.months / 3; ++i) {
        sum += at(books.quarter(over.year, over.quarter - i).figures, line);
    }
    return sum;
}

std::int64_t balance(const Ledger& books, Line line, const Stretch& on) {
    return at(books.quarter(on.year, on.quarter).figures, line);
}

Figure per_share(const Ledger& books, const Stretch& over, bool diluted) {
    const auto income = flow(books, Line::net_income, over);
    // Money and shares have the same scale; only the decimals of the shares are left.
    const std::int64_t places = books.business.share_places == 1 ? 10 : 1;
    return {rounded(income * 100 * places, shares(books, over, diluted)), 2, false};
}

void StatementRows::heading(std::string label, int depth) {
    PrintedRow made;
    made.label = std::move(label);
    made.depth = depth;
    rows_.push_back(std::move(made));
}

PrintedRow& StatementRows::money(std::string label, Line line, int depth, std::string metric,
                                 int sign) {
    return row(std::move(label), depth, std::move(metric), [&](const Stretch& column) {
        const auto value = sign * (column.months == 0 ? balance(books_, line, column)
                                                      : flow(books_, line, column));
        return Figure{value, 0, value == 0};
    });
}

void StatementRows::money_if_any(const std::string& label, Line line, int depth) {
    const auto& figures = money(label, line, depth).figures;
    const bool none = std::all_of(figures.begin(), figures.end(),
                                  [](const Figure& figure) { return figure.dash; });
    if (none) rows_.pop_back();
}

PrintedRow& StatementRows::row(std::string label, int depth, std::string metric,
                               const std::function<Figure(const Stretch&)>& figure) {
    PrintedRow made;
    made.label = std::move(label);
    made.depth = depth;
    made.metric = std::move(metric);
    for (const auto& column : columns_) made.figures.push_back(figure(column));
    rows_.push_back(std::move(made));
    return rows_.back();
}

bool StatementRows::any_negative(Line line) const {
    return std::any_of(columns_.begin(), columns_.end(),
                       [&](const Stretch& column) { return flow(books_, line, column) < 0; });
}

bool StatementRows::all_negative(Line line) const {
    return std::all_of(columns_.begin(), columns_.end(),
                       [&](const Stretch& column) { return flow(books_, line, column) < 0; });
}

PrintedStatement StatementRows::done(StatementKind kind, std::string title) {
    return {kind, std::move(title), columns_, std::move(rows_)};
}

std::string result_words(const StatementRows& rows, Line line, const std::string& income,
                         const std::string& rest) {
    if (rows.all_negative(line)) return "Loss" + rest;
    return income + (rows.any_negative(line) ? " (loss)" : "") + rest;
}

std::string net_words(const StatementRows& rows, const std::string& income) {
    const std::string small = income == "Income" ? "income" : "earnings";
    if (rows.all_negative(Line::net_income)) return "Net loss";
    return "Net " + small + (rows.any_negative(Line::net_income) ? " (loss)" : "");
}

void total(PrintedRow& row, bool last) {
    row.total = true;
    row.last_total = last;
}

}  // namespace bench
