// The canned queries that are built in: files of schema/queries. Each opens with comment lines:
//   -- TITLE
//   -- HELP, over as many lines as it takes
//   -- :company = ''  what the parameter means
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/reader.h"

namespace fintool {

struct CannedParameter {
    std::string name, fallback, meaning;
};

struct CannedQuery {
    std::string name, title, help, sql;
    std::vector<CannedParameter> parameters;
    std::string question;  // that a user saved in words; its SQL stands in `sql`
};

CannedQuery parse_canned_query(std::string_view name, std::string_view text);
const std::vector<CannedQuery>& canned_queries();  // sorted by name
const CannedQuery* find_canned_query(std::string_view name);
// Those that users have saved in this database, by name.
Result<std::vector<CannedQuery>> saved_queries(Reader& reader);
// The program's own or a saved one.
Result<std::optional<CannedQuery>> find_query(Reader& reader, std::string_view name);
// "Warranty Reserve" -> "warranty_reserve", the way names of queries are written.
std::string query_name(std::string_view typed);
// What stands in the help of a query that was saved as a question, before the question.
inline constexpr std::string_view question_mark = "question: ";

// What can be asked of this database: canned queries and metrics, with what each means.
Result<ResultSet> list_questions(Reader& reader);

}  // namespace fintool
