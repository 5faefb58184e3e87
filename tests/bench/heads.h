// Columns and a look in, the headings over them out: levels of cells that span columns, for text
// and pages alike.
#pragma once

#include <string>
#include <vector>

#include "layout.h"
#include "printed.h"

namespace bench {

struct HeadCell {
    int first = 0;  // column, from 0
    int last = 0;
    std::string words;
    bool group = false;  // a ruler may stand below it
};

struct Heads {
    std::vector<std::vector<HeadCell>> levels;  // top down
    std::string title_words;                    // that the title has to say
};

Heads heads(const PrintedStatement& statement, const Layout& layout);

}  // namespace bench
