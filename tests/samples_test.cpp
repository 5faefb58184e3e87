// The releases of data/samples, from the command line to the answer: what scripts/demo shows.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "run_program.h"

namespace {

// The samples in a database of their own, and the lines of an answer to one question.
std::string ask(const std::string& question) {
    const run_program::Folder folder("samples");
    const std::string samples = FINTOOL_SOURCE_DIR "/data/samples";
    const auto ingest =
        run_program::shell(folder, "fintool ingest '" + samples + "' --db samples.db");
    CHECK_MESSAGE(ingest.exit_code == 0, ingest.out);
    const auto answer = run_program::shell(
        folder, "fintool -q query \"" + question + "\" --db samples.db --format csv");
    CHECK_MESSAGE(answer.exit_code == 0, answer.out);
    return answer.out;
}

}  // namespace

TEST_CASE("samples: revenue by quarter is reported and derived as published") {
    REQUIRE(run_program::is_built());
    CHECK(ask("revenue by quarter for CPST") ==
          "company,ticker,metric,fiscal_label,period_end,value,unit,qoq,yoy,origin,formula\n"
          "Capstone Turbine Corporation,CPST,revenue,Q1 FY2004,2003-06-30,4132000,USD,,,derived,"
          "\"H1 FY2004 6,479,000 - Q2 FY2004 2,347,000\"\n"
          "Capstone Turbine Corporation,CPST,revenue,Q2 FY2004,2003-09-30,2347000,USD,-43.2,,"
          "reported,\n"
          "Capstone Turbine Corporation,CPST,revenue,Q1 FY2005,2004-06-30,2955000,USD,,-28.48,"
          "derived,\"H1 FY2005 6,880,000 - Q2 FY2005 3,925,000\"\n"
          "Capstone Turbine Corporation,CPST,revenue,Q2 FY2005,2004-09-30,3925000,USD,32.83,67.23,"
          "reported,\n"
          "Capstone Turbine Corporation,CPST,revenue,Q1 FY2008,2007-06-30,5615000,USD,,,derived,"
          "\"H1 FY2008 12,834,000 - Q2 FY2008 7,219,000\"\n"
          "Capstone Turbine Corporation,CPST,revenue,Q2 FY2008,2007-09-30,7219000,USD,28.57,,"
          "reported,\n"
          "Capstone Turbine Corporation,CPST,revenue,Q1 FY2009,2008-06-30,7524000,USD,,34,"
          "derived,\"H1 FY2009 20,645,000 - Q2 FY2009 13,121,000\"\n"
          "Capstone Turbine Corporation,CPST,revenue,Q2 FY2009,2008-09-30,13121000,USD,74.39,81.76,"
          "reported,\n");
}

TEST_CASE("samples: a fourth quarter that is not printed is the year less nine months") {
    REQUIRE(run_program::is_built());
    CHECK(ask("SELECT metric, fiscal_label, value FROM quarterly_metrics WHERE ticker = 'QUFI'"
              " AND origin = 'derived' AND metric IN ('revenue', 'net_income', 'eps_basic')"
              " AND fiscal_label LIKE 'Q4%' ORDER BY metric, period_end") ==
          "metric,fiscal_label,value\n"
          "net_income,Q4 FY2025,4014000\nnet_income,Q4 FY2026,5191000\n"
          "revenue,Q4 FY2025,51310000\nrevenue,Q4 FY2026,56840000\n");
}

TEST_CASE("samples: every cell leads back to the bytes that it was printed in") {
    REQUIRE(run_program::is_built());
    CHECK(ask("SELECT statement, label, value, raw_text, line_no FROM reported_facts WHERE"
              " file LIKE '%capstone-2004-09.txt' AND label LIKE 'Net loss per share%'"
              " AND months = 3 ORDER BY period_end DESC LIMIT 1") ==
          "statement,label,value,raw_text,line_no\n"
          "income,\"Net loss per share, basic and diluted\",-0.11,(0.11),47\n");
}
