// A question about few values -> where each was printed: file, line, bytes and the line itself,
// from the stored source; of a derived or computed value the values that it was made from.
#pragma once

#include "query/question.h"
#include "query/reader.h"

namespace fintool {

Result<ResultSet> trace(Reader& reader, const Question& question);

}  // namespace fintool
