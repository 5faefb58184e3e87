// Releases of the generator in tests/bench, which shares no rule with the reader, are read back:
// every printed cell and metric, and nothing beside them. scripts/bench does the same with more.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "run_program.h"

namespace {

run_program::Answer made_and_read_back(const run_program::Folder& folder, const char* options) {
    const std::string generate = FINTOOL_BINARY_DIR "/tests/bench/generate";
    REQUIRE(std::filesystem::exists(generate));
    return run_program::shell(
        folder, "set -e; '" + generate + "' made " + options +
                    " >made.log; fintool -q ingest made/releases --db made.db; python3 "
                    "'" FINTOOL_SOURCE_DIR "/tests/bench/read_back.py' made/keys.tsv made.db");
}

}  // namespace

TEST_CASE("synthetic: two hundred generated releases are read back whole") {
    REQUIRE(run_program::is_built());
    const run_program::Folder folder("synthetic");
    const auto answer = made_and_read_back(folder, "--releases 200 --companies 100 --seed 7");
    CHECK_MESSAGE(answer.exit_code == 0, answer.out);
    CHECK(answer.out.find("read back: 200 of 200 releases whole") != std::string::npos);
}

// The comparison itself must be able to fail: a figure is changed in the database.
TEST_CASE("synthetic: a figure that differs from its key is found") {
    REQUIRE(run_program::is_built());
    const run_program::Folder folder("synthetic-changed");
    REQUIRE(made_and_read_back(folder, "--releases 2 --companies 1 --seed 7").exit_code == 0);
    const auto answer = run_program::shell(
        folder,
        "sqlite3=\"import sqlite3; d = sqlite3.connect('made.db'); d.execute('UPDATE "
        "line_item_values SET value = value + 1 WHERE (line_item_id, column_no) = (SELECT "
        "line_item_id, column_no FROM line_item_values WHERE period_id IS NOT NULL LIMIT 1)'); "
        "d.commit()\"; python3 -c \"$sqlite3\"; "
        "python3 '" FINTOOL_SOURCE_DIR "/tests/bench/read_back.py' made/keys.tsv made.db");
    CHECK(answer.exit_code == 1);
    CHECK(answer.out.find("missing: income") != std::string::npos);
    CHECK(answer.out.find("1 of 2 releases whole") != std::string::npos);
}

TEST_CASE("synthetic: the same arguments give the same releases") {
    const run_program::Folder folder("synthetic-twice");
    const std::string generate = FINTOOL_BINARY_DIR "/tests/bench/generate";
    const auto answer = run_program::shell(
        folder, "set -e; for to in a b; do '" + generate +
                    "' $to --releases 24 --companies 6 --seed 3 >/dev/null; done; "
                    "diff -r a b && find a/releases -type f | wc -l");
    CHECK(answer.exit_code == 0);
    CHECK(answer.out == "24\n");
}
