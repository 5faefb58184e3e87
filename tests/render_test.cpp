// Answers as text: what people read is lined up and harmless, what programs read is exact.
#include "render/render.h"

#include <doctest/doctest.h>

#include "render/escape.h"
#include "render/numbers.h"

using fintool::Format;
using fintool::ResultSet;
using fintool::SqlValue;
using Style = fintool::ResultSet::Style;

namespace {

ResultSet small_answer() {
    ResultSet result;
    result.columns = {
        {"quarter", "", {}}, {"value", "revenue, USD", Style::grouped}, {"yoy", "", Style::growth}};
    result.rows = {{std::string("Q1 FY2004"), std::int64_t{4132000}, SqlValue()},
                   {std::string("Q2 FY2004"), std::int64_t{-347000}, 74.39}};
    result.notes = {"rests on 2 releases"};
    return result;
}

}  // namespace

TEST_CASE("render: a table has its numbers at the right and digits in groups") {
    CHECK(fintool::render(small_answer(), Format::table) ==
          "quarter    revenue, USD     yoy\n"
          "---------  ------------  ------\n"
          "Q1 FY2004     4,132,000\n"
          "Q2 FY2004      -347,000  +74.4%\n");
}

TEST_CASE("render: csv and json are exact and ungrouped") {
    CHECK(fintool::render(small_answer(), Format::csv) ==
          "quarter,value,yoy\nQ1 FY2004,4132000,\nQ2 FY2004,-347000,74.39\n");
    CHECK(fintool::render(small_answer(), Format::json) ==
          "{\n\"columns\": [\"quarter\", \"value\", \"yoy\"],\n\"rows\": [\n"
          "{\"quarter\": \"Q1 FY2004\", \"value\": 4132000, \"yoy\": null},\n"
          "{\"quarter\": \"Q2 FY2004\", \"value\": -347000, \"yoy\": 74.39}\n],\n"
          "\"notes\": [\"rests on 2 releases\"],\n\"truncated\": false\n}\n");
    CHECK(fintool::render(small_answer(), Format::ndjson) ==
          "{\"quarter\": \"Q1 FY2004\", \"value\": 4132000, \"yoy\": null}\n"
          "{\"quarter\": \"Q2 FY2004\", \"value\": -347000, \"yoy\": 74.39}\n");
}

TEST_CASE("render: markdown and tsv keep a row on its line") {
    ResultSet result;
    result.columns = {{"a|b", "", {}}, {"n", "", {}}};
    result.rows = {{std::string("x\ty\nz<b>"), std::int64_t{12345}}};
    CHECK(fintool::render(result, Format::markdown) ==
          "| a\\|b | n |\n| --- | ---: |\n| x\xEF\xBF\xBDy z&lt;b&gt; | 12,345 |\n");
    CHECK(fintool::render(result, Format::tsv) == "a|b\tn\nx y z<b>\t12345\n");
}

TEST_CASE("render: a heading of several lines stands over its column") {
    ResultSet result;
    result.columns = {{"label", " ", {}}, {"c", "Months Ended\n2004", Style::amount}};
    result.rows = {{std::string("Sales"), std::string("12")}};
    CHECK(fintool::render(result, Format::table) ==
          "       Months Ended\n               2004\n       ------------\n"
          "Sales            12\n");
}

TEST_CASE("render: text of a document cannot steer a terminal") {
    CHECK(fintool::terminal_text("a\x1b]52;c;x\x07"
                                 "b\nc") == "a\\x1b]52;c;x\\x07b\\nc");
    CHECK(fintool::terminal_text("\xC2\x9B"
                                 "31m\xE2\x80\xAEx\xFF") == "\\u{009b}31m\\u{202e}x\\xff");
    CHECK(fintool::terminal_text("Müller 株式会社") == "Müller 株式会社");
}

TEST_CASE("render: wide and combining characters keep the columns straight") {
    CHECK(fintool::terminal_width("株式") == 4);
    CHECK(fintool::terminal_width("e\xCC\x81") == 1);
    CHECK(fintool::bytes_that_fit("株式会社", 5) == 6);
}

TEST_CASE("render: text of a document cannot be a formula in a spreadsheet") {
    CHECK(fintool::csv_text("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"");
    for (const char* text : {"+1", "-1", "@x", "\tx"}) {
        CAPTURE(text);
        CHECK(fintool::csv_text(text)[0] == '\'');
        CHECK(fintool::csv_text(text, false) == text);
    }
    ResultSet result;
    result.columns = {{"n", "", {}}};
    result.rows = {{std::int64_t{-5}}};
    CHECK(fintool::render(result, Format::csv) == "n\n-5\n");
}

TEST_CASE("render: text of a document cannot be markup in a page or break json") {
    CHECK(fintool::html_text("<img src=x onerror='a'>&\"") ==
          "&lt;img src=x onerror=&#39;a&#39;&gt;&amp;&quot;");
    CHECK(fintool::json_text("a\"b\\\n\x01\xFF") == "\"a\\\"b\\\\\\n\\u0001\xEF\xBF\xBD\"");
    ResultSet result;
    result.title = "</title><script>";
    result.columns = {{"<b>", "", {}}};
    result.rows = {{std::string("<script>alert(1)</script>")}};
    const std::string page = fintool::render(result, Format::html);
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("render: numbers for people are rounded and those for programs are not") {
    CHECK(fintool::people_text(0.11, Style::grouped) == "0.11");
    CHECK(fintool::people_text(1.0 / 3, Style::automatic) == "0.3333");
    CHECK(fintool::people_text(1234567.5, Style::grouped) == "1,234,567.5");
    CHECK(fintool::people_text(std::int64_t{2004}, Style::automatic) == "2004");
    CHECK(fintool::people_text(std::int64_t{-123}, Style::grouped) == "-123");
    CHECK(fintool::people_text(-0.04, Style::growth) == "0.0%");
    CHECK(fintool::plain_text(0.1) == "0.1");
    CHECK(fintool::plain_text(1e20) == "1e+20");
    CHECK(fintool::plain_text(std::int64_t{9007199254740993}) == "9007199254740993");
}

TEST_CASE("render: an output file's ending picks the format") {
    CHECK(fintool::format_of_file("a/b.csv") == Format::csv);
    CHECK(fintool::format_of_file("a.b/x") == std::nullopt);
    CHECK(fintool::format_of_file("x.MD") == Format::markdown);
    CHECK(fintool::parse_format("xml") == std::nullopt);
}

TEST_CASE("render: amounts are scaled for people only where none loses a digit") {
    const auto table_of = [](std::vector<fintool::SqlValue> revenue, const std::string& unit) {
        fintool::ResultSet table;
        table.columns = {{"quarter", "", {}},
                         {"revenue, " + unit, "", fintool::ResultSet::Style::grouped, unit},
                         {"cash, USD", "", fintool::ResultSet::Style::grouped, "USD"}};
        for (auto& value : revenue) table.rows.push_back({"Q1", value, std::int64_t{4'000'000}});
        return fintool::with_scaled_amounts(table);
    };
    const auto thousands = table_of({std::int64_t{13'121'000}, std::monostate{}}, "USD");
    CHECK(thousands.columns[1].title == "revenue,\nUSD thousands");
    CHECK(thousands.rows[0][1] == fintool::SqlValue(std::int64_t{13'121}));
    CHECK(thousands.rows[0][2] == fintool::SqlValue(std::int64_t{4'000}));  // one scale for a unit
    const auto millions = table_of({std::int64_t{-5'000'000}}, "USD");
    CHECK(millions.columns[2].title == "cash,\nUSD millions");
    CHECK(millions.rows[0][1] == fintool::SqlValue(std::int64_t{-5}));
    const auto exact = table_of({std::int64_t{13'121'500}}, "USD");
    CHECK(exact.columns[1].title.empty());
    CHECK(exact.rows[0][1] == fintool::SqlValue(std::int64_t{13'121'500}));
    CHECK(table_of({0.5}, "USD").rows[0][1] == fintool::SqlValue(0.5));
    const auto power = table_of({std::int64_t{2'000}}, "MW");
    CHECK(power.rows[0][1] == fintool::SqlValue(std::int64_t{2'000}));
}

TEST_CASE("render: a column has as many digits after the point in every row") {
    fintool::ResultSet table;
    table.columns = {{"quarter", "", {}},
                     {"eps, USD/share", "", fintool::ResultSet::Style::grouped, "USD/share"},
                     {"margin, percent", "", fintool::ResultSet::Style::grouped, "percent"}};
    table.rows = {{"Q1", 0.1, 41.1148}, {"Q2", std::int64_t{0}, 42.5}, {"Q3", {}, {}}};
    const fintool::ResultSet shown = fintool::with_scaled_amounts(table);
    const std::string text = fintool::render(shown, fintool::Format::table);
    CHECK(text.find("0.10          41.1148\n") != text.npos);
    CHECK(text.find("0.00          42.5000\n") != text.npos);
    CHECK(fintool::render(shown, fintool::Format::csv).find("Q1,0.1,41.1148") != std::string::npos);
}
