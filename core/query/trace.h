// A question about few values -> where each was printed: file, line, bytes and the line itself,
// from the stored source; of a derived or computed value the values that it was made from.
#pragma once

#include "query/question.h"
#include "query/reader.h"

namespace fintool {

struct Trace {
    ResultSet values;                 // tidy: a row per value, inputs under what they make
    std::vector<ResultSet> panels;    // for people: the values, and of each printed one its table's
                                      // header and row, the releases that print it, its checks
    std::vector<std::string> places;  // "file:line" of what is printed, in order, once each
};
Result<Trace> trace(Reader& reader, const Question& question);
// The cells of a printed row, by the id of its line item.
Result<Trace> trace_line_item(Reader& reader, std::int64_t line_item);

}  // namespace fintool
