// What a release says around its tables: paragraphs with the figures of the quarter, rounded.
#pragma once

#include <string>
#include <vector>

#include "dice.h"
#include "ledger.h"
#include "wording.h"

namespace bench {

struct Prose {
    std::string headline;
    std::vector<std::string> before;  // the tables
    std::vector<std::string> after;
};

Prose prose(Dice& dice, const Company& company, const Ledger& books, const Wording& words, int year,
            int quarter);

}  // namespace bench
