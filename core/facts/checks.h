// A reading's statements, held against arithmetic on printed precision: fills `checks` and
// `proofs`. Needs statements and metrics; claims and other releases are held against them
// elsewhere.
//
// What fails, and what is only untested: a structure that is found by its numbers (find_sums) and
// breaks in a column fails there when the other columns establish it; a structure that ties
// nowhere is taken for another structure than the one looked for, and stays untested, unless labels
// make it certain ("Total assets" and "Total liabilities and equity").
// A cell is proven when an identity in which it takes part ties exactly in printed units; EPS x
// shares and ties within rounding make it consistent; a failure contradicts it, unless another
// identity vouches for the very same figure: then it is consistent.
#pragma once

#include "facts/reading.h"

namespace fintool {

void check_statements(Reading& reading);

}  // namespace fintool
