// The README keeps up with the program: whatever a user can name stands in it, and its session is
// run and compared word for word.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/text.h"
#include "run_program.h"

namespace fs = std::filesystem;

namespace {

std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

const fs::path top = FINTOOL_SOURCE_DIR;

std::string readme() { return slurp(top / "README.md"); }

// True where the README sets `name` as code: `name`, or `name ...`.
bool stands_in_readme(const std::string& text, std::string_view name) {
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
        const auto end = at + name.size();
        const bool starts = at > 0 && (text[at - 1] == '`' || text[at - 1] == ' ' ||
                                       text[at - 1] == '\n' || text[at - 1] == '$');
        const bool ends = end < text.size() && !fintool::is_alnum(text[end]) && text[end] != '_' &&
                          text[end] != '-';
        if (starts && ends) return true;
    }
    return false;
}

// What stands in quotes after each `mark` in the sources of a folder.
std::vector<std::string> quoted_after(const fs::path& folder, std::string_view mark) {
    std::vector<std::string> found;
    if (!fs::exists(folder)) return found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto text = entry.is_regular_file() ? slurp(entry.path()) : std::string();
        for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
            const auto begin = at + mark.size();
            const auto end = text.find('"', begin);
            if (end != text.npos) found.push_back(text.substr(begin, end - begin));
        }
    }
    return found;
}

}  // namespace

TEST_CASE("readme: every diagnostic code is explained") {
    const auto text = readme();
    for (const auto& code : fintool::diagnostic_codes()) {
        CHECK_MESSAGE(
            stands_in_readme(text, code.name),
            "README.md: add a row about the diagnostic `" << std::string(code.name) << "`");
    }
}

TEST_CASE("readme: every environment variable is explained") {
    const auto text = readme();
    for (const char* folder : {"core", "app"}) {
        for (const auto& name : quoted_after(top / folder, "getenv(\"")) {
            CHECK_MESSAGE(stands_in_readme(text, name),
                          "README.md: add a row about the variable `" << name << "`");
        }
    }
}

TEST_CASE("readme: every command and canned query is explained") {
    const auto text = readme();
    for (const std::string parent : {"app", "companies"}) {
        const std::string before = parent == "app" ? "" : parent + " ";
        for (const auto& name : quoted_after(top / "app", parent + ".add_subcommand(\"")) {
            CHECK_MESSAGE(
                stands_in_readme(text, "fintool " + before + name),
                "README.md: add a row about the command `fintool " << before << name << "`");
        }
    }
    if (!fs::exists(top / "schema" / "queries")) return;
    for (const auto& entry : fs::directory_iterator(top / "schema" / "queries")) {
        const auto name = entry.path().stem().string();
        CHECK_MESSAGE(stands_in_readme(text, name),
                      "README.md: add a row about the canned query `" << name << "`");
    }
}

// A block of ```console: lines that begin with "$ " are run, one after the other in one folder, and
// what stands below them is what they print.
TEST_CASE("readme: the session prints what stands there") {
    REQUIRE(run_program::is_built());
    const run_program::Folder folder("readme");
    fs::create_directory_symlink(top / "data", folder.path() / "data");
    std::string renewed;
    bool inside = false;
    const auto text = readme();
    for (const auto line : fintool::split(text, '\n')) {
        const bool fence = line.starts_with("```");
        if (inside && line.starts_with("$ ")) {
            renewed += std::string(line) + "\n";
            renewed += run_program::shell(folder, std::string(line.substr(2))).out;
        } else if (!inside || fence) {
            renewed += std::string(line) + "\n";
        }
        if (fence) inside = line == "```console";
    }
    if (!renewed.empty()) renewed.pop_back();
    const auto difference = fintool::golden_difference((top / "README.md").string(), renewed);
    CHECK_MESSAGE(difference.empty(), difference);
}
