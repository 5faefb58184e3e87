// Books and wording in, the three printed statements of a quarter out.
#pragma once

#include <array>
#include <vector>

#include "ledger.h"
#include "printed.h"
#include "wording.h"

namespace bench {

// Which columns a release prints.
struct Coverage {
    bool prior_first = false;       // the older period on the left
    bool year_to_date = true;       // beside the quarter, from the second quarter on
    bool quarter_in_fourth = true;  // the fourth release prints its quarter, too
    bool balance_year_end = true;   // compared with the year's end, else with a year before
};

// In the order in which they are to be printed.
std::vector<PrintedStatement> statements_of(const Company& company, const Ledger& books,
                                            const Wording& words, const Coverage& coverage,
                                            int year, int quarter);

PrintedStatement income(const Ledger& books, const Wording& words,
                        const std::vector<Stretch>& columns);
PrintedStatement balance_sheet(const Ledger& books, const Wording& words,
                               const std::vector<Stretch>& columns);
PrintedStatement cash_flow(const Ledger& books, const Wording& words,
                           const std::vector<Stretch>& columns);

}  // namespace bench
