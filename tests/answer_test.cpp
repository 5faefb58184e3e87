// Answers whose values are not what they seem at first sight.
#include "query/answer.h"

#include <SQLiteCpp/Database.h>

#include "query/series_sql.h"
#include "query_fixture.h"

using fintool::Reader;
using fintool::query_fixture::Folder;
using fintool::query_fixture::make_database;
using fintool::query_fixture::one_line;
using fintool::query_fixture::open_reader;

TEST_CASE("query: by release a value of the year before is not its own") {
    const Folder folder;
    const std::string file = make_database(folder);
    SQLite::Database(file, SQLite::OPEN_READWRITE)
        .exec(
            "INSERT INTO filings (id, company_id, period_end) VALUES (3, 2, '2003-06-28'),"
            " (4, 2, '2003-09-27');"
            "INSERT INTO metric_facts SELECT 'Larkmoor Bancorp', 'LARK', 'revenue', label, NULL,"
            " end, value, 'USD', origin, NULL, file, value, 'gaap', 2, '2003-11-05', file, 3 FROM"
            " (SELECT 'Q3 FY2003' AS label, '2003-06-28' AS end, 100 AS value, 3 AS file,"
            "  'reported' AS origin UNION ALL SELECT 'Q4 FY2002', '2002-09-28', 93, 4, 'derived')");
    Reader reader = open_reader(file);
    const auto question = fintool::understand(reader, "revenue by release for LARK");
    const auto answer = fintool::answer(reader, *question, {});
    REQUIRE_MESSAGE(answer, answer.error().message);
    namespace at = fintool::series_column;
    CHECK(one_line(answer->series, {at::fiscal_label, at::value}) == "Q3 FY2003 100");
}

TEST_CASE("query: what is not GAAP says so and grows with nothing that is") {
    const Folder folder;
    const std::string file = make_database(folder);
    SQLite::Database(file, SQLite::OPEN_READWRITE)
        .exec(
            "UPDATE quarterly_metrics SET basis = 'non-gaap'"
            " WHERE fiscal_label = 'Q1 FY2009' AND metric = 'revenue'");
    Reader reader = open_reader(file);
    namespace at = fintool::series_column;
    const auto question = fintool::understand(reader, "revenue for QFI");
    const auto tidy = fintool::answer(reader, *question, {}, fintool::AnswerForm::tidy);
    REQUIRE(tidy);
    CHECK(one_line(tidy->series, {at::fiscal_label, at::yoy, at::origin}) ==
          "Q1 FY2008 - derived | Q2 FY2008 - reported | Q1 FY2009 - reported");
    CHECK(tidy->series.notes.back() ==
          "1 value stands only in a table of adjusted or pro forma figures: revenue of QFI");
    const auto people = fintool::answer(reader, *question, {}, fintool::AnswerForm::tables);
    REQUIRE(people);
    REQUIRE(people->panels.size() == 1);
    CHECK(one_line(people->panels[0], {0, 5}) ==
          "Q1 FY2008 derived | Q2 FY2008 reported | Q1 FY2009 reported, not GAAP");
}

TEST_CASE("query: as of a day the releases without a date are left out aloud") {
    const Folder folder;
    const std::string file = make_database(folder);
    SQLite::Database(file, SQLite::OPEN_READWRITE)
        .exec("INSERT INTO filings (id, company_id, status) VALUES (3, 2, 'read'), (4, 1, 'read')");
    Reader reader = open_reader(file);
    const auto question = fintool::understand(reader, "revenue for LARK as of 2004-01-01");
    const auto answer = fintool::answer(reader, *question, {});
    REQUIRE_MESSAGE(answer, answer.error().message);
    CHECK(answer->series.notes.back() ==
          "1 release without a date left out of what was known on 2004-01-01");
}
