// What a crash leaves: a file with a journal beside it. scripts/faults makes real crashes; here is
// how questions meet what is left.
#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>

#include "golden.h"
#include "query/reader.h"
#include "store/database_file.h"
#include "store/upkeep.h"
#include "store_readings.h"

namespace fs = std::filesystem;
using namespace store_readings;

namespace {

// Both files as they are in the middle of a write that is larger than the cache.
void copy_mid_write(const std::string& from, const std::string& to) {
    SQLite::Database db(from, SQLite::OPEN_READWRITE);
    db.exec("PRAGMA cache_size = 2");
    db.exec("BEGIN");
    db.exec("UPDATE line_items SET label = label || hex(zeroblob(2000))");
    fs::copy_file(from, to);
    fs::copy_file(from + "-journal", to + "-journal");
    db.exec("ROLLBACK");
}

}  // namespace

TEST_CASE("faults: questions roll back a write that was cut short") {
    const TemporaryFolder folder;
    const std::string whole = folder.file("a.db"), cut = folder.file("cut.db");
    ingest(whole, {second_quarter_2009(), third_quarter_2009()});
    copy_mid_write(whole, cut);
    REQUIRE(fintool::read_whole_file(cut) != fintool::read_whole_file(whole));
    auto reader = fintool::Reader::open(cut);
    REQUIRE_MESSAGE(reader, reader.error().message);
    CHECK(reader->run("SELECT count(*) FROM reported_facts"));
    CHECK_FALSE(fs::exists(cut + "-journal"));
    CHECK(dump(cut) == dump(whole));
}

TEST_CASE("faults: verify and migrate and backup meet a write that was cut short") {
    const TemporaryFolder folder;
    const std::string whole = folder.file("a.db");
    ingest(whole, {second_quarter_2009(), third_quarter_2009()});
    copy_mid_write(whole, folder.file("v.db"));
    const auto report = fintool::verify_database(folder.file("v.db"));
    REQUIRE(report);
    CHECK(report->problems.empty());
    copy_mid_write(whole, folder.file("b.db"));
    CHECK(fintool::back_up_database(folder.file("b.db"), folder.file("copy.db")));
    CHECK(dump(folder.file("copy.db")) == dump(whole));
    copy_mid_write(whole, folder.file("m.db"));
    CHECK(fintool::migrate_database(folder.file("m.db")));
    CHECK(dump(folder.file("m.db")) == dump(whole));
}

TEST_CASE("faults: the journal of a living writer and of a foreign file stay") {
    const TemporaryFolder folder;
    const std::string live = folder.file("a.db"), foreign = folder.file("f.db");
    ingest(live, {second_quarter_2009()});
    SQLite::Database writer(live, SQLite::OPEN_READWRITE);
    writer.exec("BEGIN IMMEDIATE");
    writer.exec("UPDATE line_items SET label = 'x'");
    fintool::roll_back_a_write_cut_short(live);
    CHECK(fs::exists(live + "-journal"));
    CHECK(fintool::Reader::open(live));
    writer.exec("ROLLBACK");

    SQLite::Database other(foreign, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE line_items(label); INSERT INTO line_items VALUES ('a')");
    copy_mid_write(foreign, folder.file("g.db"));
    const std::string before = fintool::read_whole_file(folder.file("g.db"));
    CHECK_FALSE(fintool::Reader::open(folder.file("g.db")));
    CHECK_FALSE(fintool::migrate_database(folder.file("g.db")));
    CHECK(fs::exists(folder.file("g.db-journal")));
    CHECK(fintool::read_whole_file(folder.file("g.db")) == before);
}
