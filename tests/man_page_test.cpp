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

// The completion function of zsh runs without its line editor where compadd only prints.
TEST_CASE("docs: zsh and fish read their completion scripts and complete with them") {
    const run_program::Folder folder("completion");
    const char* const zsh =
        "zsh -fc 'compdef() { }; compadd() { print -r -- \"$@\"; }\n"
        "eval \"$(fintool completion zsh)\"; words=(fintool comp); CURRENT=2; _fintool'";
    const char* const fish =
        "fish -c 'fintool completion fish | source; complete -C \"fintool qu\"'";
    const auto in_zsh = run_program::shell(folder, std::string("! command -v zsh || ") + zsh);
    const auto in_fish = run_program::shell(folder, std::string("! command -v fish || ") + fish);
    if (in_zsh.out.empty()) MESSAGE("skipped: there is no zsh here");
    if (in_fish.out.empty()) MESSAGE("skipped: there is no fish here");
    const auto last_line = [](const std::string& out) {
        const std::size_t end = out.find_last_not_of('\n') + 1;
        return out.substr(0, end).substr(out.substr(0, end).rfind('\n') + 1);
    };
    CHECK((in_zsh.out.empty() || last_line(in_zsh.out) == "-- companies completion"));
    CHECK((in_fish.out.empty() || last_line(in_fish.out) == "query"));
}
