// Books and columns in, the rows of one statement out, one after the other; and the sums of the
// books over a stretch of days that they print.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ledger.h"
#include "printed.h"

namespace bench {

// The sum of a flow over a stretch, a balance at its end, the average shares of it.
std::int64_t flow(const Ledger& books, Line line, const Stretch& over);
std::int64_t balance(const Ledger& books, Line line, const Stretch& on);
std::int64_t shares(const Ledger& books, const Stretch& over, bool diluted);
// In cents.
Figure per_share(const Ledger& books, const Stretch& over, bool diluted);

class StatementRows {
public:
    StatementRows(const Ledger& books, std::vector<Stretch> columns)
        : books_(books), columns_(std::move(columns)) {}

    void heading(std::string label, int depth = 0);

    // The row of a line; sign -1 prints the other sign.
    PrintedRow& money(std::string label, Line line, int depth, std::string metric = "",
                      int sign = 1);
    // As `money`, but only where some column has it.
    void money_if_any(const std::string& label, Line line, int depth);

    PrintedRow& row(std::string label, int depth, std::string metric,
                    const std::function<Figure(const Stretch&)>& figure);

    bool any_negative(Line line) const;
    bool all_negative(Line line) const;

    PrintedStatement done(StatementKind kind, std::string title);

private:
    const Ledger& books_;
    std::vector<Stretch> columns_;
    std::vector<PrintedRow> rows_;
};

// "Operating income (loss)" where a column is a loss, "Loss from operations" where all are.
std::string result_words(const StatementRows& rows, Line line, const std::string& income,
                         const std::string& rest);
std::string net_words(const StatementRows& rows, const std::string& income);
void total(PrintedRow& row, bool last = false);

}  // namespace bench
