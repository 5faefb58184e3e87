// Tab text either keeps the empty cells of the page that it was made of, then a column stands
// behind the same number of tabs in every row; or it does not, then only the order is left. Which
// of the two, by rows without their meaning.
#pragma once

#include <span>

#include "document/document.h"

namespace fintool {

// True where the rows of one table, its header among them, cannot all stand in place.
bool are_displaced(std::span<const RawRow> rows);

}  // namespace fintool
