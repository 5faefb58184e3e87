// A question on a database -> its answer: the tidy series (a row per value), what it rests on, and
// the same laid out for people.
#pragma once

#include <vector>

#include "query/question.h"
#include "query/reader.h"

namespace fintool {

struct Answer {
    ResultSet series;  // the pinned columns of csv; notes and facts say what it rests on
    ResultSet shown;   // what a chart shows: the same, or its growth; all columns of series_sql()
    std::vector<ResultSet> panels;          // for people: one table, or one per company
    std::vector<std::string> contradicted;  // "revenue Q2 FY2009 of ABC": what a check denies
};

// The one statement that answers it, which runs unchanged in any SQLite program.
std::string sql_of(const Question& question);
Result<Answer> answer(Reader& reader, const Question& question, const SqlLimits& limits);

}  // namespace fintool
