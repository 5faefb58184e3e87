// Labels of the user's own in the reading of statements.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "built_statement.h"

using namespace fintool;
using namespace built_statement;

namespace {

std::string value_with(const std::vector<Statement>& statements, const std::vector<OwnLabel>& own,
                       const std::string& metric) {
    Diagnostics diagnostics;
    for (const MetricFact& fact : extract_metrics(statements, diagnostics, own)) {
        if (fact.metric == metric) return to_string(fact.value);
    }
    return "-";
}

}  // namespace

TEST_CASE("metrics: a label of one's own stands over the vocabulary") {
    const std::vector<Statement> income = {
        built(Statement::Kind::income, {{"", "Franchise takings", {"130", "120"}},
                                        {"", "Revenue", {"100", "80"}},
                                        {"", "Net loss", {"9", "5"}}})};
    CHECK(value_with(income, {}, "revenue") == "100");
    CHECK(value_with(income, {{"FRANCHISE takings (1)", "revenue", {}}}, "revenue") == "130");
    CHECK(value_with(income, {{"Revenue", "orders", {}}}, "revenue") == "-");
    CHECK(value_with(income, {{"Revenue", "orders", {}}}, "orders") == "100");
    CHECK(value_with(income, {{"Revenue", "", {}}}, "revenue") == "-");
    // The sign is by meaning, as for every metric.
    CHECK(value_with(income, {{"Net loss", "operating_income", {}}}, "operating_income") == "-9");
    // An amount of money is no number of shares, a part of a label no label.
    CHECK(value_with(income, {{"Revenue", "shares_basic", {}}}, "shares_basic") == "-");
    CHECK(value_with(income, {{"Franchise", "revenue", {}}}, "revenue") == "100");
}

TEST_CASE("metrics: what a label of one's own denies no structure gives back") {
    const std::vector<Statement> income = {
        built(Statement::Kind::income, {{"", "Revenue", {"100", "80"}},
                                        {"", "Cost of revenue", {"60", "50"}},
                                        {"", "Gross profit", {"40", "30"}},
                                        {"", "Operating expenses", {"30", "28"}},
                                        {"", "Operating income", {"10", "2"}},
                                        {"", "Net income", {"10", "2"}}})};
    CHECK(value_with(income, {}, "revenue") == "100");
    CHECK(value_with(income, {{"Revenue", "", {}}}, "revenue") == "-");
    CHECK(value_with(income, {{"Revenue", "orders", {}}}, "revenue") == "-");
    CHECK(value_with(income, {{"Gross profit", "", {}}}, "gross_profit") == "-");
}

TEST_CASE("metrics: a label of one's own holds where it is said to hold") {
    const auto lines = std::vector<Printed>{{"", "Order book", {"7", "6"}}};
    const Statement other = built(Statement::Kind::other, lines);
    const Statement income = built(Statement::Kind::income, lines);
    const OwnLabel anywhere{"Order book", "orders", {}};
    const OwnLabel in_others{"Order book", "orders", Statement::Kind::other};
    CHECK(value_with({income}, {anywhere}, "orders") == "7");
    CHECK(value_with({income}, {in_others}, "orders") == "-");
    CHECK(value_with({other}, {anywhere}, "orders") == "-");
    CHECK(value_with({other}, {in_others}, "orders") == "7");
}
