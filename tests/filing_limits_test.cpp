// A release of more rows than a database numbers: it is refused by name, and the others are stored.
#include <doctest/doctest.h>

#include <fstream>

#include "run_program.h"

TEST_CASE("ingest: a file with more rows than a release may have is refused and the rest stored") {
    const run_program::Folder folder("limits");
    REQUIRE(run_program::is_built());
    std::ofstream file(folder.path() / "big.txt");
    file << "Income Statement\n(in thousands)\n\n        Three Months Ended March 31,\n"
            "           2009     2008\n";
    for (int row = 0; row < 100'000; ++row) file << "Row " << row % 9 << "     1,234    1,118\n";
    file.close();
    const auto ran = run_program::shell(
        folder, "fintool ingest big.txt '" FINTOOL_SOURCE_DIR "/data/samples'/* 2>&1; echo $?");
    CHECK_MESSAGE(ran.out == "fintool: big.txt: unreadable: it has more rows than a release may "
                             "have\n4 releases stored, 1 unreadable (fintool.db)\n1\n",
                  ran.out);
}
