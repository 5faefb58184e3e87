// The guarded connection: every attack of which it is known that plain read-only connections let it
// through or die of it, as a table.
#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <chrono>

#include "base/text.h"
#include "query/reader.h"
#include "query/sql_text.h"
#include "query_fixture.h"
#include "sanitized.h"

namespace fs = std::filesystem;
using fintool::Error;
using fintool::Reader;
using fintool::query_fixture::Folder;
using fintool::query_fixture::make_database;
using fintool::query_fixture::one_line;
using fintool::query_fixture::open_reader;
using fintool::query_fixture::slurp;

TEST_CASE("query: an absent file or a foreign one is refused and stays as it is") {
    const Folder folder;
    const std::string absent = folder.file("absent.db"), text = folder.file("text.db");
    const std::string foreign = folder.file("foreign.db"), empty = folder.file("empty.db");
    std::ofstream(text) << "this is no database, and it is long enough for a header of one";
    std::ofstream{empty};
    SQLite::Database(foreign, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE t(x)");
    const std::string before = slurp(foreign) + slurp(text);
    for (const std::string& file : {absent, text, foreign, empty, folder.path.string()}) {
        CAPTURE(file);
        CHECK_FALSE(Reader::open(file));
    }
    CHECK_FALSE(fs::exists(absent));
    CHECK_FALSE(Reader::open("file:" + absent + "?mode=rwc"));
    CHECK_FALSE(fs::exists(absent));
    CHECK(slurp(foreign) + slurp(text) == before);
}

TEST_CASE("query: an older schema asks for migrate and a newer one for a newer program") {
    const Folder folder;
    const std::string file = make_database(folder);
    const auto set_version = [&](int version) {
        SQLite::Database(file, SQLite::OPEN_READWRITE)
            .exec("PRAGMA user_version = " + std::to_string(version));
    };
    set_version(9999);
    auto newer = Reader::open(file);
    REQUIRE_FALSE(newer);
    CHECK(newer.error().message.find("newer fintool") != std::string::npos);
    set_version(-1);
    auto older = Reader::open(file);
    REQUIRE_FALSE(older);
    CHECK(older.error().message.find("fintool migrate") != std::string::npos);
}

// Every attack of which it is known that a plain read-only connection lets it through or dies of
// it.
TEST_CASE("query: no statement writes a byte or makes a file") {
    const Folder folder;
    const std::string file = make_database(folder);
    Reader reader = open_reader(file);
    const std::string before = slurp(file);
    const std::vector<std::string> attacks = {
        "INSERT INTO companies VALUES (9, 'x', 'x', 'x')",
        "UPDATE companies SET name = 'x'",
        "DELETE FROM companies",
        "DROP TABLE companies",
        "REPLACE INTO companies VALUES (1, 'x', 'x', 'x')",
        "CREATE TABLE t (x)",
        "CREATE TEMP TABLE t (x)",
        "ALTER TABLE companies RENAME TO c",
        "BEGIN IMMEDIATE",
        "ATTACH '" + folder.file("made.db") + "' AS a",
        "ATTACH 'file:" + folder.file("made.db") + "?mode=rwc' AS a",
        "VACUUM INTO '" + folder.file("made.db") + "'",
        "VACUUM",
        "REINDEX",
        "ANALYZE",
        "PRAGMA writable_schema = 1",
        "PRAGMA journal_mode = WAL",
        "PRAGMA user_version = 7",
        "EXPLAIN DELETE FROM companies",
        "WITH x AS (SELECT 1) INSERT INTO companies SELECT 9, 'x', 'x', 'x'",
        "WITH x AS (SELECT 1) DELETE FROM companies",
        "SELECT load_extension('x')",
        "SELECT * FROM pragma_function_list a, pragma_function_list b",
        "SELECT writefile('" + folder.file("made.txt") + "', 'x')",
        "SELECT \"nosuchcolumn\"",
        "SELECT 1; DROP TABLE companies",
        "SELECT 1; SELECT 2",
        "",
        "  -- a comment only",
        ";",
    };
    for (const std::string& sql : attacks) {
        CAPTURE(sql);
        const auto result = reader.run(sql);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == Error::Code::invalid_argument);
        CHECK_FALSE(result.error().message.empty());
    }
    CHECK(slurp(file) == before);
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("query: what runs for ever or grows without bounds is ended") {
    const Folder folder;
    Reader reader = open_reader(make_database(folder));
    const auto start = std::chrono::steady_clock::now();
    fintool::SqlLimits limits;
    limits.seconds = 0.3;
    const auto endless = reader.run(
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
        {}, limits);
    REQUIRE_FALSE(endless);
    CHECK(endless.error().code == Error::Code::timeout);
    if (is_sanitized) {
        MESSAGE("skipped: blobs of gigabytes take the sanitizer minutes");
        return;
    }
    for (const char* sql :
         {"SELECT hex(zeroblob(499999999))", "SELECT length(printf('%.*c', 100000000, 'x'))",
          "SELECT 'aaaa' LIKE replace(hex(zeroblob(400)), '00', '%a')",
          "SELECT group_concat(a.name) FROM companies a"
          " WHERE length(zeroblob(2000000000)) > 0"}) {
        CAPTURE(sql);
        const auto result = reader.run(sql, {}, limits);
        CHECK_FALSE(result);
    }
    const auto taken = std::chrono::steady_clock::now() - start;
    CHECK(taken < std::chrono::seconds(20));
}

TEST_CASE("query: SQL of our own is watched once it takes long") {
    const Folder folder;
    Reader reader = open_reader(make_database(folder));
    fintool::SqlLimits limits;
    limits.seconds = 0.2;
    limits.own_sql = true;
    const auto endless = reader.run(
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n", {},
        limits);
    REQUIRE_FALSE(endless);
    CHECK(endless.error().code == fintool::Error::Code::timeout);
    CHECK(reader.run("SELECT 1", {}, limits));
}

TEST_CASE("query: a sort that would spill is ended by the clock or by the heap") {
    const Folder folder;
    Reader reader = open_reader(make_database(folder));
    fintool::SqlLimits limits;
    limits.seconds = 0.5;
    const auto sorted = reader.run(
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 3000000)"
        " SELECT x FROM n ORDER BY randomblob(100)",
        {}, limits);
    CHECK_FALSE(sorted);
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

// Words of SQL in any order: most are no statement at all, and none may leave a trace.
TEST_CASE("query: ten thousand random statements leave the database and the folder alone") {
    const Folder folder;
    const std::string file = make_database(folder);
    const std::string before = slurp(file);
    Reader reader = open_reader(file);
    std::vector<std::string> words = {fintool::sql_literal(folder.file("made.db"))};
    const std::string_view listed =
        "SELECT|*|FROM|companies|WHERE|id|=|1|;|INSERT INTO|VALUES|(1)|DELETE FROM|"
        "metrics|PRAGMA|journal_mode|=|WAL|CREATE|TEMP|TABLE|t|(x)|VACUUM|INTO|"
        "ATTACH|AS|a|WITH|x|AS|(SELECT 1)|UPDATE|SET|name|2|EXPLAIN|QUERY PLAN|"
        "load_extension('x')|count(*)|,|--|RETURNING|REINDEX|ANALYZE|SAVEPOINT s|"
        "user_version|sqlite_master";
    for (const std::string_view word : fintool::split(listed, '|')) words.emplace_back(word);
    std::uint64_t state = 42;
    const auto random = [&](std::size_t below) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state >> 33) % below;
    };
    fintool::SqlLimits limits;
    limits.max_rows = 10;
    std::size_t answered = 0;
    for (int i = 0; i < 10'000; ++i) {
        std::string sql = random(2) == 0 ? "SELECT" : "";
        for (std::size_t count = 1 + random(8); count > 0; --count) {
            sql += " " + words[random(words.size())];
        }
        if (reader.run(sql, {}, limits)) ++answered;
    }
    CHECK(answered > 10);
    CHECK(slurp(file) == before);
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("query: rows are cut at the asked number and that is said") {
    const Folder folder;
    Reader reader = open_reader(make_database(folder));
    fintool::SqlLimits limits;
    limits.max_rows = 2;
    const auto cut = reader.run("SELECT id FROM companies ORDER BY id", {}, limits);
    REQUIRE(cut);
    CHECK(cut->rows.size() == 2);
    CHECK(cut->cut_after == cut->rows.size());
    limits.max_rows = 3;
    const auto whole = reader.run("SELECT id FROM companies ORDER BY id", {}, limits);
    REQUIRE(whole);
    CHECK(whole->cut_after == 0);
}

TEST_CASE("query: parameters are bound by name and a missing one is named") {
    const Folder folder;
    Reader reader = open_reader(make_database(folder));
    const auto found =
        reader.run("SELECT name FROM companies WHERE ticker = :t", {{"t", std::string("QFI")}});
    REQUIRE(found);
    CHECK(one_line(*found, {0}) == "Quillfeather Instruments, Inc.");
    const auto missing = reader.run("SELECT :a + :b", {{"a", std::int64_t{1}}});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message.find("--param b=") != std::string::npos);
}

TEST_CASE("query: an error in SQL shows its line with a caret") {
    const Folder folder;
    Reader reader = open_reader(make_database(folder));
    const auto wrong = reader.run("SELECT name,\n  nosuch\nFROM companies");
    REQUIRE_FALSE(wrong);
    CHECK_MESSAGE(wrong.error().message.find("\n    nosuch\n    ^") != std::string::npos,
                  wrong.error().message);
}
