// A question on a database -> its answer: a series (a row per value) and what it rests on, tidy or
// laid out for people.
#pragma once

#include <vector>

#include "query/question.h"
#include "query/reader.h"

namespace fintool {

// For programs the rows as they are (csv, json); for people tables that are laid out, or the series
// that a chart draws. Only what is asked for is made: an answer may have a million rows.
enum class AnswerForm { tidy, tables, chart };

struct Answer {
    // Notes and facts say what it rests on. Tidy: the pinned columns of csv. Else all columns of
    // series_sql(), denied values marked "reported!", and growth in place of values where asked.
    ResultSet series;
    std::vector<ResultSet> panels;          // the tables: one, or one per company
    std::vector<std::string> contradicted;  // "revenue Q2 FY2009 of ABC": what a check denies
};

// The one statement that answers it, which runs unchanged in any SQLite program.
std::string sql_of(const Question& question);
Result<Answer> answer(Reader& reader, const Question& question, const SqlLimits& limits,
                      AnswerForm form = AnswerForm::tidy);

}  // namespace fintool
