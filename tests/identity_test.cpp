// Who, when and which quarter, from headers, headlines and datelines of our own wording.
#include "facts/identity.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "built_document.h"
#include "facts/identity_names.h"
#include "facts/identity_text.h"
#include "ingest.h"

using namespace fintool;
using built_document::release;

namespace {

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
        {"Acme N.V. (NYSE/EXM: ACME)", "NYSE ACME"},
        {"Acme Ltd. (Nasdaq and TASE: ACME)", "Nasdaq ACME"},
        {"Acme Ltd. (NYSE, OSE: ACME)", "NYSE ACME"},
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
    CHECK(place("ATLANTA - Acme Company today reported earnings") == "ATLANTA");
    CHECK(place("Modena (Italy), August 1, 2024 - Acme N.V. announces") == "Modena, Italy");
    CHECK(place("ATLANTA (May 4, 2020) - Acme reported earnings") == "ATLANTA");
    CHECK(place("ASSETS - what the company has today is more") == "-");
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
    CHECK(find_dates("July 20000000000000007, 2025").empty());  // more digits than a number holds
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
    CHECK(words("2Q24 Net Earnings of $9 million compared with 2Q23") == "2/2024");
    CHECK(words("3Q results") == "3/0");
    CHECK(words("4Q97 Results") == "4/1997");
    CHECK(words("shipments up 2.7% versus Q2 2023") == "0/0");
    CHECK(words("up from a year ago; revenue for Q2 2024 rose over Q2 2023") == "2/2024");
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

TEST_CASE("identity: a line that is a form's name is the form") {
    const auto form = [](const std::string& line) {
        return read_identity({}, release({line, "ACME FREIGHT CORPORATION"})).filing.form;
    };
    CHECK(form("FORM 10-K") == "10-K");
    CHECK(form("Form 10-Q") == "10-Q");
    CHECK(form("FORM 10-QSB") == "10-QSB");
    CHECK(form("QUARTERLY REPORT UNDER SECTION 13 OR 15(d) OF THE EXCHANGE ACT") == "10-Q");
    CHECK(form("The Form 10-K will be filed in March") == "");
    CHECK(form("FORM 8-K") == "");
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

TEST_CASE("identity: the subject of the first sentence outranks words of the headline") {
    const auto name = [](const std::string& sentence) {
        return read_identity({}, lines_of(release({"Northern Cloud Strength Drives Third Quarter "
                                                   "Results",
                                                   sentence})))
            .company.name;
    };
    CHECK(name("SALEM, Ore. - April 29, 2020 - Northern Corp. today announced results") ==
          "Northern Corp.");
    CHECK(name("SALEM, April 29, 2020--Northern Systems, Inc. reported today that sales rose") ==
          "Northern Systems, Inc.");
    CHECK(name("SALEM, Ore. - The company today announced results") ==
          "Northern Cloud Strength Drives");
}

TEST_CASE("identity: a wire dateline without its year takes the one after the period") {
    const auto released = [](const std::string& dateline) {
        return day(
            read_identity({}, release({"Wednesday, December 27, 1995",
                                       "Northern Reports Record Fourth Quarter Results",
                                       dateline + " Northern (Nasdaq: NORN) reported "
                                                  "results of its quarter ended October 31, 1995"}))
                .filing.released_on);
    };
    CHECK(released("ELKO, Nev., Dec. 18 /PRNewswire/ --") == "1995-12-18");
    CHECK(released("ELKO, Nev., Jan. 9 /PRNewswire-FirstCall/ --") == "1996-01-09");
    CHECK(released("ELKO, Nev., Dec. 20, 1995 /PRNewswire/ --") == "1995-12-20");
}

TEST_CASE("identity: a day over columns is no day of release") {
    const auto released = [](const std::vector<std::string>& lines) {
        return day(read_identity({}, release(lines)).filing.released_on);
    };
    CHECK(released({"Northern Income", "3 Months Ended 6 Months Ended", "Jun. 30, 2020",
                    "Jun. 30, 2019", "Rental income 175,479 229,731"}) == "-");
    CHECK(released({"(in thousands)", "(unaudited) SEP 30, 2009"}) == "-");
    CHECK(released({"(in thousands)", "(unaudited)", "SEP 30, 2009"}) == "-");
    CHECK(released({"May 4, 2020", "Northern Reports First Quarter Results"}) == "2020-05-04");
}

TEST_CASE("identity: the day of release may stand in a table's cells") {
    Document document;
    CellTable table;
    RawRow row;
    for (const char* text : {"For Immediate Release:", "May 4, 2020"}) {
        RawCell cell;
        cell.text.append_invented(text);
        row.cells.push_back(cell);
    }
    table.rows.push_back(row);
    document.blocks.emplace_back(table);
    for (const Block& block :
         release({"Northern Reports First Quarter Results",
                  "SALEM, Ore. -- (WIRE) -- Northern Corp. (NYSE: NC) said that net income of "
                  "the quarter ended March 31, 2020 rose"})
             .blocks) {
        document.blocks.push_back(block);
    }
    CHECK(day(read_identity({}, document).filing.released_on) == "2020-05-04");
}

TEST_CASE("identity: periods of comparisons and outlooks are not the one reported") {
    const auto end = [](const std::vector<std::string>& lines) {
        return day(read_identity({}, release(lines)).filing.period_end);
    };
    CHECK(end({"Northern Announces First Quarter Earnings",
               "SALEM, Ore., April 20, 2005 -- Northern (NYSE: N) announced its earnings",
               "Deposits were $907 million at March 31, 2005",
               "Income rose compared to the quarter ended December 31, 2004"}) == "2005-03-31");
    CHECK(end({"For the year ending December 31, 2026 guidance is unchanged",
               "sales of the quarter ended June 27, 2026"}) == "2026-06-27");
    CHECK(end({"Results of the First Nine Months of the Fiscal Year Ending October 31, 2020",
               "These are the results of the nine months ended July 31, 2020"}) == "2020-07-31");
}

TEST_CASE("identity: rows are no titles and results no company") {
    const auto title = [](const std::vector<std::string>& lines) {
        return read_identity({}, release(lines)).filing.title;
    };
    CHECK(title({"Total revenue 176,227 230,465"}) == "");
    CHECK(title({"Northern Reports Results for the Quarter Ended March 31, 2020"}) != "");
    CHECK(title({"NORTHERN CORPORATION", "REPORTS SECOND QUARTER RESULTS"}) ==
          "NORTHERN CORPORATION REPORTS SECOND QUARTER RESULTS");
    const Identity unnamed =
        read_identity({}, release({"Financial Results for the Second Quarter of 2026"}));
    CHECK(unnamed.company.name == "");
    const auto name = [](const std::vector<std::string>& lines) {
        return read_identity({}, release(lines)).company.name;
    };
    CHECK(name({"Third Quarter Fiscal 2026 Financial Results Overview"}) == "");
    CHECK(name({"Subject: SECOND QUARTER EARNINGS REPORT"}) == "");
}

TEST_CASE("identity: the article is part of a name that is printed with it") {
    Document document = release({"Northern Reports First Quarter Results",
                                 "Salem, Ore. - May 4, 2020 - The Northern Tool Company, Inc. "
                                 "(NYSE: NTC) announced",
                                 "THE NORTHERN TOOL COMPANY, INC."});
    CHECK(read_identity({}, document).company.name == "Northern Tool Company, Inc.");
    std::get<Paragraph>(document.blocks.back()).heading = true;
    CHECK(read_identity({}, document).company.name == "The Northern Tool Company, Inc.");
}

TEST_CASE("identity: what has subsidiaries is a company") {
    const auto name = [](const std::string& head) {
        Document document = release({"FORM 10-Q", head});
        std::get<Paragraph>(document.blocks.back()).heading = true;
        return read_identity({}, document).company.name;
    };
    CHECK(name("Tamarisk Laboratories and Subsidiaries") == "Tamarisk Laboratories");
    CHECK(name("Tamarisk Laboratories") == "");
    CHECK(name("Statements of Income of the Registrant and Subsidiaries") == "");
}

TEST_CASE("identity: of several filers the one that the release speaks of") {
    FilingHeader header;
    header.company = "BLUE LAKE POWER CO";
    header.form = "8-K";
    header.accession = "1";
    header.co_registrants.resize(1);
    header.co_registrants[0].company = "NORTHERN CO";
    header.co_registrants[0].cik = "7";
    const auto filer = [&](const std::vector<std::string>& lines) {
        return header_of_release(header, lines_of(release(lines)));
    };
    CHECK(filer({"ELKO - Northern Company today reported earnings"}).cik == "7");
    CHECK(filer({"ELKO - Northern Company today reported earnings"}).accession == "1");
    CHECK(filer({"Blue Lake Power Company reported earnings"}).company == "BLUE LAKE POWER CO");
    CHECK(filer({"Earnings"}).company == "BLUE LAKE POWER CO");
}

TEST_CASE("identity: twelve months that end with the period may be any four quarters") {
    const auto year_end = [](const std::string& balance) {
        return read_release(
                   "NORTHERN GAS COMPANY\n\nCONSOLIDATED STATEMENTS OF INCOME\n"
                   "(In thousands)\n\n"
                   "                       Three Months Ended    Twelve Months Ended\n"
                   "                            March 31,             March 31,\n"
                   "                          2005       2004       2005       2004\n"
                   "Operating revenues   $  44,300  $  43,200  $ 160,100  $ 151,900\n"
                   "Operating expenses      30,100     29,900    120,000    112,300\n"
                   "Operating income        14,200     13,300     40,100     39,600\n"
                   "Interest                 2,200      2,300      8,100      8,600\n"
                   "Net income           $  12,000  $  11,000  $  32,000  $  31,000\n\n\n"
                   "CONSOLIDATED BALANCE SHEETS\n(In thousands)\n\n" +
                   balance +
                   "Cash                     $   3,000   $   4,000\n"
                   "Receivables                 12,000      11,000\n"
                   "Plant                       85,000      85,000\n"
                   "Total assets             $ 100,000   $ 100,000\n")
            .company.fiscal_year_end;
    };
    CHECK(year_end("                         March 31,  December 31,\n"
                   "                              2005          2004\n") == "12-31");
    CHECK(year_end("                         March 31,     March 31,\n"
                   "                              2005          2004\n") == "03-31");
}
