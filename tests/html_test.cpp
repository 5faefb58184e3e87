// HTML -> Document: what the tokenizer, the text and the tables make of markup as filings write it.
#include <doctest/doctest.h>

#include <string>

#include "base/text.h"
#include "document/readers.h"

using namespace fintool;

namespace {

Document read(std::string_view html) { return read_html(html, {0, html.size()}); }

std::string text_of(std::string_view html) {
    std::string out;
    for (const Block& block : read(html).blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph == nullptr) continue;
        if (!out.empty()) out += " / ";
        out += paragraph->text.str();
    }
    return out;
}

// "a|b;c|d": the cells of all tables, blank ones too.
std::string cells_of(std::string_view html) {
    std::string out;
    for (const Block& block : read(html).blocks) {
        const auto* table = std::get_if<CellTable>(&block);
        if (table == nullptr) continue;
        for (const RawRow& row : table->rows) {
            if (!out.empty()) out += ';';
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (i > 0) out += '|';
                out += row.cells[i].text.str();
            }
        }
    }
    return out;
}

}  // namespace

TEST_CASE("html: text of tags and comments and scripts and styles is no text") {
    CHECK(text_of("<p>a<!-- <p>x --> b<script>if (a<b) '<td>'</script>c</p><style>p{}</style>") ==
          "a bc");
    CHECK(text_of("<title>name.htm</title><p>a < b, 3<4 and <5</p>") == "a < b, 3<4 and <5");
    CHECK(text_of("<p title='a>b' align=\"x>y\">in</p>") == "in");
    CHECK(text_of("<!DOCTYPE html><?xml version='1'?></><p>a</ p>b") == "ab");
}

TEST_CASE("html: references are characters by name and by number") {
    CHECK(text_of("AT&amp;T &#36;5&#x2014;&#8220;x&#8221; &lt;b&gt; R&D &unknown; &amp") ==
          "AT&T $5--\"x\" <b> R&D &unknown; &");
    CHECK(text_of("Stockholders&#146; &#150; &#151;") == "Stockholders' - --");
    CHECK(text_of("a&nbsp;&nbsp;b&#160c") == "a b c");
}

TEST_CASE("html: Windows-1252 bytes count in a page that says UTF-8") {
    CHECK(text_of("Company\x92s \xE2\x80\x93 \x96 caf\xE9 caf\xC3\xA9") ==
          "Company's - - caf\xC3\xA9 caf\xC3\xA9");
}

TEST_CASE("html: Windows-1252 made UTF-8 byte by byte keeps its dashes and quotes") {
    CHECK(text_of("Company\xC2\x92s \xC2\x96 \xC2\x97 caf\xC3\xA9") ==
          "Company's - -- caf\xC3\xA9");
}

TEST_CASE("html: what prints nothing is no text") {
    CHECK(text_of("<p>1,2\xE2\x80\x8B"
                  "34\xEF\xBB\xBF \xE2\x80\xAE"
                  "56</p>") == "1,234 56");
    CHECK(
        text_of("<ix:header><ix:hidden>9</ix:hidden></ix:header>"
                "<p>a<span style='display:none'>b</span><ix:nonFraction>7</ix:nonFraction></p>") ==
        "a7");
}

TEST_CASE("html: a superscript number is a note and a superscript word is none") {
    CHECK(text_of("1,234<sup>1</sup> 5<sup>(2)</sup> 2<sup>nd</sup> X<sup>TM</sup>") ==
          "1,234 (1) 5 (2) 2nd XTM");
}

TEST_CASE("html: every character leads back to its bytes") {
    const std::string html = "<p>Net&nbsp;loss <b>(1,2</b>34)</p>";
    const Document document = read(html);
    const MappedText& text = std::get<Paragraph>(document.blocks.at(0)).text;
    CHECK(text.str() == "Net loss (1,234)");
    const Span span = text.span(9, 16);
    CHECK(html.substr(span.begin, span.end - span.begin) == "(1,2</b>34)");
    CHECK(html.substr(text.span(3, 4).begin, 6) == "&nbsp;");
}

TEST_CASE("html: cells and rows end where the next ones start") {
    CHECK(cells_of("<table><tr><td>a<td>1<tr><td>b<td>2</table>") == "a|1;b|2");
    CHECK(cells_of("<tr><td>a<td>1</tr><tr><td>b<td>2") == "a|1;b|2");
    CHECK(cells_of("<table><td>a<td>1</td></tr><tr><td>b</td><td>2</td>") == "a|1;b|2");
}

TEST_CASE("html: a cell that is not displayed takes no place") {
    CHECK(cells_of("<table><tr><td>a<td style='display:none'>x<td>1<tr><td>b<td "
                   "style='visibility:hidden'>y<td>2</table>") == "a|1;b||2");
}

TEST_CASE("html: a table around prose or tables is layout") {
    CHECK(text_of("<table><tr><td>&#149;<td>Revenue grew.<tr><td>&#149;<td>So did "
                  "costs.</table>") == "\xE2\x80\xA2 Revenue grew. / \xE2\x80\xA2 So did costs.");
    CHECK(cells_of("<table><tr><td>Title<td><table><tr><td>a<td>1<tr><td>b<td>2</table></table>") ==
          "a|1;b|2");
}

TEST_CASE("html: tables of one row each are one table") {
    CHECK(cells_of("<table><tr><td>a<td>1</table><table><tr><td>b<td>2</table>") == "a|1;b|2");
}

TEST_CASE("html: preformatted lines keep their columns") {
    const std::string html =
        "<pre>\nNet sales        $1,200   $ 900\nCost of sales      (800)    (600)\n"
        "Gross profit     $  400   $ 300\n</pre>";
    const Document document = read(html);
    REQUIRE(document.blocks.size() == 1);
    const auto* table = std::get_if<LineTable>(&document.blocks[0]);
    REQUIRE(table != nullptr);
    CHECK(table->lines.at(0).text.str() == "Net sales        $1,200   $ 900");
    CHECK(table->lines.at(0).number == 2);
}

TEST_CASE("html: a title cell with line breaks is a row per line") {
    CHECK(cells_of("<table><tr><td colspan=3>ABC Corp.<br>Balance Sheets<tr><td>a<td>$<td>1<tr>"
                   "<td>b<td>$<td>2</table>") == "ABC Corp.;Balance Sheets;a|$|1;b|$|2");
}

TEST_CASE("html: divisions that are displayed as a table are one") {
    CHECK(cells_of("<div style='display:table'><div style='display: table-row'><div "
                   "style='display:table-cell'>a</div><div style='display:table-cell'><div>1</div>"
                   "</div></div><div style='display:table-row'><div style='display:table-cell'>b"
                   "</div><div style='display:table-cell'>2</div></div></div><div>after</div>") ==
          "a|1;b|2");
}

TEST_CASE("html: lines set with fixed blanks are a text table") {
    const std::string gap = "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;";
    const Document document =
        read("<p><font face=Courier>Sales" + gap + "1,200" + gap + "900<br>Costs" + gap +
             "&nbsp;&nbsp;800" + gap + "600<br>Profit" + gap + "&nbsp;400" + gap +
             "300</font></p><p>one&nbsp;&nbsp;&nbsp;two</p>");
    REQUIRE(document.blocks.size() == 2);
    const auto* table = std::get_if<LineTable>(&document.blocks[0]);
    REQUIRE(table != nullptr);
    REQUIRE(table->lines.size() == 3);
    CHECK(trim(table->lines[1].text.str()) == "Costs       800     600");
    CHECK(std::get<Paragraph>(document.blocks[1]).text.str() == "one two");
}
