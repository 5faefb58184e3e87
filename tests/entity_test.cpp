// Whose figures a table prints, by its rows.
#include "statement/entity.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fintool;

namespace {

bool of_parent(const std::vector<std::string>& labels) {
    std::vector<LabelledRow> rows;
    for (const std::string& label : labels) {
        LabelledRow row;
        row.label = label;
        rows.push_back(row);
    }
    return is_of_parent_alone(rows);
}

}  // namespace

TEST_CASE("entity: a parent alone has earnings of its subsidiaries and a group has not") {
    CHECK(of_parent({"Equity in undistributed net income of bank subsidiaries"}));
    CHECK(of_parent({"Dividends", "Equity in earnings (losses) of subsidiaries", "Net income"}));
    CHECK_FALSE(of_parent({"Equity in earnings of unconsolidated subsidiaries"}));
    CHECK_FALSE(of_parent({"Minority interests in net income of subsidiaries"}));
    CHECK_FALSE(of_parent({"Preferred stockholders' equity in a subsidiary company"}));
}

TEST_CASE("entity: a parent alone has invested in its subsidiaries") {
    CHECK(of_parent({"Cash", "Investments in subsidiaries", "Total assets"}));
    CHECK_FALSE(of_parent({"Cash", "Investments in unconsolidated subsidiaries", "Total assets"}));
    CHECK_FALSE(of_parent({"Investment in subsidiaries, net of cash acquired", "Net cash used"}));
}
