// Databases of several machines become the one that a single ingest would have made: by content,
// in any order of the inputs, and after a merge that was killed.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "database_content.h"
#include "run_program.h"
#include "store/upkeep.h"
#include "store_readings.h"

namespace fs = std::filesystem;
using run_program::Folder;
using run_program::shell;

namespace {

// Releases of our own in a folder of their own, without the dumps beside them.
void copy_inputs(const fs::path& to) {
    for (const auto& entry : fs::recursive_directory_iterator(FINTOOL_SOURCE_DIR "/tests/corpus")) {
        if (entry.path().stem() != "release" || !entry.is_regular_file()) continue;
        const fs::path folder = to / entry.path().parent_path().filename();
        fs::create_directories(folder);
        fs::copy_file(entry.path(), folder / entry.path().filename());
    }
    fs::copy(FINTOOL_SOURCE_DIR "/data/samples", to / "samples");
}

std::string in(const Folder& folder, const std::string& name) {
    return (folder.path() / name).string();
}

// The single ingest, and a database per share.
void ingest_all_and_shares(const Folder& folder, const std::string& releases, int shares) {
    const std::string epoch = "export SOURCE_DATE_EPOCH=1226000000\n";
    shell(folder, epoch + "fintool ingest " + releases + " --db single.db");
    for (int i = 1; i <= shares; ++i) {
        const std::string number = std::to_string(i);
        shell(folder, epoch + "fintool ingest " + releases + " --db " + number + ".db --shard " +
                          number + "/" + std::to_string(shares));
    }
    const std::string sum =
        store_readings::rows(in(folder, "single.db"), "SELECT count(*) > 4 FROM filings");
    REQUIRE(sum == "1");
}

std::string merge_line(const std::vector<std::string>& order, const std::string& into) {
    std::string line = "SOURCE_DATE_EPOCH=1226000000 fintool merge";
    for (const std::string& name : order) line += " " + name + ".db";
    return line + " --into " + into;
}

void check_merged(const Folder& folder, const std::vector<std::string>& order,
                  const std::string& expected) {
    const auto merged = shell(folder, "rm -f merged.db\n" + merge_line(order, "merged.db"));
    CHECK_MESSAGE(merged.exit_code == 0, merged.out);
    const std::string difference =
        first_difference(database_content(in(folder, "merged.db")), expected);
    CHECK_MESSAGE(difference.empty(), difference);
    CHECK(fintool::verify_database(in(folder, "merged.db"))->problems.empty());
}

}  // namespace

TEST_CASE("merge: eight shards of the corpus in any order are the single ingest") {
    REQUIRE(run_program::is_built());
    const Folder folder("merge");
    copy_inputs(folder.path() / "releases");
    ingest_all_and_shares(folder, "releases", 8);
    const std::string expected = database_content(in(folder, "single.db"));
    check_merged(folder, {"1", "2", "3", "4", "5", "6", "7", "8"}, expected);
    check_merged(folder, {"8", "7", "6", "5", "4", "3", "2", "1"}, expected);
    check_merged(folder, {"3", "8", "1", "6", "2", "7", "5", "4"}, expected);
    // Some first, the others later, into the same.
    shell(folder, "rm merged.db\n" + merge_line({"2", "5"}, "merged.db"));
    const auto rest = shell(folder, merge_line({"7", "1", "3", "4", "8", "6", "2"}, "merged.db"));
    CHECK_MESSAGE(rest.exit_code == 0, rest.out);
    CHECK(store_readings::rows(in(folder, "merged.db"), "SELECT count(*) FROM filings") ==
          store_readings::rows(in(folder, "single.db"), "SELECT count(*) FROM filings"));
    CHECK(fintool::verify_database(in(folder, "merged.db"))->problems.empty());
    // The rows' numbers agree, too: the releases lie in the order of one walk.
    check_merged(folder, {"1", "2", "3", "4", "5", "6", "7", "8"}, expected);
    CHECK(store_readings::dump(in(folder, "merged.db")) ==
          store_readings::dump(in(folder, "single.db")));
}

TEST_CASE("merge: eight shards of real releases are the single ingest") {
    const std::string shared = FINTOOL_SHARED_DIR;
    if (!fs::exists(shared + "/corpus") || !fs::exists(shared + "/seeds")) {
        MESSAGE("skipped: no ../shared");
        return;
    }
    REQUIRE(run_program::is_built());
    const Folder folder("merge-shared");
    ingest_all_and_shares(folder, "'" + shared + "/corpus' '" + shared + "/seeds'", 8);
    const std::string expected = database_content(in(folder, "single.db"));
    check_merged(folder, {"4", "1", "7", "2", "8", "3", "6", "5"}, expected);
    check_merged(folder, {"8", "7", "6", "5", "4", "3", "2", "1"}, expected);
}

TEST_CASE("merge: killed at any write it leaves a whole database and completes when run again") {
    REQUIRE(run_program::is_built());
    const Folder folder("merge-killed");
    const std::string traced = "strace -f -qq -o trace -e trace=pwrite64,fdatasync,unlink ";
    if (shell(folder, traced + "true").exit_code != 0) {
        MESSAGE("skipped: there is no strace here, or it may not trace");
        return;
    }
    copy_inputs(folder.path() / "releases");
    ingest_all_and_shares(folder, "releases", 3);
    const std::string expected = database_content(in(folder, "single.db"));
    const std::string merge = merge_line({"3", "1", "2"}, "merged.db");
    shell(folder, "rm -f merged.db\n" + traced + "env " + merge);
    const auto counted = shell(folder, "grep -c pwrite64 trace");
    const int writes = std::stoi(counted.out);
    REQUIRE(writes > 100);
    int killed = 0;
    for (int i = 1; i <= 8; ++i) {
        const int at = i <= 2 ? writes - 3 * i : writes * (i * 37 % 100) / 100 + 1;
        CAPTURE(at);
        const auto stopped =
            shell(folder, "rm -f merged.db*\n" + traced + "-e inject=pwrite64:signal=KILL:when=" +
                              std::to_string(at) + " env " + merge + "; ls merged.db-journal");
        killed += stopped.out.find("No such file") == std::string::npos ? 1 : 0;
        CHECK(shell(folder, "fintool verify --db merged.db || fintool status --db merged.db")
                  .out.find("damaged") == std::string::npos);
        const auto again = shell(folder, merge);
        CHECK_MESSAGE(again.exit_code == 0, again.out);
        const std::string difference =
            first_difference(database_content(in(folder, "merged.db")), expected);
        CHECK_MESSAGE(difference.empty(), difference);
        CHECK(fintool::verify_database(in(folder, "merged.db"))->problems.empty());
    }
    CHECK(killed >= 6);  // in the middle of a transaction: its journal was left behind
}

TEST_CASE("merge: an input is only read") {
    REQUIRE(run_program::is_built());
    const Folder folder("merge-read-only");
    fs::copy(FINTOOL_SOURCE_DIR "/data/samples", folder.path() / "samples");
    shell(folder, "fintool ingest samples --db a.db");
    const std::string sums = "cksum a.db; ls a.db*; stat -c %y a.db";
    const std::string before = shell(folder, sums).out;
    const auto merged = shell(folder, "chmod 444 a.db\nfintool merge a.db a.db --into b.db");
    CHECK_MESSAGE(merged.exit_code == 0, merged.out);
    CHECK(merged.out == "4 releases of 2 databases stored, 4 already there (b.db)\n");
    CHECK(shell(folder, sums).out == before);
    // What is there already is not written either.
    const std::string target = "cksum b.db; stat -c %y b.db";
    const std::string all = shell(folder, target).out;
    CHECK(shell(folder, "fintool merge a.db --into b.db").exit_code == 0);
    CHECK(shell(folder, target).out == all);
}
