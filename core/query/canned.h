// The canned queries that are built in: files of schema/queries. Each opens with comment lines:
//   -- TITLE
//   -- HELP, over as many lines as it takes
//   -- :company = ''  what the parameter means
#pragma once

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
};

CannedQuery parse_canned_query(std::string_view name, std::string_view text);
const std::vector<CannedQuery>& canned_queries();  // sorted by name
const CannedQuery* find_canned_query(std::string_view name);

// What can be asked of this database: canned queries and metrics, with what each means.
Result<ResultSet> list_questions(Reader& reader);

}  // namespace fintool
