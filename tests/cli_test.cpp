// The program from outside: tests/cli/*.test are documents of commands with what they print.
//   $ COMMAND         run by sh in an empty folder that has samples/; FINTOOL_DB is t.db there
//   < LINE            its standard input
//   LINE              its standard output
//   2> LINE           its standard error
//   => CODE           its exit code, which ends the case; what stands between cases is comment
// FINTOOL_UPDATE_GOLDEN=1 rewrites them; the diff is the review.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/text.h"

namespace fs = std::filesystem;

namespace {

std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct Case {
    std::string comment, command, input, expected;
};

struct Script {
    std::vector<Case> cases;
    std::string rest;  // behind the last case
};

Script read_script(const fs::path& path) {
    Script script;
    Case current;
    bool in_case = false;
    std::string text = slurp(path);
    if (!text.empty() && text.back() == '\n') text.pop_back();
    for (const std::string_view line : fintool::split(text, '\n')) {
        const std::string whole = std::string(line) + "\n";
        if (!in_case && line.starts_with("$ ")) {
            in_case = true;
            current.command = line.substr(2);
        } else if (!in_case) {
            current.comment += whole;
        } else if (line.starts_with("< ")) {
            current.input += whole.substr(2);
        } else {
            current.expected += whole;
            if (!line.starts_with("=> ")) continue;
            script.cases.push_back(current);
            current = Case();
            in_case = false;
        }
    }
    script.rest = current.comment;
    return script;
}

std::string marked(const std::string& text, const std::string& mark) {
    std::string out;
    if (text.empty()) return out;
    const bool whole = text.back() == '\n';
    const std::string body = whole ? text.substr(0, text.size() - 1) : text + "\\";
    for (const std::string_view line : fintool::split(body, '\n')) {
        out += mark + std::string(line) + "\n";
    }
    return out;
}

// Runs the command in `folder`; gives what a script expects of it.
std::string outcome(const Case& test, const fs::path& folder) {
    std::ofstream(folder / ".in") << test.input;
    std::ofstream(folder / ".sh") << "cd '" << folder.string() << "' || exit 99\n"
                                  << "PATH='" FINTOOL_BINARY_DIR "':$PATH\n"
                                  << "export FINTOOL_DB=t.db SOURCE_DATE_EPOCH=1600000000\n"
                                  << "unset NO_COLOR LANG LC_ALL LC_CTYPE FINTOOL_PAGER PAGER\n"
                                  << test.command << "\n";
    const std::string command = "sh '" + (folder / ".sh").string() + "' <'" +
                                (folder / ".in").string() + "' >'" + (folder / ".out").string() +
                                "' 2>'" + (folder / ".err").string() + "'";
    const int status = std::system(command.c_str());
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return marked(slurp(folder / ".out"), "") + marked(slurp(folder / ".err"), "2> ") + "=> " +
           std::to_string(code) + "\n";
}

fs::path empty_folder() {
    const fs::path folder =
        fs::temp_directory_path() / ("fintool-cli-test-" + std::to_string(getpid()));
    fs::remove_all(folder);
    fs::create_directories(folder);
    fs::create_directory_symlink(fs::path(FINTOOL_SOURCE_DIR) / "data/samples", folder / "samples");
    return folder;
}

}  // namespace

TEST_CASE("cli: every command line answers as its document says") {
    const bool update = std::getenv("FINTOOL_UPDATE_GOLDEN") != nullptr;
    std::vector<fs::path> scripts;
    for (const auto& entry : fs::directory_iterator(FINTOOL_SOURCE_DIR "/tests/cli")) {
        if (entry.path().extension() == ".test") scripts.push_back(entry.path());
    }
    std::sort(scripts.begin(), scripts.end());
    REQUIRE(!scripts.empty());
    REQUIRE(fs::exists(FINTOOL_BINARY_DIR "/fintool"));
    for (const fs::path& path : scripts) {
        const fs::path folder = empty_folder();
        const Script script = read_script(path);
        std::string rewritten;
        for (const Case& test : script.cases) {
            const std::string seen = outcome(test, folder);
            rewritten +=
                test.comment + "$ " + test.command + "\n" + marked(test.input, "< ") + seen;
            if (update) continue;
            const std::string name = path.filename().string() + ": $ " + test.command;
            CHECK_MESSAGE(seen == test.expected, name << "\n--- expected\n"
                                                      << test.expected << "--- seen\n"
                                                      << seen);
        }
        if (update) std::ofstream(path, std::ios::binary) << rewritten << script.rest;
        fs::remove_all(folder);
    }
}
