// Stage store: readings made by hand go in and are read back; what fails leaves nothing behind.
#include <SQLiteCpp/Exception.h>
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/sha256.h"
#include "golden.h"
#include "store/connection.h"
#include "store/schema.h"
#include "store/warehouse.h"
#include "store_readings.h"

namespace fs = std::filesystem;
using namespace store_readings;

TEST_CASE("store: what is saved is read back column by column") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    ingest(path, {second_quarter_2009()});
    const std::string& db = path;
    CHECK(
        rows(db,
             "SELECT name, ticker, exchange, cik, sic, fiscal_year_end, headquarters, website"
             " FROM companies") ==
        "Turbine Works Inc.|TWRK|NASDAQ|0000123456|3510|03-31|CHATSWORTH, Calif.|www.twrk.example");
    CHECK(rows(db,
               "SELECT id, company_id, path, form, title, released_on, period_end, fiscal_year,"
               " fiscal_quarter, status, reason FROM filings") ==
          "1|1|in/q2.txt|8-K|Turbine Works Reports|2008-11-06|2008-09-30|2009|2|read|NULL");
    CHECK(rows(db,
               "SELECT kind, start_on, end_on, months, fiscal_year, fiscal_quarter,"
               " fiscal_label, calendar_label, printed FROM periods ORDER BY id") ==
          "duration|2008-04-01|2008-06-30|3|2009|1|Q1 FY2009|CY2008Q2|0\n"
          "instant|2008-09-30|2008-09-30|0|2009|2|Q2 FY2009|CY2008Q3I|1\n"
          "duration|2008-07-01|2008-09-30|3|2009|2|Q2 FY2009|CY2008Q3|1\n"
          "duration|2008-04-01|2008-09-30|6|2009|NULL|H1 FY2009|NULL|1");
    CHECK(rows(db,
               "SELECT id, filing_id, ordinal, kind, basis, title, scale, scale_stated, currency"
               " FROM statements") == "1001|1|1|income|gaap|STATEMENTS OF OPERATIONS|1000|1|USD");
    CHECK(rows(db, "SELECT column_no, heading, vintage, role FROM statement_columns") ==
          "0|Three Months Ended September 30, 2008|original|period\n"
          "1|Six Months Ended September 30, 2008|original|period\n"
          "2|% Change|original|change");
    CHECK(rows(db, "SELECT id, row_no, section, label, depth, metric FROM line_items") ==
          "100001|0|NULL|Revenue|0|revenue\n"
          "100002|1|Per share:|Basic and diluted|1|eps_basic");
    CHECK(rows(db,
               "SELECT line_item_id, column_no, raw_text, value, typeof(value), unit, decimals,"
               " proof, line_no, byte_start, byte_end FROM line_item_values") ==
          "100001|0|13,121|13121000|integer|USD|-3|proven|2|20|26\n"
          "100001|1|20,645|20645000|integer|USD|-3|untested|2|27|33\n"
          "100001|2|N/M|NULL|null|percent|0|untested|2|34|37\n"
          "100002|0|(0.11)|-0.11|real|USD/share|2|untested|3|56|62\n"
          "100002|1|-|0|integer|USD/share|0|untested|3|63|64");
}

TEST_CASE("store: derived values come with the batch and name their inputs") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    ingest(path, {second_quarter_2009()});
    const std::string& db = path;
    CHECK(rows(db,
               "SELECT id, name, value, origin, formula, of_quarter FROM metrics"
               " WHERE name = 'revenue' ORDER BY id") ==
          "100001000|revenue|13121000|reported|NULL|1\n"
          "100002000|revenue|20645000|reported|NULL|0\n"
          "100002001|revenue|7524000|derived|H1 FY2009 20,645,000 - Q2 FY2009 13,121,000|1");
    CHECK(rows(db, "SELECT * FROM metric_inputs") ==
          "100002001|1|100002000\n100002001|2|100001000");
    CHECK(rows(db,
               "SELECT fiscal_label, period_end, value, origin FROM quarterly_metrics"
               " WHERE metric = 'revenue' AND ticker = 'TWRK' ORDER BY period_end") ==
          "Q1 FY2009|2008-06-30|7524000|derived\nQ2 FY2009|2008-09-30|13121000|reported");
}

TEST_CASE("store: a release is known by its hash and stored once") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    ingest(path, {second_quarter_2009()});
    auto warehouse = Warehouse::open(path);
    REQUIRE(warehouse);
    CHECK(*warehouse->knows(second_quarter_2009().source.sha256));
    CHECK_FALSE(*warehouse->knows(std::string(64, '0')));
    REQUIRE(warehouse->begin_batch());
    const auto again = warehouse->save(second_quarter_2009().reading, second_quarter_2009().source);
    CHECK_FALSE(again);
    CHECK(again.error().code == fintool::Error::Code::sql);
    REQUIRE(warehouse->commit_batch());
    REQUIRE(warehouse->close());
    const std::string& db = path;
    CHECK(rows(db, "SELECT count(*) FROM filings") == "1");
}

TEST_CASE("store: a release that fails halfway leaves nothing and the batch goes on") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    Made bad = second_quarter_2009();
    bad.reading.claims.push_back({});
    bad.reading.claims.back().status = "perhaps";  // the last table but one: CHECK refuses it
    Made good = third_quarter_2009();
    auto warehouse = Warehouse::open(path);
    REQUIRE(warehouse);
    REQUIRE(warehouse->begin_batch());
    CHECK_FALSE(warehouse->save(bad.reading, bad.source));
    REQUIRE(warehouse->save(good.reading, good.source));
    REQUIRE(warehouse->commit_batch());
    REQUIRE(warehouse->close());
    const std::string clean = folder.file("b.db");
    ingest(clean, {good});
    CHECK(dump(path) == dump(clean));
}

TEST_CASE("store: an open batch that is dropped leaves the file as it was") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    ingest(path, {second_quarter_2009()});
    const std::string before = dump(path);
    {
        auto warehouse = Warehouse::open(path);
        REQUIRE(warehouse);
        REQUIRE(warehouse->begin_batch());
        REQUIRE(warehouse->save(third_quarter_2009().reading, third_quarter_2009().source));
    }
    CHECK(dump(path) == before);
}

TEST_CASE("store: the batches do not show in the rows") {
    const TemporaryFolder folder;
    const std::vector<Made> all = {second_quarter_2009(), third_quarter_2009(), other_company()};
    const std::string together = folder.file("together.db");
    ingest(together, all);
    const std::string one_by_one = folder.file("one_by_one.db");
    for (const Made& made : all) ingest(one_by_one, {made});
    CHECK(dump(together) == dump(one_by_one));
}

TEST_CASE("store: one file is left when it closes and it is no WAL file") {
    const TemporaryFolder folder;
    ingest(folder.file("a.db"), {second_quarter_2009()});
    std::vector<std::string> left;
    for (const auto& entry : fs::directory_iterator(folder.path)) {
        left.push_back(entry.path().filename().string());
    }
    CHECK(left == std::vector<std::string>{"a.db"});
    const std::string bytes = fintool::read_whole_file(folder.file("a.db"));
    CHECK(bytes.substr(18, 2) == "\x01\x01");
    CHECK(bytes.substr(68, 4) == "FINT");
}

TEST_CASE("store: files that are not ours are refused and left as they are") {
    const TemporaryFolder folder;
    const std::string mine = folder.file("mine.db");
    ingest(mine, {second_quarter_2009()});
    const std::string whole = fintool::read_whole_file(mine);
    struct Case {
        std::string name, bytes, says;
    };
    std::string newer = whole;
    newer.replace(60, 4, std::string("\0\0\0\x63", 4));
    std::string damaged = whole;
    std::fill(damaged.begin() + 4096, damaged.begin() + 16384, '\x5a');
    std::string cut = whole.substr(0, whole.size() / 2);
    std::string foreign = whole;
    foreign.replace(68, 4, "GPKG");
    for (const Case& refused :
         {Case{"text", "Turbine Works Reports\n", "is not a fintool database"},
          Case{"newer", newer, "newer fintool"}, Case{"damaged", damaged, "restore a backup"},
          Case{"cut", cut, "restore a backup"}, Case{"foreign", foreign, "not a fintool"}}) {
        CAPTURE(refused.name);
        const std::string path = folder.file(refused.name);
        std::ofstream(path, std::ios::binary) << refused.bytes;
        const auto warehouse = Warehouse::open(path);
        REQUIRE_FALSE(warehouse);
        CHECK_MESSAGE(warehouse.error().message.find(refused.says) != std::string::npos,
                      warehouse.error().message);
        CHECK(fintool::read_whole_file(path) == refused.bytes);
    }
}

TEST_CASE("store: other databases and altered schemas are refused") {
    const TemporaryFolder folder;
    const auto refusal = [&](const std::string& name, const char* sql) {
        const std::string path = folder.file(name);
        if (name != "other") ingest(path, {second_quarter_2009()});
        run(path, sql);
        const std::string before = fintool::read_whole_file(path);
        const auto warehouse = Warehouse::open(path);
        CHECK(fintool::read_whole_file(path) == before);
        return warehouse ? std::string("opened") : warehouse.error().message;
    };
    CHECK(refusal("other", "CREATE TABLE notes (text)").find("other tables") != std::string::npos);
    CHECK(refusal("trigger", "CREATE TRIGGER t AFTER INSERT ON filings BEGIN SELECT 1; END")
              .find("trigger") != std::string::npos);
    CHECK(
        refusal("altered", "ALTER TABLE claims ADD COLUMN mood TEXT").find("claims was altered") !=
        std::string::npos);
    CHECK(refusal("older", "PRAGMA user_version = 0").find("fintool migrate") != std::string::npos);
    CHECK(refusal("harmless", "CREATE TABLE my_notes (text); CREATE VIEW v AS SELECT 1 AS one") ==
          "opened");
    CHECK_FALSE(Warehouse::open(folder.path.string()));
    CHECK_FALSE(Warehouse::open(folder.file("no/such/folder.db")));
}

TEST_CASE("store: an empty file becomes a database") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    std::ofstream(path).flush();
    ingest(path, {second_quarter_2009()});
    const std::string& db = path;
    CHECK(rows(db, "SELECT version, name FROM schema_migrations WHERE version = 1") ==
          "1|0001_releases");
    CHECK(rows(db, "PRAGMA user_version") == std::to_string(fintool::newest_schema()));
}

TEST_CASE("store: the schema file is what the migrations make") {
    const TemporaryFolder folder;
    ingest(folder.file("a.db"), {});
    fintool::Connection connection(folder.file("a.db"), fintool::Connection::Mode::read);
    const std::string golden = std::string(FINTOOL_SOURCE_DIR) + "/schema/schema.sql";
    CHECK(fintool::golden_difference(golden, fintool::dump_schema(connection)) == "");
}

TEST_CASE("store: every table and view and column has its meaning") {
    const TemporaryFolder folder;
    ingest(folder.file("a.db"), {});
    const std::string db = folder.file("a.db");
    CHECK(rows(db,
               "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c"
               " LEFT JOIN data_dictionary d ON table_name = m.name AND column_name = c.name"
               " WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite%'"
               " AND m.name NOT IN (SELECT name FROM canned_queries)"
               " AND ifnull(meaning, '') = ''") == "");
    CHECK(rows(db,
               "SELECT m.name FROM sqlite_master m LEFT JOIN data_dictionary"
               " ON table_name = m.name AND column_name = '' WHERE m.type IN ('table', 'view')"
               " AND m.name NOT LIKE 'sqlite%' AND ifnull(meaning, '') = ''") == "");
    CHECK(rows(db,
               "SELECT table_name, column_name FROM data_dictionary WHERE column_name <> '' AND"
               " NOT EXISTS (SELECT 1 FROM pragma_table_info(table_name)"
               " WHERE name = column_name)") == "");
}

TEST_CASE("store: pinned columns stand first in the pinned views") {
    const TemporaryFolder folder;
    ingest(folder.file("a.db"), {});
    const std::string db = folder.file("a.db");
    const auto columns = [&](const char* view) {
        return rows(db, "SELECT name FROM pragma_table_info('" + std::string(view) + "')", " ");
    };
    CHECK(columns("reported_facts")
              .starts_with("file statement label period_end months value unit basis section row_no"
                           " raw_text line_no metric company ticker vintage"));
    CHECK(columns("metric_facts")
              .starts_with("file company ticker metric period_end months fiscal_label"
                           " calendar_label value unit basis origin formula vintage"));
    for (const char* view : {"quarterly_metrics", "annual_metrics"}) {
        CHECK(
            columns(view).starts_with("company ticker metric fiscal_label calendar_label"
                                      " period_end value unit origin formula file"));
    }
}

TEST_CASE("store: values of the wrong kind are refused by the schema") {
    const TemporaryFolder folder;
    ingest(folder.file("a.db"), {second_quarter_2009()});
    const std::string db = folder.file("a.db");
    for (const char* sql :
         {"UPDATE line_item_values SET value = 'many'", "UPDATE metrics SET value = 'many'",
          "UPDATE filings SET released_on = 'Nov. 6, 2008'", "UPDATE filings SET status = 'good'",
          "UPDATE filings SET sha256 = 'abc'", "UPDATE filings SET fiscal_quarter = 5",
          "UPDATE periods SET end_on = '30.09.2008'", "UPDATE periods SET start_on = '2009-01-01'",
          "UPDATE statements SET kind = 'profit'", "UPDATE statements SET scale = 100",
          "UPDATE line_item_values SET byte_end = 0", "UPDATE line_item_values SET proof = 'good'",
          "UPDATE metrics SET origin = 'guessed'", "UPDATE companies SET fiscal_year_end = 'March'",
          "UPDATE metrics SET vintage = 'new'", "UPDATE metrics SET basis = 'pro forma'"}) {
        CAPTURE(sql);
        CHECK_THROWS_AS(run(db, sql), SQLite::Exception);
    }
}

TEST_CASE("store: text is clean whatever the release holds") {
    const TemporaryFolder folder;
    Made made = second_quarter_2009();
    made.reading.statements[0].rows[0].label =
        "Net\x1b]52;c\x07 sales\xe2\x80\xae\xff \xc2\x9b\tend";
    made.reading.filing.title = std::string("a\0b", 3);
    ingest(folder.file("a.db"), {made});
    const std::string db = folder.file("a.db");
    CHECK(rows(db, "SELECT label FROM line_items LIMIT 1") == "Net]52;c sales\xef\xbf\xbd  end");
    CHECK(rows(db, "SELECT title FROM filings") == "ab");
}

TEST_CASE("store: names of files are no instructions to SQLite") {
    const TemporaryFolder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path);
    ingest("file:a.db?mode=memory", {});
    ingest(":memory:", {});
    fs::current_path(before);
    CHECK(fs::exists(folder.path / "file:a.db?mode=memory"));
    CHECK(fs::exists(folder.path / ":memory:"));
}

TEST_CASE("store: the bytes of a release come back from the database") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    Made long_one = third_quarter_2009();
    const std::string bytes = std::string(5000, 'x') + std::string(1, '\0') + "\xff";
    long_one.source.bytes = bytes;
    long_one.source.sha256 = fintool::sha256_hex(bytes);
    ingest(path, {second_quarter_2009(), long_one});
    CHECK(*fintool::read_source(path, 1) == second_quarter_2009().source.bytes);
    CHECK(*fintool::read_source(path, 2) == bytes);
    CHECK_FALSE(fintool::read_source(path, 3));
    const std::string& db = path;
    CHECK(rows(db, "SELECT encoding, size FROM source_texts") == "plain|66\nzlib|5002");
}

TEST_CASE("store: declared foreign keys hold") {
    const TemporaryFolder folder;
    ingest(folder.file("a.db"), {second_quarter_2009(), third_quarter_2009(), other_company()});
    const std::string db = folder.file("a.db");
    CHECK(rows(db, "PRAGMA foreign_key_check") == "");
    CHECK(rows(db, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("store: SHA-256 gives the digests of FIPS 180") {
    using fintool::sha256_hex;
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex(std::string(1000000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    CHECK(sha256_hex(std::string(55, 'a')) ==
          "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    CHECK(sha256_hex(std::string(64, 'a')) ==
          "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
    for (std::size_t size = 0; size < 300; ++size) {
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(i * i * 31 + size);
        fintool::Sha256 portable(fintool::Sha256::Rounds::portable);
        portable.add(bytes.substr(0, size / 3));
        portable.add(bytes.substr(size / 3));
        REQUIRE(portable.hex() == sha256_hex(bytes));
    }
}
