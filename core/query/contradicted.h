// Which values of a series rest on a printed figure that the arithmetic of its statement denies.
#pragma once

#include <cstddef>
#include <vector>

#include "query/reader.h"

namespace fintool {

// Indices of rows of `series`, which has the columns of series_sql(); in order.
Result<std::vector<std::size_t>> find_contradicted(Reader& reader, const ResultSet& series);

}  // namespace fintool
