// Pages and texts that are made to cost: read in linear time, with memory in proportion.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <string>

#include "document/readers.h"
#include "grid/grid.h"
#include "hostile.h"
#include "sanitized.h"

using namespace fintool;

namespace {

const hostile::Text hostile_pages[] = {
    {"nested elements", "", "<div>", "x", 500'000},
    {"nested elements with ends that close nothing", "", "<b></i>", "x", 60'000},
    {"nested tables", "", "<table><tr><td>", "5", 20'000},
    {"tables left open", "", "<table><tr><td>a<td>1,000<tr><td>b<td>2,000<p>", "", 10'000},
    {"comments left open", "<p>", "<!-- ", "x", 60'000},
    {"quotes left open", "<p>", "<td title=\"", "x", 60'000},
    {"quotes of the other kind left open", "<p>", "<td title='x", "", 60'000},
    {"scripts left open", "<p>", "<script>", "x", 60'000},
    {"titles left open", "<p>", "<title>", "x", 20'000},
    {"one long paragraph", "<p>", "word &amp; word <br>", "</p>", 20'000},
    {"superscripts in one paragraph", "<p>", "a<sup>1</sup>", "</p>", 20'000},
    {"less-than signs", "<p>", "<", "</p>", 100'000},
    {"ampersands", "<p>", "&", "</p>", 100'000},
    {"wide cells", "<table>", "<tr><td colspan=1000 rowspan=1000>1,000</td></tr>", "", 6'000},
    {"one wide row", "<table><tr>", "<td>1,000</td>", "</table>", 40'000},
    {"one long table", "<table>", "<tr><td>Cash</td><td>$</td><td>1,000</td></tr>", "", 8'000},
    {"a table per row", "", "<table><tr><td>Cash<td>1,000</table>", "", 8'000},
    {"headers that start over", "<table>",
     "<tr><td><td>2004<td>2003<tr><td>a<td>1<td>2<tr><td>b<td>3<td>4<tr><td><td>2001<td>2000"
     "<tr><td>a<td>1<td>2<tr><td>b<td>3<td>4",
     "", 1'000},
    {"rows of ragged places", "<table>", "<tr><td>a<td>1<td><td>2<tr><td>b<td><td>3<td>4", "",
     4'000},
    {"attributes", "<p ", "a=b ", ">x", 60'000},
    {"fixed blanks without figures", "", "<p>Cash&nbsp;&nbsp;&nbsp;Debt</p>\n", "", 10'000},
    {"rules in paragraphs", "", "<p>---&nbsp;&nbsp;&nbsp;---</p>\n", "", 10'000},
};

const hostile::Text hostile_texts[] = {
    {"broken rows", "", "Cash\n\n|\n1,000\n\n|\n\n\n\n", "", 8'000},
    {"rows of many lengths", "", "Cash | 1 | 2 |\nDebt | 1 | | 2 | 3 |\n", "", 8'000},
    {"one row of pipes", "Cash |", " 1 |", "\n", 40'000},
    {"pipes alone", "", "|\n", "", 60'000},
    {"rows without end", "", "Cash | 1\n", "", 20'000},
    {"names that go on", "", "2026 | 2025 | 2026 |\n", "Cash | 1 | 2 | 3 |\n", 8'000},
};

void read_all(const std::string& html) {
    Diagnostics diagnostics;
    find_grids(read_html(html, {0, html.size()}), diagnostics);
}

}  // namespace

TEST_CASE("html: hostile markup is read in linear time") {
    for (const hostile::Text& text : hostile_pages) {
        CAPTURE(text.name);
        CHECK(hostile::growth(text, read_all) < 2.5);
    }
}

TEST_CASE("pipe text: hostile rows are read in linear time") {
    for (const hostile::Text& text : hostile_texts) {
        CAPTURE(text.name);
        const double ratio = hostile::growth(text, [](const std::string& bytes) {
            Diagnostics diagnostics;
            find_grids(read_text(bytes, {0, bytes.size()}), diagnostics);
        });
        CHECK(ratio < 2.5);
    }
}

TEST_CASE("html: what is left open takes memory in proportion to the page") {
    if (is_sanitized) {
        MESSAGE("skipped: the sanitizer's own memory is counted along");
        return;
    }
    const auto peak = [] {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss;  // KiB
    };
    for (const char* unit : {"<div>", "<!-- ", "<td title=\"", "<table><tr><td>", "<b></i>"}) {
        CAPTURE(unit);
        const std::string page = hostile::repeated(unit, 1'000'000) + "x";
        const long before = peak();
        read_html(page, {0, page.size()});
        CHECK(peak() - before < static_cast<long>(16 * 1024 + page.size() * 24 / 1024));
    }
}
