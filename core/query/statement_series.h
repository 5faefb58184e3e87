// A question for whole statements -> their rows over several periods: the SQL that finds the cells,
// and the table for people, rows in printed order, periods side by side.
#pragma once

#include <string>
#include <vector>

#include "query/question.h"
#include "query/result_set.h"

namespace fintool {

// The columns of the SELECT of statement_sql(): a row per printed cell.
namespace statement_column {
enum : std::size_t {
    company,
    ticker,
    statement,
    fiscal_label,
    period_end,
    months,
    section,
    label,
    metric,
    value,
    unit,
    raw_text,
    proof,
    row_no,
    depth,
    file,
    line_no,
    count
};
}

// Of each company and period the cells of one release: the newest that prints five rows or more of
// it, or the first. Runs unchanged in any SQLite program (3.25 or newer).
std::string statement_sql(const Question& question);

// A table per company. `cells` are the rows of statement_sql(), in its order.
std::vector<ResultSet> lay_out_statements(const ResultSet& cells, const Question& question);

}  // namespace fintool
