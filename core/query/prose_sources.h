// Values of a series that only the prose gives -> the sentences that state them.
#pragma once

#include <cstddef>
#include <vector>

#include "query/reader.h"

namespace fintool {

struct ProseSources {
    std::vector<std::size_t> rows;  // of the series, in order
    ResultSet said;                 // of each: metric, fiscal_label, place ("file:byte"), sentence
};
// Of the values of origin 'narrative'; `series` has the columns of series_sql().
Result<ProseSources> find_sentences(Reader& reader, const ResultSet& series);

}  // namespace fintool
