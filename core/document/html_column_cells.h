// A row of a table whose cells hold whole columns, a figure on each line: "Net sales<br>Cost of
// sales" beside "1,204<br>811".
#pragma once

#include <vector>

#include "document/html_table.h"

namespace fintool {

// A row per line, empty where the row is none of that kind. Labels that end with a colon have no
// figures where the others have as many as there are.
std::vector<RawRow> rows_of_column_cells(const HtmlRow& row);

}  // namespace fintool
