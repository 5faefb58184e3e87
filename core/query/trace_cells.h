// Printed cells -> how they stand in their tables, which releases print the same value, and which
// checks they took part in: tables for people.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/reader.h"

namespace fintool {

struct PrintedCell {
    std::int64_t metric = 0;  // 0: of a row that no metric claims
    std::int64_t filing = 0, line_item = 0, column = 0;
    std::string place;  // "file:line"
};

Result<std::vector<ResultSet>> show_cells(Reader& reader, const std::vector<PrintedCell>& cells);

}  // namespace fintool
