// Who, when and which quarter, from headers, headlines and datelines of our own wording.
#include "facts/identity.h"

#include <doctest/doctest.h>

#include <string>

#include "facts/identity_text.h"

using namespace fintool;

namespace {

Document release(const std::vector<std::string>& paragraphs) {
    Document document;
    for (const std::string& text : paragraphs) {
        Paragraph paragraph;
        paragraph.text.append_invented(text);
        document.blocks.emplace_back(paragraph);
    }
    return document;
}

std::string day(const std::optional<Date>& date) { return date ? to_string(*date) : "-"; }

}  // namespace

TEST_CASE("identity: a listing in its many spellings") {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"Acme Corp. (Nasdaq:ACME) said", "Nasdaq ACME"},
        {"Acme Corp. (NASDAQ GS: ACME) said", "Nasdaq ACME"},
        {"Acme Corp. [NASDAQ National Market: ACME] said", "Nasdaq ACME"},
        {"Acme Corp. (NYSE: A) said", "NYSE A"},
        {"Acme Corp. (New York Stock Exchange: BRK.A)", "NYSE BRK.A"},
        {"Acme (www.acme.example; NASDAQ:ACME)", "Nasdaq ACME"},
        {"Acme (Nasdaq symbol: ACME)", "Nasdaq ACME"},
    };
    for (const auto& [text, expected] : cases) {
        const auto listing = find_listing(text);
        REQUIRE(listing);
        CHECK(listing->exchange + " " + listing->ticker == expected);
    }
    CHECK_FALSE(find_listing("CONTACT: ACME at 2:00 PM (Note: SEE BELOW)"));
}

TEST_CASE("identity: the name stands before the listing") {
    const auto name = [](const std::string& text) {
        return name_before(text, find_listing(text)->begin);
    };
    CHECK(name("SALEM, Ore.--(WIRE)--Nov. 4, 2004--Blue Lake Turbine Corporation (Nasdaq:BLTC)") ==
          "Blue Lake Turbine Corporation");
    CHECK(name("Today Blue Lake Corp. (www.bluelake.example) (NYSE: BLC) said") != "");
    CHECK(name("today announced that Bank of the West & Co. (NYSE: BLC) said") ==
          "Bank of the West & Co.");
}

TEST_CASE("identity: datelines have a place that is one") {
    const auto place = [](const std::string& text) {
        const auto dateline = read_dateline(text);
        return dateline ? dateline->place : "-";
    };
    CHECK(place("SALEM, Ore.--(BUSINESS WIRE)--Nov. 4, 2004--Acme") == "SALEM, Ore.");
    CHECK(place("BOSTON -- Acme Corp. today reported") == "BOSTON");
    CHECK(place("(Salem, OR - April 29, 2020) Acme") == "Salem, OR");
    CHECK(place("SALEM, Ore., Oct. 21 /PRNewswire-FirstCall/ -- Acme") == "SALEM, Ore.");
    CHECK(place("Salem, California. Acme, Inc. (NYSE: A) today announced") == "Salem, California");
    CHECK(place("Jane Doe, CFO (Media)") == "-");
    CHECK(place("ACME CORP. (Exact name of registrant)") == "-");
    CHECK(place("FOR THE QUARTERLY PERIOD ENDED June 30, 2005") == "-");
}

TEST_CASE("identity: dates in words") {
    const auto dates = find_dates("Nov. 4, 2004 and September 30 and May 2007, Sept. 5, 1998");
    REQUIRE(dates.size() == 3);
    CHECK(day(date_of(dates[0])) == "2004-11-04");
    CHECK(dates[1].month == 9);
    CHECK(dates[1].year == 0);
    CHECK(day(date_of(dates[2])) == "1998-09-05");
}

TEST_CASE("identity: quarters in words") {
    const auto words = [](const std::string& text) {
        const FiscalWords found = find_fiscal_words(text);
        return std::to_string(found.quarter) + "/" + std::to_string(found.year);
    };
    CHECK(words("Announces Second Quarter Fiscal-Year 2005 Results") == "2/2005");
    CHECK(words("Second Quarter Fiscal 2009 Operating Results") == "2/2009");
    CHECK(words("its second quarter ended September 30, 2008") == "2/0");
    CHECK(words("Reports Fiscal 2007 Third Quarter Results") == "3/2007");
    CHECK(words("Fourth Quarter and Full Year 2019 Results") == "4/2019");
    CHECK(words("Q3 2006 results") == "3/2006");
    CHECK(words("Fiscal Year 2006 Results") == "4/2006");
    CHECK(words("a great day") == "0/0");
}

TEST_CASE("identity: a bare release tells its company and fiscal quarter") {
    const Identity identity = read_identity(
        {},
        release({"Exhibit 99.1", "Blue Lake Turbine Announces Second Quarter Fiscal 2009 Results",
                 "SALEM, Ore.--(WIRE)--Nov. 10, 2008--Blue Lake Turbine Corporation "
                 "(www.bluelake.example) (NASDAQ:BLTC) today reported results for its second "
                 "quarter ended September 30, 2008."}));
    CHECK(identity.company.name == "Blue Lake Turbine Corporation");
    CHECK(identity.company.ticker == "BLTC");
    CHECK(identity.company.exchange == "Nasdaq");
    CHECK(identity.company.headquarters == "SALEM, Ore.");
    CHECK(identity.company.website == "www.bluelake.example");
    CHECK(identity.company.fiscal_year_end == "03-31");
    CHECK(identity.filing.title ==
          "Blue Lake Turbine Announces Second Quarter Fiscal 2009 Results");
    CHECK(day(identity.filing.released_on) == "2008-11-10");
    CHECK(day(identity.filing.period_end) == "2008-09-30");
    CHECK(identity.filing.fiscal_quarter == 2);
    CHECK(identity.filing.fiscal_year == 2009);
}

TEST_CASE("identity: tables tell the quarter's end where the prose does not") {
    Document document =
        release({"Blue Lake Turbine Announces Second Quarter Fiscal-Year 2005 Results",
                 "SALEM, Ore.--(WIRE)--Nov. 4, 2004--Blue Lake Turbine (Nasdaq:BLTC) reported "
                 "results for its second quarter of fiscal year 2005."});
    LineTable table;
    for (const char* text : {"   September 30,    March 31,", "       2004        2004"}) {
        Line line;
        line.text.append_invented(text);
        table.lines.push_back(line);
    }
    document.blocks.emplace_back(table);
    const Identity identity = read_identity({}, document);
    CHECK(day(identity.filing.period_end) == "2004-09-30");
    CHECK(identity.company.fiscal_year_end == "03-31");
    CHECK(identity.filing.fiscal_quarter == 2);
    CHECK(identity.filing.fiscal_year == 2005);
}

TEST_CASE("identity: the day named most often is the period's end where no release day is known") {
    const Identity identity =
        read_identity({}, release({"QUARTERLY REPORT PURSUANT TO SECTION 13 OR 15(d)",
                                   "For the quarterly period ended June 30, 2023",
                                   "In the three months ended June 30, 2023 sales grew.",
                                   "the year ended December 31, 2024 may differ"}));
    CHECK(day(identity.filing.period_end) == "2023-06-30");
    CHECK(identity.filing.form == "10-Q");
    CHECK_FALSE(identity.filing.released_on);
}

TEST_CASE("identity: a headline over two lines is no year") {
    const Identity identity = read_identity(
        {},
        release(
            {"NORTHERN CORPORATION REPORTS FISCAL 2020", "SECOND QUARTER RESULTS",
             "SALEM, OR - (April 29, 2020) - Northern Corporation (NYSE: NC) today reported "
             "fiscal 2020 second quarter net income. In the quarter ended March 31, 2020 ..."}));
    CHECK(identity.filing.fiscal_quarter == 2);
    CHECK(identity.company.fiscal_year_end == "09-30");
}

TEST_CASE("identity: the header knows the fiscal year and the legal name") {
    FilingHeader header;
    header.company = "BLUE LAKE TURBINE CORP";
    header.cik = "0001234567";
    header.fiscal_year_end = "06-30";
    header.form = "8-K";
    header.filed_on = make_date(2006, 1, 19);
    const Identity identity =
        read_identity(header, release({"Blue Lake Turbine Reports Results for the Quarter",
                                       "revenue for the quarter ended December 31, 2005 grew"}));
    CHECK(identity.company.cik == "0001234567");
    CHECK(day(identity.filing.released_on) == "2006-01-19");
    CHECK(identity.filing.fiscal_quarter == 2);
    CHECK(identity.filing.fiscal_year == 2006);
    header.company = "ANOTHER HOLDINGS INC";
    CHECK(read_identity(header, release({"Blue Lake Reports Quarter Results"})).company.name ==
          "ANOTHER HOLDINGS INC");
}

TEST_CASE("identity: a dateline without a state has its day between marks") {
    const auto released = [](const std::string& line) {
        return day(read_identity({}, release({"Northern Reports First Quarter Results", line,
                                              "sales of the quarter ended March 31, 2020"}))
                       .filing.released_on);
    };
    CHECK(released("OSLO - April 29, 2020 - Northern ASA today announced") == "2020-04-29");
    CHECK(released("MILAN, April 29, 2020, Northern S.p.A. today announced") == "2020-04-29");
    CHECK_FALSE(fintool::read_dateline("BALANCE SHEET April 29, 2020"));
    CHECK_FALSE(fintool::read_dateline("BALANCE SHEET - April 29, 2020"));
}

TEST_CASE("identity: a name may begin with a small letter") {
    const auto name = [](const std::string& line) {
        return read_identity({}, release({"Results for the first quarter", line})).company.name;
    };
    CHECK(name("SALEM, Ore. - May 4, 2020 - nVista Electric plc (NYSE: NVS) today announced") ==
          "nVista Electric plc");
    CHECK(name("SALEM, Ore. - May 4, 2020 - n.o.r. Turbine (NYSE: NOR) today announced results") ==
          "n.o.r. Turbine");
    CHECK(read_identity({}, release({"Selected Fourth Quarter Financial Results"})).company.name ==
          "");
}
