// Any SQLite program opens the file, and every view answers there: Python's sqlite3, sqlitebrowser,
// and the oldest and a new sql.js (SQLite 3.28 and 3.49), each where it is at hand.
#include <doctest/doctest.h>

#include "run_program.h"

namespace {

void make_database(const run_program::Folder& folder) {
    REQUIRE(run_program::is_built());
    const auto made = run_program::shell(
        folder, "ln -s '" FINTOOL_SOURCE_DIR "/data/samples' . && fintool ingest -q samples");
    REQUIRE_MESSAGE(made.exit_code == 0, made.out);
}

bool is_there(const run_program::Folder& folder, const std::string& program) {
    return run_program::shell(folder, "command -v " + program).exit_code == 0;
}

}  // namespace

TEST_CASE("browsers: every view answers in Python") {
    const run_program::Folder folder("python");
    make_database(folder);
    const auto answer = run_program::shell(folder, R"(python3 - <<'END'
import sqlite3
db = sqlite3.connect('fintool.db')
views = [name for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
for view in views:
    db.execute(f'SELECT * FROM "{view}"').fetchall()
print(len(views) > 20)
END)");
    CHECK_MESSAGE(answer.out == "True\n", answer.out);
}

TEST_CASE("browsers: every view answers in old and new sql-js") {
    const run_program::Folder folder("sqljs");
    for (const char* version : {"1.0.0", "1.13.0"}) {
        const std::string module = std::string(FINTOOL_BINARY_DIR "/../sqljs/") + version;
        if (!is_there(folder, "node") || !std::filesystem::exists(module)) {
            MESSAGE("skipped: there is no node or no sql.js "
                    << std::string(version) << "; scripts/sqljs fetches it from npm");
            continue;
        }
        if (!std::filesystem::exists(folder.path() / "fintool.db")) make_database(folder);
        const auto answer =
            run_program::shell(folder, "node '" FINTOOL_SOURCE_DIR "/tests/browsers/views.js' '" +
                                           module + "' fintool.db 2>/dev/null");
        CHECK_MESSAGE(answer.exit_code == 0, answer.out);
        CHECK_MESSAGE(answer.out.find("\n0 views fail\n") != std::string::npos, answer.out);
    }
}

// Its exit code says nothing; what it must not do is hang, crash or change the file.
TEST_CASE("browsers: sqlitebrowser opens the file and leaves it as it is") {
    const run_program::Folder folder("sqlitebrowser");
    if (!is_there(folder, "sqlitebrowser")) {
        MESSAGE("skipped: there is no sqlitebrowser here");
        return;
    }
    make_database(folder);
    const auto answer = run_program::shell(
        folder,
        "echo 'SELECT count(*) FROM quarterly_metrics;' >q.sql; sha256sum fintool.db >sum\n"
        "HOME=$PWD QT_QPA_PLATFORM=offscreen timeout 30 "
        "sqlitebrowser -q -R -s q.sql fintool.db 2>/dev/null && sha256sum -c sum");
    CHECK_MESSAGE(answer.out.find("fintool.db: OK") != std::string::npos, answer.out);
}

TEST_CASE("browsers: the prompt answers on a terminal") {
    const run_program::Folder folder("prompt");
    if (!is_there(folder, "script")) {
        MESSAGE("skipped: there is no script here");
        return;
    }
    make_database(folder);
    const auto answer = run_program::shell(
        folder,
        "{ sleep 1; printf 'revenue for CPS\\tin Q2 FY2009\\n\\\\q\\n'; sleep 1; } | "
        "HOME=$PWD TERM=dumb timeout 20 script -qc 'fintool query' /dev/null; cat "
        ".fintool_history");
    CHECK_MESSAGE(answer.out.find("13,121  +74.4%") != std::string::npos, answer.out);
    CHECK_MESSAGE(answer.out.find("revenue\\040for\\040CPST") != std::string::npos, answer.out);
}
