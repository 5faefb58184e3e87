// Checks as stored -> with the sentence of those that pass, made of the labels and figures of their
// cells.
#pragma once

#include <cstddef>

#include "query/reader.h"

namespace fintool {

// The last three columns are filing_id, cells and form of `checks`; they are taken off. Where there
// is a form, `column` gets the sentence.
Status complete_sentences(Reader& reader, ResultSet& checks, std::size_t column);

}  // namespace fintool
