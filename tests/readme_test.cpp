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
