// Stage store: filings are taken out and read again, databases migrated, verified and copied.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "golden.h"
#include "store/schema.h"
#include "store/upkeep.h"
#include "store_readings.h"

namespace fs = std::filesystem;
using namespace store_readings;

namespace {

std::vector<std::string> forget(const std::string& path, const std::string& what) {
    auto warehouse = Warehouse::open(path);
    REQUIRE(warehouse);
    REQUIRE(warehouse->begin_batch());
    auto gone = warehouse->forget(what);
    REQUIRE_MESSAGE(gone, gone.error().message);
    const auto done = warehouse->commit_batch();
    REQUIRE_MESSAGE(done, done.error().message);
    return *gone;
}

}  // namespace

TEST_CASE("store: a forgotten filing leaves what there was without it") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db"), without = folder.file("b.db");
    ingest(without, {second_quarter_2009()});
    ingest(path, {second_quarter_2009(), third_quarter_2009(), other_company()});
    CHECK(forget(path, "other.txt") == std::vector<std::string>{"in/other.txt"});
    CHECK(forget(path, third_quarter_2009().source.sha256.substr(0, 12)) ==
          std::vector<std::string>{"in/q3.txt"});
    CHECK(dump(path) == dump(without));
}

TEST_CASE("store: what is forgotten must be named without doubt") {
    const TemporaryFolder folder;
    Made twin = other_company();
    twin.source.path = "out/q2.txt";
    ingest(folder.file("a.db"), {second_quarter_2009(), twin});
    auto warehouse = Warehouse::open(folder.file("a.db"));
    REQUIRE(warehouse);
    CHECK_FALSE(warehouse->forget("in/q2.txt"));  // no batch
    REQUIRE(warehouse->begin_batch());
    CHECK(warehouse->forget("q2.txt").error().code == fintool::Error::Code::invalid_argument);
    CHECK(warehouse->forget("q7.txt").error().code == fintool::Error::Code::not_found);
    CHECK(warehouse->forget("2.txt").error().code == fintool::Error::Code::not_found);
    CHECK(warehouse->forget("out/q2.txt"));
}

TEST_CASE("store: the same reading saved again changes nothing") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    ingest(path, {second_quarter_2009(), third_quarter_2009(), other_company()});
    const std::string before = dump(path);
    auto warehouse = Warehouse::open(path);
    REQUIRE(warehouse);
    REQUIRE(warehouse->begin_batch());
    for (const Made& made : {second_quarter_2009(), other_company()}) {
        const auto saved = warehouse->save_again(made.reading, made.source);
        REQUIRE_MESSAGE(saved, saved.error().message);
    }
    REQUIRE(warehouse->commit_batch());
    REQUIRE(warehouse->close());
    CHECK(dump(path) == before);
}

TEST_CASE("store: a filing is saved again though a later one's figures made rows of its own") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    Made first = second_quarter_2009(), later = third_quarter_2009();
    first.reading.metrics = {fact("revenue", three_months_to(2008, 9, 30), 13121000, 0, 0)};
    later.reading.metrics = {fact("revenue", three_months_to(2007, 9, 30), 7219000, 0, 0)};
    ingest(path, {first, later});
    const std::string before = dump(path);
    CHECK(before.find("revenue_growth") != before.npos);
    auto warehouse = Warehouse::open(path);
    REQUIRE(warehouse);
    REQUIRE(warehouse->begin_batch());
    const auto saved = warehouse->save_again(first.reading, first.source);
    REQUIRE_MESSAGE(saved, saved.error().message);
    REQUIRE(warehouse->commit_batch());
    REQUIRE(warehouse->close());
    CHECK(dump(path) == before);
}

TEST_CASE("store: a better reading takes the place of the one before") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db"), clean = folder.file("b.db");
    Made poor = second_quarter_2009();
    poor.reading.metrics.pop_back();
    poor.reading.company.fiscal_year_end = "12-31";
    ingest(path, {poor, other_company()});
    ingest(clean, {second_quarter_2009(), other_company()});
    auto warehouse = Warehouse::open(path);
    REQUIRE(warehouse);
    REQUIRE(warehouse->begin_batch());
    REQUIRE(warehouse->save_again(second_quarter_2009().reading, second_quarter_2009().source));
    REQUIRE(warehouse->commit_batch());
    REQUIRE(warehouse->close());
    CHECK(dump(path) == dump(clean));
}

TEST_CASE("store: release by release in any order gives the rows of one batch") {
    const TemporaryFolder folder;
    const std::vector<Made> all = five_years();
    ingest(folder.file("together.db"), all);
    for (const Made& made : all) ingest(folder.file("one_by_one.db"), {made});
    CHECK(dump(folder.file("together.db")) == dump(folder.file("one_by_one.db")));
    // Backwards, ids differ: what they stand for must not.
    const std::vector<Made> backwards(all.rbegin(), all.rend());
    for (const Made& made : backwards) ingest(folder.file("backwards.db"), {made});
    for (const char* view : {"quarterly_metrics", "annual_metrics", "metric_facts"}) {
        const std::string sql = std::string(
                                    "SELECT metric, fiscal_label, period_end, value, unit,"
                                    " origin, formula, file FROM ") +
                                view + " ORDER BY 1, 3, 2, 4, 8, 7";
        CHECK(rows(folder.file("backwards.db"), sql) == rows(folder.file("together.db"), sql));
    }
    CHECK(
        rows(folder.file("together.db"), "SELECT origin, count(*) > 10 FROM metrics GROUP BY 1") ==
        "computed|1\nderived|1\nreported|1");
}

TEST_CASE("store: one value stands for a fiscal quarter and it is the newest gaap one") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    Made quarter = second_quarter_2009(), later = third_quarter_2009();
    auto pro_forma = fact("revenue", quarter.reading.metrics[0].period, 99000000, 0, 0);
    pro_forma.basis = fintool::Statement::Basis::non_gaap;
    auto forecast = fact("revenue", three_months_to(2008, 12, 31), 88000000, 0, 0);
    forecast.origin = fintool::Origin::guidance;
    auto before = fact("revenue", three_months_to(2008, 12, 31), 77000000, 0, 0);
    before.vintage = fintool::Column::Vintage::previous;
    later.reading.metrics.push_back(pro_forma);
    later.reading.metrics.push_back(forecast);
    later.reading.metrics.push_back(before);
    ingest(path, {later, quarter});
    CHECK(rows(path,
               "SELECT fiscal_label, value, origin, basis, file FROM quarterly_metrics"
               " WHERE metric = 'revenue' ORDER BY period_end") ==
          "Q2 FY2009|13100000|reported|gaap|in/q3.txt\n"
          "Q3 FY2009|10500000|reported|gaap|in/q3.txt");
    CHECK(rows(path, "SELECT count(*) FROM metric_facts WHERE vintage = 'previous'") == "0");
    CHECK(rows(path, "SELECT count(*) FROM metrics WHERE vintage = 'previous'") == "1");
}

TEST_CASE("store: computed metrics name what they were made of") {
    const TemporaryFolder folder;
    ingest(folder.file("a.db"), five_years());
    CHECK(rows(folder.file("a.db"),
               "SELECT metric, fiscal_label, value, unit, formula FROM quarterly_metrics"
               " WHERE period_end = '2007-09-30' AND origin = 'computed' ORDER BY metric") ==
          "current_ratio|Q3 FY2007|3|ratio|current_assets 5,832,900 / current_liabilities"
          " 1,944,300\n"
          "gross_margin|Q3 FY2007|41.1356|percent|gross_profit 2,666,001 / revenue 6,481,000\n"
          "revenue_growth|Q3 FY2007|5.968|percent|Q3 FY2007 6,481,000 / Q3 FY2006 6,116,000 - 1\n"
          "working_capital|Q3 FY2007|3888600|USD|current_assets 5,832,900 - current_liabilities"
          " 1,944,300");
    CHECK(rows(folder.file("a.db"),
               "SELECT fiscal_label, value, unit, formula FROM annual_metrics"
               " WHERE metric = 'gross_margin' AND fiscal_label = 'FY2007'") ==
          "FY2007|40.0001|percent|gross_profit 10,516,819 / revenue 26,292,000");
}

TEST_CASE("store: companies are one by their CIK or by name and ticker together") {
    struct Case {
        fintool::Company first, second;
        std::string companies;
    };
    const auto named = [](std::string name, std::string ticker, std::string cik,
                          std::vector<std::string> former = {}) {
        fintool::Company company;
        company.name = std::move(name);
        company.ticker = std::move(ticker);
        company.cik = std::move(cik);
        company.former_names = std::move(former);
        return company;
    };
    const std::vector<Case> cases = {
        {named("TURBINE WORKS CORP /CA/", "", "123"), named("Turbine Works", "TWRK", "0000123"),
         "1"},
        {named("Turbine Works Corp.", "", "123"), named("Turbine Works Corp.", "", "124"), "2"},
        {named("Turbine Works, Inc.", "", ""), named("The Turbine Works Company", "TWRK", ""), "1"},
        {named("Turbine Works", "TWRK", ""), named("Turbine Works", "TWK", ""), "2"},
        {named("Turbine Works", "TWRK", ""), named("Turbine Works Group", "TWRK", ""), "1"},
        {named("Turbine Works", "TWRK", ""), named("Turbine Worksmith", "TWRK", ""), "2"},
        {named("Turbine Works", "TWRK", "123"), named("Windmills", "WIND", "123"), "1"},
        {named("Turbine Works", "", ""), named("Windmills", "", "9", {"Turbine Works Inc"}), "1"},
        {named("Turbine Works", "TWRK", ""), named("Windmills", "TWRK", ""), "2"},
        {named("", "", ""), named("", "", ""), "2"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.first.name);
        CAPTURE(c.second.name);
        CAPTURE(c.second.ticker);
        const TemporaryFolder folder;
        Made first = second_quarter_2009(), second = third_quarter_2009();
        first.reading.company = c.first;
        second.reading.company = c.second;
        ingest(folder.file("a.db"), {first, second});
        CHECK(rows(folder.file("a.db"), "SELECT count(*) FROM companies") == c.companies);
    }
}

TEST_CASE("store: the newest release gives a company its name and the most its year end") {
    const TemporaryFolder folder;
    Made older = second_quarter_2009(), newer = third_quarter_2009(), oldest = other_company();
    oldest.reading.company = turbine_works();
    oldest.reading.filing.released_on = fintool::make_date(2008, 1, 1);
    oldest.reading.company.ticker = "OLD";
    newer.reading.company.name = "Turbine Group Inc.";
    newer.reading.company.website = "";
    newer.reading.company.fiscal_year_end = "12-31";
    ingest(folder.file("a.db"), {newer, older, oldest});
    CHECK(
        rows(folder.file("a.db"), "SELECT name, ticker, website, fiscal_year_end FROM companies") ==
        "Turbine Group Inc.|TWRK|www.twrk.example|03-31");
}

TEST_CASE("store: a fiscal year is called as most of the company's releases call it") {
    const auto labels = [](const std::string& year_end, fintool::Date quarter_end, int year,
                           int quarter, int again) {
        const TemporaryFolder folder;
        Made made = second_quarter_2009(), other = third_quarter_2009();
        for (Made* m : {&made, &other}) {
            m->reading.company.fiscal_year_end = year_end;
            m->reading.filing.period_end = quarter_end;
            m->reading.filing.fiscal_quarter = quarter;
            m->reading.metrics = {fact("cash", fintool::instant_on(quarter_end), 1000, 0, 0)};
            m->reading.statements.clear();
        }
        made.reading.filing.fiscal_year = year;
        other.reading.filing.fiscal_year = again;
        ingest(folder.file("a.db"), {made, other});
        return rows(folder.file("a.db"), "SELECT fiscal_label FROM periods");
    };
    const auto november = fintool::make_date(2024, 11, 2);
    CHECK(labels("01-31", november, 2024, 3, 2024) == "Q3 FY2024");
    CHECK(labels("01-31", november, 2025, 3, 2025) == "Q3 FY2025");
    CHECK(labels("01-31", november, 2024, 3, 2025) == "Q3 FY2025");
    CHECK(labels("01-31", november, 2023, 3, 2023) == "Q3 FY2025");
    CHECK(labels("12-31", fintool::make_date(2024, 9, 30), 2023, 3, 2023) == "Q3 FY2024");
}

TEST_CASE("store: a quarter dated differently in two releases is one quarter") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    Made calendar = second_quarter_2009(), weeks = third_quarter_2009();
    const fintool::Period thirteen_weeks =
        fintool::duration_to(fintool::make_date(2008, 9, 26), {13, fintool::Length::In::weeks});
    weeks.reading.metrics = {fact("revenue", thirteen_weeks, 13000000, 0, 0)};
    ingest(path, {calendar, weeks});
    CHECK(rows(path,
               "SELECT period_end, value FROM quarterly_metrics WHERE metric = 'revenue' AND"
               " fiscal_label = 'Q2 FY2009'") == "2008-09-26|13000000");
    CHECK(rows(path, "SELECT fiscal_label FROM periods WHERE end_on = '2008-09-26'") ==
          "Q2 FY2009");
}

TEST_CASE("store: a value that lands elsewhere than it was bound is caught before it is kept") {
    const TemporaryFolder folder;
    Made made = second_quarter_2009();
    made.reading.checks.push_back({"sum",
                                   0,
                                   fintool::Check::Status::pass,
                                   fintool::Decimal{5, 0},
                                   fintool::Decimal{5, 0},
                                   {},
                                   "a",
                                   {}});
    made.reading.claims.push_back(
        {"Revenue was $13 million.", {1, 9}, "revenue", {}, {}, {}, "untested", ""});
    // A trigger stands for the fault: it changes the row behind the writer's back.
    const std::vector<std::pair<std::string, std::string>> faults = {
        {"line_item_values", "UPDATE line_item_values SET value = 7 WHERE value = 13121000"},
        {"line_item_values", "UPDATE line_item_values SET byte_end = byte_end + 1"},
        {"line_item_values", "UPDATE line_item_values SET period_id = NULL WHERE column_no = 1"},
        {"line_item_values", "UPDATE line_item_values SET proof = 'proven'"},
        {"filings", "UPDATE filings SET period_end = released_on"},
        {"filings", "UPDATE filings SET status = 'no statements'"},
        {"diagnostics", "UPDATE diagnostics SET byte_start = byte_start + 1"},
        {"metrics", "UPDATE metrics SET value = value * 1000 WHERE name = 'revenue'"},
        {"metrics", "UPDATE metrics SET unit = 'EUR' WHERE name = 'cash'"},
        {"line_items", "UPDATE line_items SET label = section WHERE section IS NOT NULL"},
        {"statement_columns", "UPDATE statement_columns SET vintage = 'restated'"},
        {"statements", "UPDATE statements SET kind = 'balance'"},
        {"checks", "UPDATE checks SET expected = 6"},
        {"claims", "UPDATE claims SET metric = NULL"},
    };
    int number = 0;
    for (const auto& [table, change] : faults) {
        CAPTURE(change);
        const std::string path = folder.file(std::to_string(++number) + ".db");
        auto warehouse = Warehouse::open(path);
        REQUIRE(warehouse);
        run(path, "CREATE TRIGGER fault AFTER INSERT ON diagnostics BEGIN " + change + "; END");
        REQUIRE(warehouse->begin_batch());
        const auto saved = warehouse->save(made.reading, made.source);
        REQUIRE_FALSE(saved);
        CHECK_MESSAGE(saved.error().message.find("from " + table + " ") != std::string::npos,
                      saved.error().message);
        REQUIRE(warehouse->commit_batch());
        REQUIRE(warehouse->close());
        CHECK(rows(path, "SELECT count(*) FROM filings") == "0");
    }
}

TEST_CASE("store: verify finds what is not as it was stored") {
    const TemporaryFolder folder;
    const auto problems = [&](const std::string& sql) {
        const std::string path = folder.file("v.db");
        fs::remove(path);
        ingest(path, {second_quarter_2009(), third_quarter_2009()});
        if (!sql.empty()) run(path, sql);
        const auto report = fintool::verify_database(path);
        REQUIRE(report);
        std::string all;
        for (const std::string& problem : report->problems) all += problem + "\n";
        return all;
    };
    CHECK(problems("") == "");
    CHECK(problems("UPDATE source_texts SET content = x'00'").find("not the bytes") !=
          std::string::npos);
    CHECK(problems("DELETE FROM source_texts").find("missing") != std::string::npos);
    CHECK(problems("DELETE FROM statements").find("point to no row of statements") !=
          std::string::npos);
    CHECK(problems("DROP INDEX filings_by_company").find("filings_by_company") !=
          std::string::npos);
    CHECK(problems("UPDATE schema_migrations SET sha256 = ''").find("migration") !=
          std::string::npos);
    CHECK_FALSE(fintool::verify_database(folder.file("absent.db")));
    CHECK_FALSE(fs::exists(folder.file("absent.db")));
}

TEST_CASE("store: a backup is complete and overwrites nothing") {
    const TemporaryFolder folder;
    ingest(folder.file("a.db"), {second_quarter_2009()});
    REQUIRE(fintool::back_up_database(folder.file("a.db"), folder.file("b.db")));
    CHECK(dump(folder.file("a.db")) == dump(folder.file("b.db")));
    CHECK(Warehouse::open(folder.file("b.db")));
    const std::string bytes = fintool::read_whole_file(folder.file("b.db"));
    CHECK_FALSE(fintool::back_up_database(folder.file("a.db"), folder.file("b.db")));
    CHECK_FALSE(fintool::back_up_database(folder.file("absent.db"), folder.file("c.db")));
    CHECK_FALSE(fintool::back_up_database(folder.file("a.db"), folder.file("no/such/c.db")));
    CHECK(fintool::read_whole_file(folder.file("b.db")) == bytes);
    CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 2);
}

TEST_CASE("store: migrate leaves a current database alone and refuses what is none") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    ingest(path, {second_quarter_2009()});
    const std::string before = dump(path);
    const auto report = fintool::migrate_database(path);
    REQUIRE(report);
    CHECK(report->from == report->to);
    CHECK(report->backup.empty());
    CHECK(dump(path) == before);
    std::ofstream(folder.file("empty.db")).flush();
    CHECK_FALSE(fintool::migrate_database(folder.file("empty.db")));
    CHECK_FALSE(fintool::migrate_database(folder.file("absent.db")));
    CHECK(fs::file_size(folder.file("empty.db")) == 0);
}

TEST_CASE("store: views that were changed come back with the next ingest") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    ingest(path, {second_quarter_2009()});
    const std::string before = dump(path);
    run(path,
        "DROP VIEW metric_facts; CREATE VIEW metric_facts AS SELECT 1 AS file;"
        "CREATE VIEW mine AS SELECT 2 AS two;"
        "UPDATE applied_texts SET sha256 = '' WHERE name = 'view:views'");
    ingest(path, {});
    CHECK(rows(path, "SELECT count(*) FROM metric_facts") != "1");
    CHECK(rows(path, "SELECT two FROM mine") == "2");
    CHECK(dump(path) == before);
    CHECK(fintool::migrate_database(path));
}
