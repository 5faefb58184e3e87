// `fintool export --to DIR`: counts, checksums, escapes, and what a second run writes.
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <doctest/doctest.h>

#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "query/postgres_sql.h"
#include "run_program.h"
#include "transfer/manifest.h"

using fintool::read_whole_file;
using run_program::Folder;
using run_program::shell;

namespace {

void ingest_samples(const Folder& folder) {
    const auto made = shell(folder, "ln -sfn '" FINTOOL_SOURCE_DIR
                                    "/data/samples' samples && fintool ingest -q samples");
    REQUIRE_MESSAGE(made.exit_code == 0, made.out);
}

std::string in(const Folder& folder, const std::string& name) {
    return (folder.path() / name).string();
}

fintool::Manifest manifest_of(const Folder& folder, const std::string& name) {
    const auto manifest = fintool::parse_manifest(read_whole_file(in(folder, name)));
    REQUIRE(manifest);
    return *manifest;
}

void change(const Folder& folder, const std::string& sql) {
    SQLite::Database db(in(folder, "fintool.db"), SQLite::OPEN_READWRITE);
    db.exec(sql);
}

std::int64_t rows_of(const Folder& folder, const std::string& table) {
    SQLite::Database db(in(folder, "fintool.db"));
    return db.execAndGet("SELECT count(*) FROM " + table).getInt64();
}

}  // namespace

TEST_CASE("export: every row is in one file and the manifest has its count and hash") {
    const Folder folder("export-rows");
    ingest_samples(folder);
    const auto done = shell(folder, "fintool export --to out");
    REQUIRE_MESSAGE(done.exit_code == 0, done.out);
    CHECK(done.out.starts_with("4 parts in out, 4 written now: "));
    std::map<std::string, std::int64_t> rows;
    for (const auto& file : manifest_of(folder, "out/manifest.json").files) {
        CAPTURE(file.path);
        const std::string text = read_whole_file(in(folder, "out/" + file.path));
        CHECK(static_cast<std::int64_t>(text.size()) == file.bytes);
        CHECK(fintool::sha256_hex(text) == file.sha256);
        CHECK(std::count(text.begin(), text.end(), '\n') == file.rows);
        CHECK(file.path == file.partition + "/" + file.table + ".copy");
        rows[file.table] += file.rows;
    }
    const std::string postgres = read_whole_file(in(folder, "out/schema.sql"));
    const std::string clickhouse = read_whole_file(in(folder, "out/clickhouse.sql"));
    CHECK(clickhouse.find("\"value\" Nullable(Decimal(38, 10)) COMMENT 'whole units") !=
          std::string::npos);
    CHECK(postgres.find("\"released_on\" date,") != std::string::npos);
    SQLite::Database db(in(folder, "fintool.db"));
    SQLite::Statement tables(db, "SELECT name FROM sqlite_master WHERE type = 'table'");
    while (tables.executeStep()) {
        const std::string table = tables.getColumn(0).getString();
        CAPTURE(table);
        CHECK(rows.contains(table));
        CHECK(rows[table] == rows_of(folder, table));
        CHECK(postgres.find("CREATE TABLE \"" + table + "\" (") != std::string::npos);
        CHECK(clickhouse.find("CREATE TABLE \"" + table + "\" (") != std::string::npos);
    }
}

TEST_CASE("export: a second run writes nothing and then only the years that changed") {
    const Folder folder("export-again");
    ingest_samples(folder);
    const auto all = [&] { return shell(folder, "fintool export --to out").out; };
    all();
    const auto stamp = std::filesystem::last_write_time(in(folder, "out/2004/filings.copy"));
    CHECK(all().starts_with("4 parts in out, 0 written now"));
    CHECK(std::filesystem::last_write_time(in(folder, "out/2004/filings.copy")) == stamp);
    // What a run that was cut off leaves: no manifest, half a file, a part without its own.
    std::filesystem::remove(in(folder, "out/manifest.json"));
    std::filesystem::resize_file(in(folder, "out/2008/line_items.copy"), 100);
    CHECK(all().starts_with("4 parts in out, 1 written now"));
    std::filesystem::remove(in(folder, "out/2026/partition.json"));
    CHECK(all().starts_with("4 parts in out, 1 written now"));
    change(folder,
           "UPDATE line_items SET label = 'Sales' WHERE id ="
           " (SELECT min(id) FROM line_items WHERE statement_id / 1000 = 2)");
    CHECK(all().starts_with("4 parts in out, 1 written now"));
    CHECK(read_whole_file(in(folder, "out/2008/line_items.copy")).find("\tSales\t") !=
          std::string::npos);
    CHECK(std::filesystem::last_write_time(in(folder, "out/2004/filings.copy")) == stamp);
    // A year without a release goes, a release without a day has a part of its own.
    change(folder, "UPDATE filings SET released_on = NULL WHERE released_on LIKE '2008%'");
    CHECK(all().starts_with("4 parts in out, 1 written now"));
    CHECK_FALSE(std::filesystem::exists(in(folder, "out/2008")));
    CHECK(std::filesystem::exists(in(folder, "out/undated/filings.copy")));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(in(folder, "out"))) {
        CHECK(entry.path().extension() != ".part");
    }
}

TEST_CASE("export: tabs and line ends and backslashes are escaped and NUL is left out") {
    const Folder folder("export-hostile");
    ingest_samples(folder);
    change(folder,
           "UPDATE companies SET name = 'a' || char(9) || char(10) || '\\N' || char(13) ||"
           " '\"' || char(0) || 'z' || x'ff', website = '' WHERE id = 1");
    CHECK(shell(folder,
                "fintool export -q --to a && fintool export -q --to b --format csv &&"
                " fintool export -q --to c -f ndjson")
              .out == "");
    CHECK(read_whole_file(in(folder, "a/shared/companies.copy"))
              .starts_with("1\ta\\t\\n\\\\N\\r\"z\xef\xbf\xbd\tCPST\tNasdaq\t\\N\t\\N\t"));
    const std::string csv = read_whole_file(in(folder, "b/shared/companies.csv"));
    CHECK(csv.starts_with("id,name,ticker,"));
    CHECK(csv.find("1,\"a\t\n\\N\r\"\"z\xef\xbf\xbd\",\"CPST\",\"Nasdaq\",,,") != csv.npos);
    CHECK(csv.find(",\"\",\n") != csv.npos);  // an empty website, no name by hand
    const std::string json = read_whole_file(in(folder, "c/shared/companies.ndjson"));
    CHECK(json.starts_with("{\"id\":1,\"name\":\"a\\u0009\\u000a\\\\N\\u000d\\\"z\xef\xbf\xbd\","));
    CHECK(json.find("\"cik\":null,") != json.npos);
    const auto mixed = shell(folder, "fintool export --to a --format csv");
    CHECK(mixed.exit_code == 2);
    CHECK(mixed.out.find("a holds an export as copy") != std::string::npos);
}

TEST_CASE("export: a value that is not of its column's kind is told with its place") {
    const Folder folder("export-wrong");
    ingest_samples(folder);
    change(folder, "UPDATE filings SET released_on = '2004-02-30' WHERE id = 1");
    const auto refused = shell(folder, "fintool export --to out");
    CHECK(refused.exit_code == 1);
    CHECK(refused.out.find("filings (id 1): released_on holds a text") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(in(folder, "out/manifest.json")));
    CHECK_FALSE(std::filesystem::exists(in(folder, "out/2004/filings.copy")));
}

TEST_CASE("export: SQL for PostgreSQL differs only where it must") {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"SELECT a FROM t ORDER BY a, b DESC LIMIT 3",
         "SELECT a FROM t ORDER BY a NULLS FIRST, b DESC NULLS LAST LIMIT 3"},
        {"SELECT x FROM (SELECT 1 AS x) WHERE 1",
         "SELECT x FROM (SELECT 1 AS x) AS part_1 WHERE TRUE"},
        {"SELECT x FROM (SELECT 1 AS x) AS y JOIN (SELECT 2) z ON 1 = 1",
         "SELECT x FROM (SELECT 1 AS x) AS y JOIN (SELECT 2) z ON 1 = 1"},
        {"SELECT a LIKE 'b%' AND c IS d AND e IS NOT NULL AND f IS NOT g",
         "SELECT a ILIKE 'b%' ESCAPE '' AND c IS NOT DISTINCT FROM d AND e IS NOT NULL AND f IS "
         "DISTINCT FROM  g"},
        {"SELECT a LIKE :n || '%' OR b", "SELECT a ILIKE 'it''s' || '%' ESCAPE '' OR b"},
        {"SELECT julianday(max(a)) - julianday(b)",
         "SELECT (max(a) - DATE '1970-01-01') - (b - DATE '1970-01-01')"},
        {"SELECT 'julianday(x) ORDER BY' -- LIKE\n", "SELECT 'julianday(x) ORDER BY' -- LIKE\n"},
        {"SELECT ifnull(min(a, b), max(c))", "SELECT coalesce(least(a, b), max(c))"},
        {"SELECT round(a.b / 3, 2)",
         "SELECT trim_scale(round((a.b::double precision / 3)::double precision::text::numeric *"
         " 1.0000000000000003, 2))"},
    };
    for (const auto& [sqlite, postgres] : cases) {
        CHECK(fintool::postgres_sql(sqlite, {{"n", std::string("it's")}}) == postgres);
    }
}
