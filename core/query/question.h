// A question in words -> what is asked. The grammar:
//   METRIC[, METRIC ...] [by quarter | by year] [for COMPANY[, COMPANY ...] | for all]
// in any sensible order, synonyms and "quarterly", "annual" too. No database is asked here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/names.h"

namespace fintool {

struct Question {
    enum class Step { quarter, year };
    std::vector<std::string> metrics;
    Step step = Step::quarter;
    std::vector<CompanyName> companies;  // empty: all
};

// What cannot be understood is invalid_argument, with a caret under the word, what was expected
// there and the nearest names.
Result<Question> parse_question(std::string_view text, const Names& names);

// The same on a database: its vocabulary first, then all that its releases measure.
Result<Question> understand(Reader& reader, std::string_view text);

// In plain words, for --explain: "revenue by quarter for Acme Corporation".
std::string to_string(const Question& question);

}  // namespace fintool
