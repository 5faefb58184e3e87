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
