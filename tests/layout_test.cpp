// Series side by side, for people: no value hides another, and time runs downwards.
#include "query/layout.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/series_sql.h"

using namespace fintool;

namespace {

struct Value {
    std::string company, ticker, metric, label, day, calendar;
    std::int64_t value;
};

std::vector<ResultSet> laid_out(const std::vector<Value>& values, Question::Step step) {
    ResultSet series;
    for (std::size_t i = 0; i <= series_column::basis; ++i) series.columns.push_back({});
    for (const Value& v : values) {
        auto& row = series.rows.emplace_back(series.columns.size());
        row[series_column::company] = v.company;
        row[series_column::ticker] = v.ticker;
        row[series_column::metric] = v.metric;
        row[series_column::fiscal_label] = v.label;
        row[series_column::period_end] = v.day;
        row[series_column::calendar_label] = v.calendar;
        row[series_column::value] = v.value;
        row[series_column::unit] = "USD";
        row[series_column::origin] = "reported";
    }
    Question question;
    question.step = step;
    return lay_out(series, question);
}

std::string first_column(const ResultSet& panel) {
    std::string out;
    for (const auto& row : panel.rows) out += (out.empty() ? "" : ", ") + text_at(row, 0);
    return out;
}

}  // namespace

TEST_CASE("layout: two companies of one ticker have each their column") {
    const auto panels = laid_out({{"Larkmoor", "LKMR", "revenue", "Q1 FY2005", "2004-12-31",
                                   "CY2004Q4", 118},
                                  {"Stonewake", "LKMR", "revenue", "Q4 FY2004", "2004-12-31",
                                   "CY2004Q4", 121}},
                                 Question::Step::quarter);
    REQUIRE(panels.size() == 1);
    REQUIRE(panels[0].columns.size() == 3);
    CHECK(panels[0].columns[1].name == "Larkmoor, USD");
    CHECK(panels[0].columns[2].name == "Stonewake, USD");
}

TEST_CASE("layout: halves and twelve months of several companies stand in the order of time") {
    const auto order = [](const std::string& first, const std::string& second,
                          const std::string& third, Question::Step step) {
        return first_column(laid_out({{"A", "A", "revenue", first, "2003-06-30", "", 1},
                                      {"A", "A", "revenue", second, "2003-12-31", "", 2},
                                      {"B", "B", "revenue", third, "2004-06-30", "", 3}},
                                     step)[0]);
    };
    CHECK(order("H1 FY2003", "H2 FY2003", "H1 FY2004", Question::Step::half) ==
          "H1 FY2003, H2 FY2003, H1 FY2004");
    CHECK(order("TTM Q3 FY2003", "TTM Q4 FY2003", "TTM Q1 FY2004", Question::Step::ttm) ==
          "TTM Q3 FY2003, TTM Q4 FY2003, TTM Q1 FY2004");
}

TEST_CASE("layout: a fiscal quarter of two printed days is one row") {
    const auto panels =
        laid_out({{"A", "A", "revenue", "Q3 FY2005", "2005-03-26", "CY2005Q1", 19},
                  {"A", "A", "inventory", "Q3 FY2005", "2005-03-31", "CY2005Q1I", 13}},
                 Question::Step::quarter);
    REQUIRE(panels[0].rows.size() == 1);
    CHECK(text_at(panels[0].rows[0], 1) == "2005-03-26");
}

TEST_CASE("layout: of two values in one place none hides the other") {
    const auto panels = laid_out({{"A", "A", "revenue", "Q1 FY2005", "2005-03-31", "CY2005Q1", 7},
                                  {"A", "A", "revenue", "Q1 FY2005", "2005-03-31", "CY2005Q1", 8},
                                  {"B", "B", "revenue", "Q1 FY2005", "2005-03-31", "CY2005Q1", 9}},
                                 Question::Step::release);
    REQUIRE(panels[0].rows.size() == 2);
    CHECK(panels[0].rows[0][1] == SqlValue(std::int64_t{7}));
    CHECK(panels[0].rows[1][1] == SqlValue(std::int64_t{8}));
}
