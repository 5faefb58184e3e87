// Stage store: companies merged and renamed by hand, and what that does to all that rests on them.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "store/upkeep.h"
#include "store_readings.h"

using namespace store_readings;

TEST_CASE("store: companies merged by hand are one and stay one") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db"), together = folder.file("b.db");
    std::vector<Made> all = five_years(), later;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i % 2 == 0) continue;  // every other release calls the company otherwise
        all[i].reading.company = {"Windmills Inc.", "WIND", "", "77", "", "12-31", "", "", {}};
    }
    later.push_back(all.back());
    all.pop_back();
    ingest(path, all);
    CHECK(rows(path, "SELECT count(*) FROM companies") == "2");
    auto warehouse = Warehouse::open(path);
    REQUIRE(warehouse);
    REQUIRE(warehouse->begin_batch());
    const auto merged = warehouse->merge_companies(2, 1);
    REQUIRE_MESSAGE(merged, merged.error().message);
    CHECK(warehouse->merge_companies(1, 9).error().code == fintool::Error::Code::not_found);
    CHECK_FALSE(warehouse->merge_companies(1, 1));
    REQUIRE(warehouse->rename_company(1, "Turbines and Windmills"));
    CHECK_FALSE(warehouse->rename_company(9, "None"));
    REQUIRE(warehouse->commit_batch());
    REQUIRE(warehouse->close());
    ingest(path, later);
    CHECK(rows(path, "SELECT id, name FROM companies") == "1|Turbines and Windmills");
    ingest(together, five_years());
    const std::string sql =
        "SELECT metric, fiscal_label, period_end, value, unit, origin, formula, file"
        " FROM quarterly_metrics ORDER BY 1, 3";
    CHECK(rows(path, sql) == rows(together, sql));
    CHECK(fintool::verify_database(path)->problems.empty());
}

TEST_CASE("store: a company merged by hand keeps the other ticker") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    Made first = second_quarter_2009(), second = third_quarter_2009(), third = other_company();
    first.reading.company = {"Turbine Works", "TWRK", "", "", "", "", "", "", {}};
    second.reading.company = {"Windmills", "WIND", "", "", "", "", "", "", {}};
    third.reading.company = second.reading.company;
    third.reading.filing.released_on = fintool::make_date(2007, 1, 2);
    ingest(path, {first, second});
    auto warehouse = Warehouse::open(path);
    REQUIRE(warehouse);
    REQUIRE(warehouse->begin_batch());
    REQUIRE(warehouse->merge_companies(1, 2));
    REQUIRE(warehouse->commit_batch());
    REQUIRE(warehouse->begin_batch());
    REQUIRE(warehouse->save(third.reading, third.source));
    REQUIRE(warehouse->commit_batch());
    REQUIRE(warehouse->close());
    CHECK(rows(path, "SELECT name, ticker FROM companies") == "Windmills|WIND");
    first.source = source_of("the first, corrected\n", "in/first.txt");
    ingest(path, {first});
    CHECK(rows(path, "SELECT count(*) FROM companies") == "1");
}

TEST_CASE("store: a merge that fails leaves the batch as it was") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    ingest(path, {second_quarter_2009(), other_company()});
    const std::string before = dump(path);
    auto warehouse = Warehouse::open(path);
    REQUIRE(warehouse);
    CHECK_FALSE(warehouse->merge_companies(1, 2));  // no batch is open
    REQUIRE(warehouse->begin_batch());
    CHECK_FALSE(warehouse->merge_companies(1, 7));
    REQUIRE(warehouse->commit_batch());
    REQUIRE(warehouse->close());
    CHECK(dump(path) == before);
}

TEST_CASE("store: labels of one's own are kept and listed and taken back") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    ingest(path, {second_quarter_2009()});
    auto warehouse = Warehouse::open(path);
    REQUIRE(warehouse);
    const fintool::OwnLabel label{"Revenue (1)", "orders", fintool::Statement::Kind::income};
    CHECK_FALSE(warehouse->map_label(label));  // no batch is open
    REQUIRE(warehouse->begin_batch());
    REQUIRE(warehouse->map_label(label));
    CHECK_FALSE(warehouse->map_label({"(1) ---", "orders", {}}));
    CHECK(warehouse->own_labels()->size() == 1);
    CHECK(warehouse->own_labels()->front().metric == "orders");
    CHECK(*warehouse->filings_that_print("revenues") == std::vector<std::int64_t>{1});
    CHECK(warehouse->filings_that_print("sales of windmills")->empty());
    CHECK(warehouse->source_of(1)->path == "in/q2.txt");
    CHECK(*warehouse->unmap_label({"REVENUE", "", fintool::Statement::Kind::income}));
    CHECK_FALSE(*warehouse->unmap_label({"REVENUE", "", {}}));
    CHECK(warehouse->own_labels()->empty());
}
