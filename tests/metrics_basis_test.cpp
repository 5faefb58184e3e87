// GAAP rows in tables of non-GAAP results, and the parts of expenses that such tables print.
#include <doctest/doctest.h>

#include "built_statement.h"
#include "facts/metrics.h"

using namespace fintool;
using namespace built_statement;

TEST_CASE("metrics: what a table of non-GAAP results calls GAAP is GAAP") {
    Statement table = built(Statement::Kind::income,
                            {{"", "GAAP operating income", {"100", "80"}},
                             {"", "Net income", {"70", "60"}},
                             {"Net earnings on GAAP basis", "Basic EPS", {"0.70", "0.60"},
                              Unit::Kind::money_per_share}});
    table.basis = Statement::Basis::non_gaap;
    Diagnostics diagnostics;
    for (const MetricFact& fact : extract_metrics({table}, diagnostics)) {
        const bool gaap = fact.metric != "net_income";
        CHECK((fact.basis == Statement::Basis::gaap) == gaap);
    }
}

TEST_CASE("metrics: the part of an expense that is compensation in shares is not the expense") {
    const std::vector<Printed> lines = {
        {"", "Revenue", {"100", "80"}},
        {"Adjustments > Stock-based compensation expense", "Cost of revenue", {"5", "4"}},
        {"Stock-based compensation", "Research and development", {"3", "2"}}};
    CHECK(income_value(lines, "revenue") == "100");
    CHECK(income_value(lines, "cost_of_revenue") == "-");
    CHECK(income_value(lines, "research_and_development") == "-");
}
