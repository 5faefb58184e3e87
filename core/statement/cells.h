// The text of one cell -> what it says: "(1,234)", "$ 0.11", "--", "N/A", "12.5%", "1,234(1)".
#pragma once

#include "statement/number_style.h"
#include "statement/statement.h"

namespace fintool {

// Never fails: text that is no amount, dash or N/A gives NotMeaningful with that raw text; the
// flag `understood` is false then.
struct ReadCell {
    Cell cell;
    bool understood = true;
};
ReadCell read_cell(const MappedText& text, NumberStyle style = {});

}  // namespace fintool
