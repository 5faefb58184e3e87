// Databases of every earlier schema, kept as SQL in tests/migrations, and the empty one before the
// first: migrate brings them up to date, keeps a copy, and changes nothing when it is only asked.
// FINTOOL_UPDATE_GOLDEN=1 writes the newest schema's; those before it never change.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <doctest/doctest.h>

#include <fstream>
#include <set>

#include "golden.h"
#include "store/schema.h"
#include "store/upkeep.h"
#include "store_readings.h"

namespace fs = std::filesystem;
using namespace store_readings;

namespace {

constexpr const char* fixtures = FINTOOL_SOURCE_DIR "/tests/migrations";

std::string fixture_file(std::int64_t schema) {
    return std::string(fixtures) + "/schema-" + std::to_string(schema) + ".dump";
}

// What the program writes anew by itself, and what SQLite makes: not part of a fixture.
bool is_made_anew(const std::string& table) {
    static const std::set<std::string> made = {"data_dictionary", "canned_queries", "metric_names",
                                               "applied_texts", "sqlite_sequence"};
    return made.count(table) == 1 || table.starts_with("sqlite_");
}

std::vector<std::string> column(SQLite::Database& db, const std::string& sql) {
    std::vector<std::string> found;
    SQLite::Statement rows(db, sql);
    while (rows.executeStep()) found.push_back(rows.getColumn(0).getString());
    return found;
}

// Tables, indexes and rows as SQL.
std::string dump_as_sql(const std::string& path) {
    SQLite::Database db(path);
    std::string out = "PRAGMA application_id = " + std::to_string(fintool::fintool_application_id) +
                      ";\nPRAGMA user_version = " +
                      column(db, "PRAGMA user_version").at(0) + ";\n";
    for (const std::string& sql :
         column(db, "SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT"
                    " NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, rowid")) {
        out += sql + ";\n";
    }
    for (const std::string& table :
         column(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")) {
        if (is_made_anew(table)) continue;
        std::string values;
        for (const std::string& name :
             column(db, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid")) {
            values += (values.empty() ? "quote(" : " || ', ' || quote(") + name + ")";
        }
        for (const std::string& row : column(db, "SELECT " + values + " FROM " + table)) {
            out += "INSERT INTO " + table + " VALUES (" + row + ");\n";
        }
    }
    return out;
}

void load(const std::string& sql, const std::string& path) {
    SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("BEGIN; " + sql + "COMMIT");
}

void check_comes_up_to_date(const std::string& path, std::int64_t schema) {
    const std::int64_t newest = fintool::newest_schema();
    const std::string before = fintool::read_whole_file(path);
    const auto told = fintool::migrate_database(path, true);
    REQUIRE_MESSAGE(told, told.error().message);
    CHECK(static_cast<std::int64_t>(told->applied.size()) == newest - schema);
    CHECK(fintool::read_whole_file(path) == before);

    const auto report = fintool::migrate_database(path);
    REQUIRE_MESSAGE(report, report.error().message);
    CHECK(report->from == schema);
    CHECK(report->to == newest);
    CHECK(report->applied == told->applied);
    CHECK(report->backup.empty() == (schema == newest));
    if (!report->backup.empty()) {
        CHECK(fs::path(report->backup).filename().string().find(
                  ".schema-" + std::to_string(schema) + ".backup") != std::string::npos);
        CHECK(dump_as_sql(report->backup) == dump_as_sql(path + ".before"));
    }
    const auto verified = fintool::verify_database(path);
    REQUIRE(verified);
    for (const std::string& problem : verified->problems) CHECK_MESSAGE(false, problem);
    CHECK(Warehouse::open(path));
    const auto again = fintool::migrate_database(path);
    REQUIRE(again);
    CHECK(again->applied.empty());
}

}  // namespace

TEST_CASE("migrations: a database of every earlier schema comes up to date") {
    const TemporaryFolder folder;
    const std::int64_t newest = fintool::newest_schema();
    const std::string current = folder.file("current.db");
    ingest(current, {second_quarter_2009(), third_quarter_2009(), other_company()});
    if (std::getenv("FINTOOL_UPDATE_GOLDEN")) {
        fs::create_directories(fixtures);
        std::ofstream(fixture_file(newest)) << dump_as_sql(current);
    }
    for (std::int64_t schema = 1; schema <= newest; ++schema) {
        CAPTURE(schema);
        REQUIRE_MESSAGE(fs::exists(fixture_file(schema)),
                        "each schema needs its fixture: FINTOOL_UPDATE_GOLDEN=1 writes it");
        const std::string path = folder.file(std::to_string(schema) + ".db");
        load(fintool::read_whole_file(fixture_file(schema)), path);
        fs::copy_file(path, path + ".before");
        check_comes_up_to_date(path, schema);
        CHECK(rows(path, "SELECT count(*) FROM filings") == "3");
    }
    CHECK(dump_as_sql(current) == fintool::read_whole_file(fixture_file(newest)));
}

TEST_CASE("migrations: a file with our mark and no schema gets the first beside its own tables") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    load("PRAGMA application_id = " + std::to_string(fintool::fintool_application_id) +
             "; CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine');",
         path);
    fs::copy_file(path, path + ".before");
    check_comes_up_to_date(path, 0);
    CHECK(rows(path, "SELECT text FROM notes") == "mine");
}

TEST_CASE("migrations: where no backup can be made nothing is migrated") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    load("PRAGMA application_id = " + std::to_string(fintool::fintool_application_id) +
             "; CREATE TABLE notes (text);",
         path);
    const std::string before = fintool::read_whole_file(path);
    fs::create_directories(path + ".schema-0.backup.part/in-the-way");
    const auto report = fintool::migrate_database(path);
    CHECK_FALSE(report);
    CHECK(fintool::read_whole_file(path) == before);
}
