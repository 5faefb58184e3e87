// Scales that words beside amounts or over tables name, for money, shares and units apart.
#include "statement/scale_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ingest.h"
#include "statement/label_scale.h"

using namespace fintool;

TEST_CASE("scale: a letter behind an amount is a scale only beside a currency's sign") {
    const std::vector<std::pair<std::string, std::optional<Scale>>> cases = {
        {"$1.1B", Scale::billions},   {"$998M", Scale::millions},
        {"($20.4M)", Scale::millions}, {"$ 24.3 million", Scale::millions},
        {"1.1M", std::nullopt},       {"12 B", std::nullopt},
        {"$1,234B", std::nullopt},  // a mark: nobody has as many billions
        {"$14 (a)", std::nullopt},
    };
    for (const auto& [text, scale] : cases) {
        CAPTURE(text);
        CHECK(amount_scale(text) == scale);
    }
}

TEST_CASE("scale: shares and units have the scale that stands behind them") {
    const auto eps = read_scale("(net income in millions and shares in thousands)");
    REQUIRE(eps);
    CHECK(eps->money == Scale::millions);
    CHECK(eps->shares == Scale::thousands);
    const auto sales = read_scale("(net sales in millions and unit sales in thousands)");
    REQUIRE(sales);
    CHECK(sales->money == Scale::millions);
    CHECK(sales->units == Scale::thousands);
    const auto shares = read_scale("(shares in thousands)");
    REQUIRE(shares);
    CHECK(shares->only_shares);
}

TEST_CASE("scale: a remark on two lines is one") {
    Grid grid;
    for (const char* line : {"Sales by product (net sales in millions and unit sales in",
                             "thousands):"}) {
        Paragraph paragraph;
        paragraph.text.append_invented(line);
        grid.above.push_back(paragraph);
    }
    const auto words = stated_scale(grid);
    REQUIRE(words);
    CHECK(words->money == Scale::millions);
    CHECK(words->units == Scale::thousands);
}

TEST_CASE("scale: one that a table of the discussion states is doubted over a statement") {
    const auto doubts = [](const std::string& title) {
        const Reading read = read_release(title +
                                          "\n(In thousands)\n\n"
                                          "                        Year Ended June 30,\n"
                                          "                            2005        2004\n"
                                          "East                        9,120       8,840\n"
                                          "West                        6,204       6,011\n"
                                          "Total net sales            15,324      14,851\n\n\n\n"
                                          "CONSOLIDATED STATEMENTS OF INCOME\n\n"
                                          "                        Year Ended June 30,\n"
                                          "                            2005        2004\n"
                                          "Net sales                  15,324      14,851\n"
                                          "Cost of sales              10,112       9,930\n"
                                          "Gross profit                5,212       4,921\n"
                                          "Operating expenses          4,000       3,900\n"
                                          "Operating income            1,212       1,021\n"
                                          "Income taxes                  412         321\n"
                                          "Net income                    800         700\n");
        return std::count_if(read.diagnostics.begin(), read.diagnostics.end(),
                             [](const Diagnostic& d) { return d.code == "scale-assumed"; });
    };
    CHECK(doubts("NET SALES BY REGION") == 1);
}
