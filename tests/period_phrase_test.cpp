// Free text -> the period words in it, one line per way of printing them.
#include "statement/period_phrase.h"

#include <doctest/doctest.h>

using namespace fintool;

namespace {

std::string word_text(const PeriodWord& word) {
    using Kind = PeriodWord::Kind;
    const auto number = [](auto value) {
        return value ? std::to_string(*value) : std::string("?");
    };
    switch (word.kind) {
        case Kind::length:
            return std::to_string(word.length.count) +
                   (word.length.in == Length::In::weeks ? "w" : "m") + (word.ended ? "." : "");
        case Kind::quarter:
            return "Q" + std::to_string(word.quarter) + (word.length.count == 6 ? "half" : "") +
                   (word.ended ? "." : "");
        case Kind::date:
            return std::string(word.starts ? "from " : "") + (word.fiscal ? "FY" : "") +
                   number(word.year) + "/" + number(word.month) + "/" + number(word.day);
        case Kind::year_to_date: return "ytd";
        case Kind::as_of: return "at";
        case Kind::inception: return "inception";
        case Kind::rolling: return "rolling";
        case Kind::change: return "change";
        case Kind::ratio: return "ratio";
        case Kind::other: return "other";
        case Kind::adjusted: return "adjusted";
        case Kind::reported: return "reported";
        case Kind::restated: return "restated";
        case Kind::previous: return "previous";
        case Kind::currency: return word.currency;
        case Kind::filler: return "-";
    }
    return "";
}

std::string phrase_text(std::string_view text) {
    std::string out;
    for (const PeriodWord& word : read_period_words(text)) {
        out += (out.empty() ? "" : " ") + word_text(word);
    }
    return out;
}

struct PhraseCase {
    const char* text;
    const char* expected;
};

void check_phrases(const std::vector<PhraseCase>& cases) {
    for (const PhraseCase& c : cases) {
        const std::string text = c.text;
        CAPTURE(text);
        CHECK(phrase_text(c.text) == c.expected);
    }
}

}  // namespace

TEST_CASE("period phrase: dates in the ways they are printed") {
    check_phrases({
        {"September 30, 2004", "2004/9/30"},
        {"SEPTEMBER 30, 2004", "2004/9/30"},
        {"Sept. 30, 2008", "2008/9/30"},
        {"Sep 30,", "?/9/30"},
        {"APR 1", "?/4/1"},
        {"APR 1 2006", "2006/4/1"},
        {"APRIL 1,2006", "2006/4/1"},
        {"JULY 2,2005", "2005/7/2"},
        {"Dec. 31, 04", "2004/12/31"},
        {"Dec 31, '04", "2004/12/31"},
        {"June 30, 2020 (unaudited)", "2020/6/30 -"},
        {"March 31 2020", "2020/3/31"},
        {"May 1st, 2004", "2004/5/1"},
        {"30 June 2004", "2004/6/30"},
        {"31st December, 2019", "2019/12/31"},
        {"September 2004", "2004/9/?"},
        {"September, 2004", "2004/9/?"},
        {"Sep-04", "2004/9/?"},
        {"6/30/98", "1998/6/30"},
        {"06/30/2004", "2004/6/30"},
        {"9-30-04", "2004/9/30"},
        {"31.12.2019", "2019/12/31"},
        {"30/06/2019", "2019/6/30"},
        {"2004-09-30", "2004/9/30"},
        {"12/31", "?/12/31"},
        {"2004", "2004/?/?"},
        {"2004 2003", "2004/?/? 2003/?/?"},
        {"2004*", "2004/?/?"},
        {", 2020", "2020/?/?"},
        {"June 31, 2004", "2004/6/30"},
        {"February 29, 2003", "2003/2/28"},
        {"July 3, 2004 and June 28, 2003", "2004/7/3 2003/6/28"},
        {"June 30, 2004 and 2003", "2004/6/30 2003/?/?"},
        {"September 30, December 31, 2003", "?/9/30 2003/12/31"},
        {"June\xC2\xA0"
         "30,\xC2\xA0"
         "2019",
         "2019/6/30"},
    });
}

TEST_CASE("period phrase: lengths in the ways they are printed") {
    check_phrases({
        {"Three Months Ended", "3m."},
        {"3 Months Ended December 12 Months Ended", "3m. 12m."},
        {"THREE MONTHS ENDED June 26, 1998", "3m. 1998/6/26"},
        {"13 Weeks Ended", "13w."},
        {"Thirteen weeks ended", "13w."},
        {"Twenty-six weeks ended", "26w."},
        {"Twenty Seven Weeks Ended", "27w."},
        {"Thirty-nine Weeks", "39w"},
        {"Forty weeks ended", "40w."},
        {"Fifty-two Weeks Ended", "52w."},
        {"53 WEEKS ENDED", "53w."},
        {"12-Week Period Ended", "12w."},
        {"16 wks. ended", "16w"},
        {"Three-Month Period Ended", "3m."},
        {"Three and Nine Months Ended", "3m. 9m."},
        {"three- and six-month periods ended", "3m. 6m."},
        {"SIX MONTHS AND QUARTERS ENDED", "6m 3m."},
        {"Quarter Ended", "3m."},
        {"Quarters ended", "3m."},
        {"Qtr. Ended", "3m"},
        {"Fiscal Quarter Ended", "3m."},
        {"Year Ended", "12m."},
        {"For the years ended", "12m."},
        {"Fiscal Year Ended", "12m."},
        {"THREE FISCAL YEARS ENDED", "12m."},
        {"Twelve Months Ended", "12m."},
        {"Full Year", "12m"},
        {"Year 2004", "12m 2004/?/?"},
        {"half-year ended", "6m."},
        {"Year-to-date", "ytd"},
        {"YTD", "ytd"},
        {"the four months ended", "4m."},
        {"three months ending September 30, 2024", "3m. 2024/9/30"},
    });
}

TEST_CASE("period phrase: quarters and fiscal years") {
    check_phrases({
        {"First Quarter", "Q1"},
        {"Third Fiscal Quarter Ended", "Q3."},
        {"4th Quarter", "Q4"},
        {"3Q06", "Q3 2006/?/?"},
        {"Q3 2006", "Q3 2006/?/?"},
        {"1Q20", "Q1 2020/?/?"},
        {"Q3'06", "Q3 2006/?/?"},
        {"Q1 FY2009", "Q1 FY2009/?/?"},
        {"4QFY20", "Q4 FY2020/?/?"},
        {"H1 2006", "Q2half 2006/?/?"},
        {"Second half", "Q4half"},
        {"Fiscal 2006", "FY2006/?/?"},
        {"Fiscal Year 2006", "FY2006/?/?"},
        {"FY06", "FY2006/?/?"},
        {"third quarter fiscal 2006", "Q3 FY2006/?/?"},
    });
}

TEST_CASE("period phrase: what else a heading says") {
    check_phrases({
        {"% Change", "ratio change"},
        {"Three Month Change", "3m change"},
        {"One Year Change", "change"},
        {"Increase (Decrease)", "change change"},
        {"Variance", "change"},
        {"2Q04 vs. 2Q03", "Q2 2004/?/? change Q2 2003/?/?"},
        {"Year over Year", "change"},
        {"B/(W)", "change"},
        {"% of sales", "ratio"},
        {"Pro Forma", "other"},
        {"Pro-forma", "other"},
        {"Adjustments", "other"},
        {"(Restated)", "restated"},
        {"As Restated (Note 2)", "restated"},
        {"As previously reported", "previous"},
        {"As Reported", "reported"},
        {"US$", "USD"},
        {"U.S. dollars", "USD"},
        {"RMB", "CNY"},
        {"As of June 30, 2004", "at 2004/6/30"},
        {"At June 30, 2004", "at 2004/6/30"},
        {"(in thousands, except per share data)", "-"},
        {"from March 3, 1997 (inception) to June 30, 2004", "from 1997/3/3 inception 2004/6/30"},
        {"Inception (March 3, 1997) through June 30, 2004", "inception from 1997/3/3 2004/6/30"},
    });
}

TEST_CASE("period phrase: ordinary words and amounts are none") {
    for (const char* text :
         {"Net revenues", "May we march on", "look at it", "prior year", "a year ago", "$2,004",
          "$ 2004", "1,2004", "2004.5", "Total current assets", "Notes payable", "five-year plan",
          "for the first time", "Inc.", "Cost of revenue", "19999"}) {
        CAPTURE(text);
        CHECK(phrase_text(text) == "");
    }
}
