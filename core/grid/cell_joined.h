// A header that stands in a table of its own, right above the table of its amounts.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"
#include "grid/cell_layout.h"

namespace fintool {

// "Three Months Ended June 30, | Six Months Ended June 30," over years, and no amounts.
bool is_header_table(const std::vector<PlacedRow>& rows);

// Both as one table; nothing where the second has a header, or other columns than the first names.
std::optional<CellTable> join_header(const CellTable& header, const CellTable& body);

}  // namespace fintool
