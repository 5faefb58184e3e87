// A question in words -> what is asked, in any sensible order:
//   METRIC[, METRIC ...] | row "LABEL" | margin of METRIC | income statement | balance sheet |
//   cash flow  [by quarter | year | half | ttm | release] [for COMPANY[, COMPANY ...] | for all]
//   [in X | since X | until X | from X to Y | last N quarters] [growth | yoy | qoq]
//   [as % of METRIC] [as chart] [with sources] [as reported | as first reported | as of DATE]
// "quarterly", "annual" and synonyms do, too. Ends are inclusive.
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
    enum class Step { quarter, year, half, ttm, release };
    enum class Show { value, yoy, qoq };
    std::vector<std::string> metrics;
    std::string statement;  // income | balance | cashflow: whole statements instead of metrics
    std::string row;        // a printed label instead of metrics; % stands for anything
    std::string share_of;   // each value as a percentage of this metric
    Step step = Step::quarter;
    bool step_given = false;
    Show show = Show::value;             // for people: growth in place of the values
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
// "quarter", "year", "half year", "twelve months", "release"
std::string_view step_name(Question::Step step);
// "income statement", "balance sheet", "cash flow"
std::string statement_name(std::string_view kind);

}  // namespace fintool
