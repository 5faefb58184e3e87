// Bytes -> submissions and blocks: containers, encodings, prose beside tables. The
// golden dumps over tests/corpus are in corpus_test.cpp.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "document/readers.h"
#include "document/submission.h"
#include "document/text_reader.h"

using namespace fintool;

namespace {

using Bodies = std::vector<std::vector<Span>>;

Document text_document(const std::string& text) { return read_text(text, {0, text.size()}); }

const Paragraph& paragraph(const Document& document, std::size_t i) {
    return std::get<Paragraph>(document.blocks.at(i));
}

const std::string edgar =
    "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n"
    "Proc-Type: 2001,MIC-CLEAR\n\n"
    "<SEC-DOCUMENT>0000000001-99-000001.txt : 19990210\n"
    "<SEC-HEADER>\n"
    "ACCESSION NUMBER:\t\t0000000001-99-000001\n"
    "CONFORMED SUBMISSION TYPE:\t8-K\n"
    "CONFORMED PERIOD OF REPORT:\t19990209\n"
    "FILED AS OF DATE:\t\t19990210\n"
    "\tCOMPANY DATA:\n"
    "\t\tCOMPANY CONFORMED NAME:\t\t\tLANTERN WORKS INC\n"
    "\t\tCENTRAL INDEX KEY:\t\t\t0000000042\n"
    "\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tLAMPS & LIGHTS [3640]\n"
    "\t\tFISCAL YEAR END:\t\t\t0131\n"
    "\tFORMER COMPANY:\n"
    "\t\tFORMER CONFORMED NAME:\tWICK CORP\n"
    "\tCOMPANY DATA:\n"
    "\t\tCOMPANY CONFORMED NAME:\t\t\tLANTERN FINANCE INC\n"
    "</SEC-HEADER>\n"
    "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<FILENAME>a.txt\n<TEXT>\nThe form.\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-13\n<TEXT>\nAnnual.\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-99.1\n<DESCRIPTION>PRESS "
    "RELEASE\n<TEXT>\nRelease.\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-99.2\n<TEXT>\n<PDF>\nbegin 644 a.pdf\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-27\n<TEXT>\n<CASH> 12\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-10\n<TEXT>\nLease.\n</TEXT>\n</DOCUMENT>\n";

}  // namespace

TEST_CASE("document: an EDGAR header names the first filer with its former name") {
    const FilingHeader header = read_submission(edgar).header;
    CHECK(header.company == "LANTERN WORKS INC");
    CHECK(header.cik == "0000000042");
    CHECK(header.sic == "3640");
    CHECK(header.form == "8-K");
    CHECK(header.accession == "0000000001-99-000001");
    CHECK(header.fiscal_year_end == "01-31");
    CHECK(header.former_names == std::vector<std::string>{"WICK CORP"});
    REQUIRE(header.filed_on);
    CHECK(to_string(*header.filed_on) == "1999-02-10");
    REQUIRE(header.period_end);
    CHECK(to_string(*header.period_end) == "1999-02-09");
}

TEST_CASE("document: a fiscal year of an EDGAR header ends on a day of the calendar") {
    for (const auto& [printed, read] : {std::pair{"0229", "02-29"}, std::pair{"2462", ""},
                                        std::pair{"0000", ""}, std::pair{"12-1", ""}}) {
        std::string text = edgar;
        text.replace(text.find("0131"), 4, printed);
        CHECK(read_submission(text).header.fiscal_year_end == read);
    }
}

TEST_CASE("document: without its header a filing has the form of its first document") {
    CHECK(read_submission("<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nA\n</TEXT>\n").header.form == "10-K");
    CHECK(read_submission("<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nA\n</TEXT>\n").header.form.empty());
}

TEST_CASE("document: days of an EDGAR header are days on which something can be filed") {
    for (const char* printed : {"99990101", "00010101", "20040230"}) {
        std::string text = edgar;
        text.replace(text.find("19990210\n\tCOMPANY"), 8, printed);
        text.replace(text.find("19990209"), 8, printed);
        CHECK_FALSE(read_submission(text).header.filed_on);
        CHECK_FALSE(read_submission(text).header.period_end);
    }
}

TEST_CASE("document: exhibit 99 is asked before 13 and the form and a PDF never") {
    const Submission submission = read_submission(edgar);
    REQUIRE(submission.parts.size() == 6);
    CHECK(submission.parts[4].type == "EX-27");
    const auto& parts = submission.parts;
    const Bodies order = {{parts[2].body}, {parts[1].body}, {parts[0].body}};
    CHECK(release_candidates(submission) == order);
    const Span body = submission.parts[2].body;
    CHECK(edgar.substr(body.begin, body.end - body.begin) == "Release.\n");
}

TEST_CASE("document: the exhibits 99 of a submission are one release") {
    std::string text = edgar;
    const std::string next =
        "<DOCUMENT>\n<TYPE>EX-99.2\n<TEXT>\nTables.\n</TEXT>\n</DOCUMENT>\n";
    text.insert(text.rfind("</DOCUMENT>") + 12, next);
    const Submission submission = read_submission(text);
    REQUIRE(submission.parts.size() == 7);
    const auto candidates = release_candidates(submission);
    REQUIRE(candidates.size() == 3);
    CHECK(candidates[0] == std::vector<Span>{submission.parts[2].body, submission.parts[6].body});
    const Document document = read_documents(text, candidates[0]);
    REQUIRE(document.blocks.size() == 2);
    CHECK(std::get<Paragraph>(document.blocks[1]).text.str() == "Tables.");
}

TEST_CASE("document: a bare file is one part and a candidate") {
    const Submission submission = read_submission("Net sales   1,234\n");
    REQUIRE(submission.parts.size() == 1);
    CHECK(submission.parts[0].body == Span{0, 18});
    CHECK(release_candidates(submission).size() == 1);
    CHECK(read_submission("").parts.empty());
}

TEST_CASE("document: exhibits whose tags somebody stripped are parts still") {
    const std::string text =
        "<Header>\n<SEC-Header>\nCOMPANY CONFORMED NAME:\tMILL CO\n"
        "CONFORMED SUBMISSION TYPE:\t10-Q\n</SEC-Header>\n</Header>\nBody.\n"
        "<EX-27>\n 3\n</EX-27>\n<EX-99>\nMore.\n</EX-99>\n";
    const Submission submission = read_submission(text);
    REQUIRE(submission.parts.size() == 3);
    CHECK(submission.parts[0].type == "10-Q");
    const Span body = submission.parts[0].body;
    CHECK(text.substr(body.begin, body.end - body.begin) == "Body.\n");
    CHECK(submission.parts[2].type == "EX-99");
    const Bodies order = {{submission.parts[2].body}, {body}};
    CHECK(release_candidates(submission) == order);
}

TEST_CASE("document: Windows-1252 and UTF-8 and entities become the same clean text") {
    const std::string expected = "Caf\u00e9's \"net\" - loss & gain";
    for (const std::string& text :
         {std::string("Caf\xe9\x92s \x93net\x94 \x97 loss &amp; gain"),
          std::string("\xEF\xBB\xBF"
                      "Caf\u00e9\u2019s \u201cnet\u201d \u2014 loss & gain"),
          std::string("Caf&#233;&#146;s &quot;net&quot; &mdash; loss & gain")}) {
        const auto lines = decode_lines(text, {0, text.size()});
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].text.str() == expected);
    }
}

TEST_CASE("document: control and bidi characters are dropped and NBSP is a blank") {
    const std::string text =
        "a\x01\u202e\u00a0"
        "b\x7f"
        "c";
    CHECK(decode_lines(text, {0, text.size()})[0].text.str() == "a bc");
}

TEST_CASE("document: an escaped dollar sign is one character of two bytes") {
    const std::string text = "Cash \\$ 45";
    const Line line = decode_lines(text, {0, text.size()})[0];
    CHECK(line.text.str() == "Cash $ 45");
    CHECK(line.text.span(5, 6) == Span{5, 7});
    CHECK(line.text.span(7, 9) == Span{8, 10});
}

TEST_CASE("document: CRLF and CR and form feeds end lines and are numbered as printed") {
    const std::string text = "one\r\ntwo\r\fthree\n";
    const auto lines = decode_lines(text, {0, text.size()});
    REQUIRE(lines.size() == 4);
    CHECK(lines[1].text.str() == "two");
    CHECK(lines[2].text.str() == "<PAGE>");
    CHECK(lines[3].text.str() == "three");
    CHECK(lines[3].number == 3);
}

TEST_CASE("document: the dash that mail stuffed in front of a rule is gone") {
    const std::string text = "- -----   - -10 minutes\n- - five\n- item";
    const auto lines = decode_lines(text, {0, text.size()});
    CHECK(lines[0].text.str() == "-----   - -10 minutes");
    CHECK(lines[2].text.str() == "- item");
}

TEST_CASE("document: tabs reach to the next column of eight") {
    MappedText text;
    text.append_verbatim("ab\tc\t\td", 10);
    const MappedText out = expand_tabs(text);
    CHECK(out.str() == "ab      c               d");
    CHECK(out.span(24, 25) == Span{16, 17});
}

TEST_CASE("document: wrapped prose is one paragraph with its own bytes") {
    const std::string text =
        "     The quarter was a good one for the makers of lanterns, who sold\n"
        "more of them than in any quarter before.\n"
        "     Sales for the year are expected to grow by about ten percent, as\n"
        "orders show.\n";
    const Document document = text_document(text);
    REQUIRE(document.blocks.size() == 2);
    CHECK(paragraph(document, 0)
              .text.str()
              .ends_with("who sold more of them than in any quarter before."));
    CHECK(paragraph(document, 1).first_line == 3);
    const Span span = paragraph(document, 1).text.span(0, 5);
    CHECK(text.substr(span.begin, span.end - span.begin) == "Sales");
}

TEST_CASE("document: double-spaced prose is joined too") {
    const Document document = text_document(
        "    The maker of lanterns said today that its sales for the first quarter\n\n"
        "were higher than in the quarter before, and that its orders for the whole\n\n"
        "year have grown.\n\n"
        "    Costs were lower, since the price of brass fell in the course of the\n\n"
        "winter and stayed low.\n");
    REQUIRE(document.blocks.size() == 2);
    CHECK(paragraph(document, 0).text.str().ends_with("the whole year have grown."));
}

TEST_CASE("document: tab text keeps its cells and joins a broken label") {
    const Document document = text_document(
        "\tJune 30, 2008\tMarch 31, 2008\n"
        "Receivables, net of allowances of \\$12 at June 30 and \\$9 at\t\t\n"
        "\n"
        "March 31\t1,250\t1,100\n"
        "Equity:\t\t\n"
        "\n"
        "Common stock\t10\t10\n"
        "\t-----\t-----\n"
        "Total\t\\$ 1,260\t\\$ 1,110\n");
    REQUIRE(document.blocks.size() == 1);
    const auto& rows = std::get<CellTable>(document.blocks[0]).rows;
    REQUIRE(rows.size() == 5);
    CHECK(rows[1].cells[0].text.str() ==
          "Receivables, net of allowances of $12 at June 30 and $9 at March 31");
    CHECK(rows[2].cells[0].text.str() == "Equity:");
    CHECK(rows[3].ruled);
    CHECK(rows[4].cells[2].text.str() == "$ 1,110");
}

TEST_CASE("document: bytes that are no text are reported and not read") {
    const std::string bytes(4096, '\x02');
    const Document document = text_document(bytes);
    CHECK(document.blocks.empty());
    REQUIRE(document.diagnostics.size() == 1);
    CHECK(document.diagnostics[0].code == "unreadable-text");
}
