// A question in words -> what is asked, in any sensible order:
//   METRIC[, METRIC ...] [by quarter | year | half | ttm] [for COMPANY[, COMPANY ...] | for all]
//   [in X | since X | until X | from X to Y | last N quarters] [as chart] [with sources]
//   [as first reported | as of DATE]; "quarterly", "annual" and synonyms, too. Ends are inclusive.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/names.h"
#include "query/question_period.h"

namespace fintool {

struct Question {
    enum class Step { quarter, year, half, ttm };
    std::vector<std::string> metrics;
    Step step = Step::quarter;
    std::vector<CompanyName> companies;  // empty: all
    std::optional<PeriodPoint> from, to;
    int last = 0;                 // of each series; 0: all
    bool first_reported = false;  // the figures of the release that came first
    std::string as_of;            // ISO: what was known on that day
    bool chart = false, sources = false;
};

// What cannot be understood is invalid_argument, with a caret under the word, what was expected
// there and the nearest names.
Result<Question> parse_question(std::string_view text, const Names& names);

// The same on a database: its vocabulary first, then all that its releases measure.
Result<Question> understand(Reader& reader, std::string_view text);

// In plain words, for --explain: "revenue by quarter for Acme Corporation since FY2009".
std::string to_string(const Question& question);
// "quarter", "year", "half year", "twelve months"
std::string_view step_name(Question::Step step);

}  // namespace fintool
