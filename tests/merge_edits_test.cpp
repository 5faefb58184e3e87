// What people know better, and what releases of several databases know of each other, in a merge.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "database_content.h"
#include "ingest.h"
#include "store/merge.h"
#include "store/saved_query.h"
#include "store/upkeep.h"
#include "store_readings.h"

using namespace store_readings;

namespace {

using Paths = std::vector<std::string>;

fintool::Reading no_reading(std::string_view, const std::vector<fintool::OwnLabel>&) {
    FAIL_CHECK("nothing was to be read again");
    return {};
}

// What was remarked.
std::vector<std::string> merge(const Paths& inputs, const std::string& into,
                               const fintool::Merge::Read& read = no_reading) {
    auto merge = fintool::Merge::open(inputs, into, read);
    REQUIRE_MESSAGE(merge, merge.error().message);
    for (;;) {
        const auto carried = merge->carry_next();
        REQUIRE_MESSAGE(carried, carried.error().message);
        if (!*carried) break;
    }
    const auto finished = merge->finish();
    REQUIRE_MESSAGE(finished, finished.error().message);
    CHECK(fintool::verify_database(into)->problems.empty());
    return merge->remarks();
}

// The releases in one database, and dealt out to three and merged: in every order of the three.
void check_dealt_out(const TemporaryFolder& folder, const std::vector<Made>& all) {
    ingest(folder.file("single.db"), all);
    const std::string expected = database_content(folder.file("single.db"));
    for (std::size_t i = 0; i < 3; ++i) {
        std::vector<Made> share;
        for (std::size_t j = i; j < all.size(); j += 3) share.push_back(all[j]);
        ingest(folder.file(std::to_string(i) + ".db"), share);
    }
    Paths inputs = {folder.file("0.db"), folder.file("1.db"), folder.file("2.db")};
    int number = 0;
    do {
        const std::string merged = folder.file("merged" + std::to_string(++number) + ".db");
        CHECK(merge(inputs, merged).empty());
        const std::string difference = first_difference(database_content(merged), expected);
        CHECK_MESSAGE(difference.empty(), difference);
    } while (std::next_permutation(inputs.begin(), inputs.end()));
    CHECK(number == 6);
}

// Paths in the order of the releases, each of which prints something that the others do not.
std::vector<Made> in_order(std::vector<Made> all, bool twins = false) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!twins) all[i].reading.statements[0].rows[0].label += " " + std::to_string(100 + i);
        all[i].source.path = "in/" + std::to_string(100 + i) + ".txt";
    }
    return all;
}

}  // namespace

TEST_CASE("merge: a series dealt out to three databases is derived and computed anew") {
    const TemporaryFolder folder;
    check_dealt_out(folder, in_order(five_years()));
    CHECK(
        rows(folder.file("merged1.db"),
             "SELECT count(*) > 40, max(corroborations) FROM metrics WHERE origin <> 'computed'") ==
        "1|1");
    CHECK(rows(folder.file("0.db"), "SELECT max(corroborations) FROM metrics") == "0");
}

TEST_CASE("merge: a company that changes its name is one again") {
    const TemporaryFolder folder;
    std::vector<Made> all = five_years();
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& company = all[i].reading.company;
        company = {"Windmills Corp.", "", "", "", "", "12-31", "", "", {}};
        if (i % 4 == 1) company.ticker = "WIND";
        if (i == 7) company = {"Sails Inc.", "", "", "", "", "12-31", "", "", {"Windmills"}};
        if (i > 7) company = {"Sails Inc.", "", "", i > 12 ? "77" : "", "", "12-31", "", "", {}};
    }
    check_dealt_out(folder, in_order(all));
    CHECK(rows(folder.file("merged2.db"), "SELECT name, ticker, cik FROM companies") ==
          "Sails Inc.|WIND|0000000077");
}

TEST_CASE("merge: a name that two companies bear joins neither") {
    const TemporaryFolder folder;
    std::vector<Made> all = five_years();
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& company = all[i].reading.company;
        company = {"Turbine Works", "", "", "", "", "12-31", "", "", {}};
        if (i < 4) company.cik = i % 2 == 0 ? "11" : "22";
    }
    check_dealt_out(folder, in_order(all));
    CHECK(rows(folder.file("2.db"), "SELECT count(*) < 4 FROM companies") == "1");
    CHECK(rows(folder.file("merged3.db"), "SELECT count(*) > 4 FROM companies") == "1");
}

TEST_CASE("merge: a release that names nobody finds the company of its twin") {
    const TemporaryFolder folder;
    std::vector<Made> all = {second_quarter_2009(), other_company(), second_quarter_2009(),
                             third_quarter_2009(), second_quarter_2009()};
    all[2].source = source_of("as an exhibit\n\n\n", "");
    all[2].reading.company = {};
    all[4].source = source_of("nameless and alone\n\n\n", "");
    all[4].reading.company = {};
    all[4].reading.statements[0].rows[0].label = "Something else";
    check_dealt_out(folder, in_order(all, true));
    CHECK(rows(folder.file("2.db"), "SELECT name FROM companies") == "unknown company of 102.txt");
    CHECK(rows(folder.file("merged4.db"),
               "SELECT c.name FROM filings f JOIN companies c ON c.id = company_id ORDER BY path",
               ", ") ==
          "Turbine Works Inc., Other Bancorp, Turbine Works Inc., Turbine Works Inc.,"
          " unknown company of 104.txt");
}

TEST_CASE("merge: the same release in two is one and its text is kept where one has kept it") {
    const TemporaryFolder folder;
    Made without = second_quarter_2009(), with = second_quarter_2009();
    without.source.keep = false;
    with.source.path = "zz/elsewhere.txt";
    ingest(folder.file("a.db"), {without});
    ingest(folder.file("b.db"), {with, third_quarter_2009()});
    merge({folder.file("b.db"), folder.file("a.db")}, folder.file("c.db"));
    CHECK(rows(folder.file("c.db"),
               "SELECT path, encoding <> 'none' FROM filings JOIN source_texts"
               " ON filing_id = id ORDER BY id") == "in/q2.txt|1\nin/q3.txt|1");
    CHECK(fintool::verify_database(folder.file("c.db"))->sources == 2);
}

TEST_CASE("merge: companies joined and named by hand stay so") {
    const TemporaryFolder folder;
    std::vector<Made> all = in_order(five_years());
    for (std::size_t i = 0; i < all.size(); i += 2) {
        all[i].reading.company = {"Windmills Inc.", "WIND", "", "77", "", "12-31", "", "", {}};
    }
    const std::vector<Made> first(all.begin(), all.begin() + 10), then(all.begin() + 10, all.end());
    const auto mend = [&](const std::string& path, const std::string& name) {
        auto warehouse = Warehouse::open(path);
        REQUIRE(warehouse);
        REQUIRE(warehouse->begin_batch());
        REQUIRE(warehouse->merge_companies(2, 1));
        REQUIRE(warehouse->rename_company(1, name));
        REQUIRE(warehouse->commit_batch());
        REQUIRE(warehouse->close());
    };
    ingest(folder.file("a.db"), first);
    ingest(folder.file("b.db"), then);
    ingest(folder.file("single.db"), all);
    mend(folder.file("a.db"), "Turbines and Windmills");
    mend(folder.file("single.db"), "Turbines and Windmills");
    CHECK(merge({folder.file("a.db"), folder.file("b.db")}, folder.file("c.db")).empty());
    CHECK(rows(folder.file("c.db"), "SELECT name FROM companies") == "Turbines and Windmills");
    CHECK(first_difference(database_content(folder.file("c.db")),
                           database_content(folder.file("single.db"))) == "");
    // The input named first stands, and what the target has stands over both.
    mend(folder.file("b.db"), "Sails");
    const auto remarks = merge({folder.file("b.db"), folder.file("a.db")}, folder.file("d.db"));
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0] ==
          "the company Sails is called Turbines and Windmills in " + folder.file("a.db"));
    CHECK(rows(folder.file("d.db"), "SELECT name FROM companies") == "Sails");
    CHECK(merge({folder.file("b.db")}, folder.file("c.db")).size() == 1);
    CHECK(rows(folder.file("c.db"), "SELECT name FROM companies") == "Turbines and Windmills");
}

TEST_CASE("merge: saved queries come along and none takes another's place") {
    const TemporaryFolder folder;
    const std::string a = folder.file("a.db"), b = folder.file("b.db"), c = folder.file("c.db");
    ingest(a, {second_quarter_2009()});
    ingest(b, {third_quarter_2009()});
    REQUIRE(fintool::save_query(a, {"mine", "One", "", "SELECT 1"}));
    REQUIRE(fintool::save_query(b, {"mine", "Two", "", "SELECT 2"}));
    REQUIRE(fintool::save_query(b, {"yours", "Three", "", "SELECT 3"}));
    const auto remarks = merge({a, b}, c);
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0] ==
          "the saved query mine of " + b + " was left out: there is another of that name");
    CHECK(rows(c, "SELECT name, sql FROM canned_queries WHERE name IN ('mine', 'yours')") ==
          "mine|SELECT 1\nyours|SELECT 3");
    CHECK(merge({a, b}, c).size() == 1);
}

TEST_CASE("merge: a label of one's own reaches the releases of the other databases") {
    const TemporaryFolder folder;
    const std::string a = folder.file("a.db"), b = folder.file("b.db"), c = folder.file("c.db");
    Made unkept = third_quarter_2009();
    unkept.source.keep = false;
    ingest(a, {other_company()});
    ingest(b, {second_quarter_2009(), unkept});
    const auto map = [](const std::string& path, const std::string& metric) {
        auto warehouse = Warehouse::open(path);
        REQUIRE(warehouse);
        REQUIRE(warehouse->begin_batch());
        REQUIRE(warehouse->map_label({"Revenue", metric, {}}));
        REQUIRE(warehouse->commit_batch());
    };
    map(a, "orders");
    std::vector<std::string> read;
    const auto reader = [&](std::string_view bytes, const std::vector<fintool::OwnLabel>& own) {
        read.emplace_back(bytes.substr(0, 13));
        CHECK(own.size() == 1);
        Made made = second_quarter_2009();
        made.reading.metrics[0].metric = own.at(0).metric;
        return made.reading;
    };
    merge({a, b}, c, reader);
    CHECK(read == std::vector<std::string>{"Turbine Works"});
    CHECK(rows(c,
               "SELECT DISTINCT f.path, name FROM metrics JOIN filings f ON f.id = filing_id"
               " WHERE name IN ('orders', 'revenue') AND origin = 'reported' ORDER BY 1, 2") ==
          "in/other.txt|revenue\nin/q2.txt|orders\nin/q2.txt|revenue\nin/q3.txt|revenue");
    // Again: all is known, and nothing is read. In the other order b's releases lie there first.
    merge({a, b}, c);
    const std::string d = folder.file("d.db");
    merge({b}, d);
    read.clear();
    merge({a}, d, reader);
    CHECK(read == std::vector<std::string>{"Turbine Works"});
    CHECK(rows(d, "SELECT label, metric FROM own_labels") == "revenue|orders");
    map(b, "deposits");
    read.clear();
    const auto remarks = merge({a, b}, folder.file("e.db"), reader);
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0] == "the label \"Revenue\" means orders; " + b + " had it as deposits");
    CHECK(read.size() == 1);
}
