// Which columns a quarter's release prints, and its three statements over them.
#include "statements.h"

namespace bench {

std::vector<PrintedStatement> statements_of(const Company& company, const Ledger& books,
                                            const Wording& words, const Coverage& coverage,
                                            int year, int quarter) {
    const auto& calendar = company.calendar;
    const auto pair = [&](std::vector<Stretch>& columns, int quarters) {
        const Stretch now = stretch(calendar, year, quarter, quarters);
        const Stretch then = stretch(calendar, year - 1, quarter, quarters);
        columns.push_back(coverage.prior_first ? then : now);
        columns.push_back(coverage.prior_first ? now : then);
    };
    std::vector<Stretch> columns;
    if (quarter < 4 || coverage.quarter_in_fourth) pair(columns, 1);
    if (quarter > 1 && (coverage.year_to_date || columns.empty())) pair(columns, quarter);
    const Stretch now = instant(calendar, year, quarter);
    const Stretch then = instant(calendar, year - 1, coverage.balance_year_end ? 4 : quarter);
    std::vector<Stretch> days = {now, then};
    if (coverage.prior_first) days = {then, now};
    std::vector<Stretch> flows;
    pair(flows, quarter);
    return {income(books, words, columns), balance_sheet(books, words, days),
            cash_flow(books, words, flows)};
}

}  // namespace bench
