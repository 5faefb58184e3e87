// docs/fintool.1 is what the program itself prints: every command and option stands in it.
#include <doctest/doctest.h>

#include "run_program.h"

TEST_CASE("docs: the man page is that of this program") {
    REQUIRE(run_program::is_built());
    const run_program::Folder folder("man");
    const auto page = run_program::shell(folder, "fintool __man");
    CHECK(page.exit_code == 0);
    const auto difference =
        fintool::golden_difference(FINTOOL_SOURCE_DIR "/docs/fintool.1", page.out);
    CHECK_MESSAGE(difference.empty(), difference);
}

TEST_CASE("docs: bash reads the completion script and completes with it") {
    const run_program::Folder folder("completion");
    const auto answer =
        run_program::shell(folder,
                           "command -v bash >/dev/null || { echo query; exit; }\n"
                           "bash -c 'eval \"$(fintool completion bash)\"; COMP_WORDS=(fintool qu); "
                           "COMP_CWORD=1; _fintool; echo \"${COMPREPLY[@]}\"'");
    CHECK(answer.out == "query\n");
}
