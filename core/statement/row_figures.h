// Questions about the figures of a row.
#pragma once

#include "statement/statement.h"

namespace fintool {

// Does each of its figures without a percent sign hold, and is there one?
template <class Holds>
bool all_bare(const Row& row, Holds holds) {
    bool any = false;
    for (const Cell& cell : row.cells) {
        const auto* number = std::get_if<Number>(&cell.value);
        if (!number || number->percent) continue;
        any = true;
        if (!holds(*number)) return false;
    }
    return any;
}

}  // namespace fintool
