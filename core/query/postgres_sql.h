// SQL as SQLite runs it -> the same for PostgreSQL, with the same answer. Canned queries, questions
// and views are written so that both run them where they can; here is what differs all the same:
//   x LIKE y              x ILIKE y ESCAPE ''       (SQLite's takes either case of a letter)
//   a IS b                a IS NOT DISTINCT FROM b
//   ORDER BY x DESC       ... NULLS LAST            (NULL is the least of all values)
//   FROM (SELECT ...)     ... AS part_1             (a name is due)
//   julianday(day)        a number of days
//   round(x, 2)           of double precision, as SQLite rounds it: 12.35 is 12.4
//   WHERE 1, ifnull, min(a, b), CAST(x AS REAL), :name
// What else a user writes is left as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/reader.h"

namespace fintool {

// Parameters become literals; those without a value stay.
std::string postgres_sql(std::string_view sql, const std::vector<SqlParameter>& parameters = {});

}  // namespace fintool
