// Scales that words beside amounts or over tables name, for money, shares and units apart.
#include "statement/scale_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ingest.h"
#include "statement/label_scale.h"
#include "statement/scale_remark.h"

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

TEST_CASE("scale: an apostrophe may join a currency and its scale") {
    for (const auto& [text, scale] : std::vector<std::pair<std::string, Scale>>{
             {"Note RMB'million RMB'million", Scale::millions}, {"RMB'000", Scale::thousands}}) {
        CAPTURE(text);
        const auto words = read_scale(text);
        REQUIRE(words);
        CHECK(words->money == scale);
        CHECK(words->currency == "CNY");
    }
}

TEST_CASE("scale: a remark of nothing else may use short forms") {
    struct Case {
        const char* text;
        Scale scale;
        const char* currency;
    };
    const std::vector<Case> cases = {
        {"($ 000)", Scale::thousands, ""},
        {"(000 except per share)", Scale::thousands, ""},
        {"(Dollars in Thous.)", Scale::thousands, ""},
        {"($ in K)", Scale::thousands, ""},
        {"(thousand dollars)", Scale::thousands, ""},
        {"(NOK 1,000)", Scale::thousands, "NOK"},
        {"(k\u20ac)", Scale::thousands, "EUR"},
        {"in T\u20ac", Scale::thousands, "EUR"},
        {"HK$ 000", Scale::thousands, "HKD"},
        {"Pounds'000", Scale::thousands, ""},
        {"(last three digits omitted)", Scale::thousands, ""},
        {"CONDENSED STATEMENTS OF INCOME ($ MM, unaudited)", Scale::millions, ""},
        {"(in 000,000s)", Scale::millions, ""},  // no thousands
        {"(000,000 omitted)", Scale::millions, ""},
        {"($ in mil.)", Scale::millions, ""},
        {"(U.S. $M's; except per share)", Scale::millions, "USD"},
        {"(POUNDS)M", Scale::millions, ""},
        {"(\u00a3 m)", Scale::millions, "GBP"},
        {"\u20ac mn  \u20ac mn", Scale::millions, "EUR"},
        {"(Rm)", Scale::millions, "ZAR"},
        {"(R$ million)", Scale::millions, "BRL"},  // had been rand
        {"(Rs in millions)", Scale::millions, "INR"},
        {"(Won in billions)", Scale::billions, "KRW"},
        {"($ bn)", Scale::billions, ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto words = read_scale(c.text);
        REQUIRE(words);
        CHECK(words->money == c.scale);
        CHECK(words->currency == c.currency);
    }
    for (const char* text : {"(m)", "(k)", "M", "million", "billion dollars", "1,000",
                             "$1,000", "RM", "(in mm)", "(in t)", "(in K)", "(a) M", "(x)",
                             "Thousand Oaks", "US", "(thousands, millions)"}) {
        CAPTURE(text);
        const auto remark = scale_remark(text);
        CHECK_FALSE(remark);
    }
    const auto shares = read_scale("Number of shares (thousand)");
    REQUIRE(shares);
    CHECK(shares->only_shares);
    // The phrase in front counts, not a remark behind it.
    const auto sales = read_scale("Sales, $ in millions; output (thousands)");
    REQUIRE(sales);
    CHECK(sales->money == Scale::millions);
}

TEST_CASE("scale: pesos of no country are a guess that says so unless the prose names them") {
    const std::string table =
        "\n\nCONSOLIDATED STATEMENTS OF INCOME\n(Ps. millions)\n\n"
        "                        Three Months Ended\n                          June 30,\n"
        "                       2003        2002\n"
        "Net sales             1,410       1,380\nCost of sales           900         880\n"
        "Gross profit            510         500\nNet income              120         110\n";
    const std::string title = "Molinos Ardal S.A. Reports Results\n\n";
    const auto said = [](const Reading& reading) {
        return std::any_of(reading.diagnostics.begin(), reading.diagnostics.end(),
                           [](const Diagnostic& it) { return it.code == "currency-assumed"; });
    };
    const auto guess = read_release(title + "Sales rose." + table);
    REQUIRE(guess.statements.size() == 1);
    CHECK(guess.statements[0].currency == "MXN");
    CHECK(guess.statements[0].scale == Scale::millions);
    CHECK(said(guess));
    const auto told = read_release(title + "All amounts are in Argentine pesos." + table);
    REQUIRE(told.statements.size() == 1);
    CHECK(told.statements[0].currency == "ARS");
    CHECK_FALSE(said(told));
}

TEST_CASE("scale: thousands in figures and what is no scale") {
    for (const auto& [text, scale] : std::vector<std::pair<std::string, std::optional<Scale>>>{
             {"(in 1,000s)", Scale::thousands},
             {"Dollars in 1,000's, unaudited", Scale::thousands},
             {"(US$ x 1,000)", std::nullopt},
             {"US dollars (x 1,000)", Scale::thousands},
             {"US dollars (x 1,000,000)", Scale::millions},
             {"(rounded to the nearest thousand)", std::nullopt}}) {
        CAPTURE(text);
        const auto words = read_scale(text);
        CHECK((words ? std::optional(words->money) : std::nullopt) == scale);
    }
}

// The "12" and "7" in the first column are numbers of notes.
TEST_CASE("scale: share counts printed in full are not thousands for a small number beside them") {
    const auto reading = read_release(
        "<html><body><p>Colbeck Mills, Inc. Reports Results</p><table>"
        "<tr><td></td><td></td><td>2003</td><td>2002</td></tr>"
        "<tr><td>Years ended December 31,</td><td></td><td></td><td></td></tr>"
        "<tr><td>Net sales</td><td></td><td>88,104,200</td><td>80,220,900</td></tr>"
        "<tr><td>Cost of sales</td><td></td><td>60,310,000</td><td>55,105,300</td></tr>"
        "<tr><td>Income before income taxes</td><td></td><td>9,204,100</td><td>8,100,400</td></tr>"
        "<tr><td>Income taxes</td><td>7</td><td>3,204,100</td><td>2,850,400</td></tr>"
        "<tr><td>Net income</td><td></td><td>6,000,000</td><td>5,250,000</td></tr>"
        "<tr><td>Net income per share</td><td>12</td><td>1.20</td><td>1.05</td></tr>"
        "<tr><td>Weighted average shares</td><td>12</td><td>5,000,000</td><td>5,000,000</td></tr>"
        "</table></body></html>");
    REQUIRE(reading.statements.size() == 1);
    CHECK(reading.statements.front().scale == Scale::ones);
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

TEST_CASE("scale: the last sentence of a long paragraph announces the table and its scale") {
    const std::string prose =
        "Adjusted income leaves out what the company holds to be of no use in judging its results "
        "from one period to the next. It is no measure of performance under generally accepted "
        "accounting principles and stands beside those, not in their place, where it is given. "
        "Other companies may count it otherwise, and what they call by this name may hold other "
        "items than those that are left out here. ";
    const auto scale_of = [&](const std::string& paragraph) {
        const Reading read = read_release(
            "<p><b>Capital budget ($ in millions)</b></p><table><tr><td></td><td>2005</td>"
            "<td>2004</td></tr><tr><td>Land</td><td>50</td><td>45</td></tr><tr><td>Wells</td>"
            "<td>750</td><td>700</td></tr></table><p>" + paragraph +
            "</p><table><tr><td></td><td colspan=2>Three Months Ended March 31,</td></tr>"
            "<tr><td></td><td>2005</td><td>2004</td></tr><tr><td>Net income</td><td>78,763</td>"
            "<td>38,810</td></tr><tr><td>Impairment</td><td>1,244</td><td>9,220</td></tr>"
            "<tr><td>Adjusted income</td><td>80,007</td><td>48,030</td></tr></table>");
        return read.statements.back().scale;
    };
    const std::string table = "The table leads from net income to adjusted income";
    CHECK(scale_of(prose + table + " (in thousands):") == Scale::thousands);
    CHECK(scale_of(prose + prose + table + " (in thousands):") == Scale::thousands);
    CHECK(scale_of(prose + prose + table + ":") == Scale::millions);
}

TEST_CASE("scale: what is in thousands except net income and per share amounts counts shares") {
    const auto note = read_scale("earnings per share (in thousands, except net income (loss) and "
                                 "per share amounts):");
    REQUIRE(note);
    CHECK(note->excepts_money);
    CHECK(note->shares == Scale::thousands);
    const auto plain = read_scale("(in thousands, except net income per share)");
    REQUIRE(plain);
    CHECK_FALSE(plain->excepts_money);
}
