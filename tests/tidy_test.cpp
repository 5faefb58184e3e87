// The rules of the code itself: layering, fences, sizes, words, and that the README keeps up. Every
// breach is reported as file:line. Exemptions stand in the tables here, and nowhere else.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "tidy_sources.h"

namespace {

using fintool::is_alnum;
using fintool::split;
using tidy::find_word;
using tidy::functions_of;
using tidy::is_word_char;
using tidy::SourceFile;
using tidy::sources;

// What a rule found, as "file:line: what" lines.
class Breaches {
public:
    void add(const SourceFile& file, std::size_t line, const std::string& what) {
        text_ += "\n" + file.path + ":" + std::to_string(line + 1) + ": " + what;
    }
    void add(const std::string& what) { text_ += "\n" + what; }
    ~Breaches() { CHECK_MESSAGE(text_.empty(), text_); }
    Breaches() = default;
    Breaches(const Breaches&) = delete;
    Breaches& operator=(const Breaches&) = delete;

private:
    std::string text_;
};

// The path in #include "..." or <...>; empty where the line is none.
std::string included(const std::string& line) {
    if (!line.starts_with("#include ")) return "";
    const auto open = line.find_first_of("\"<");
    const auto close = line.find_first_of("\">", open + 1);
    return open == line.npos || close == line.npos ? "" : line.substr(open + 1, close - open - 1);
}

const std::map<std::string, int, std::less<>>& ranks() {
    static const std::map<std::string, int, std::less<>> all = {
        {"base", 0},      {"value", 1}, {"document", 2}, {"grid", 3},  {"narrative", 4},
        {"statement", 5}, {"facts", 6}, {"store", 7},    {"query", 8}, {"render", 9},
        {"transfer", 10}, {"core", 11}, {"app", 12},     {"tests", 13}};
    return all;
}

bool in_core(const SourceFile& file) { return file.path.starts_with("core/"); }

}  // namespace

TEST_CASE("tidy: a stage includes only stages to its left") {
    Breaches breaches;
    for (const auto& file : sources()) {
        if (!file.is_cpp() || !in_core(file)) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto path = included(file.lines[i]);
            if (path == "ingest.h" && file.stage != "core") {
                breaches.add(file, i, "ingest.h is to the right of every stage");
            }
            const auto stage = path.substr(0, path.find('/'));
            const auto rank = ranks().find(stage);
            if (path.find('/') == path.npos || rank == ranks().end()) continue;
            if (rank->second > ranks().at(file.stage)) {
                breaches.add(file, i, file.stage + " may not include " + path);
            }
        }
    }
}

TEST_CASE("tidy: every folder of core has its place in the order") {
    Breaches breaches;
    for (const auto& file : sources()) {
        if (in_core(file) && !ranks().contains(file.stage)) {
            breaches.add(file, 0, "add the stage " + file.stage + " to ranks() in this test");
        }
    }
}

TEST_CASE("tidy: libraries stay behind their fences") {
    struct Fence {
        std::string_view header;
        std::vector<std::string_view> allowed;  // beginnings of paths
        bool only_cpp = false;
    };
    const std::vector<Fence> fences = {
        {"SQLiteCpp/", {"core/store/", "core/query/", "tests/"}, true},
        {"sqlite3.h", {"core/store/", "core/query/", "tests/"}, true},
        {"CLI/", {"app/"}},
        {"spdlog/", {"app/"}},
        {"fmt/", {"app/"}},
        {"doctest/", {"tests/"}},
        {"gumbo.h", {"tests/"}},
        {"libpq-fe.h", {"core/transfer/", "tests/"}, true},
        {"regex", {"tests/"}},
        {"iostream", {"app/", "tests/"}},
    };
    Breaches breaches;
    for (const auto& file : sources()) {
        if (!file.is_cpp()) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto path = included(file.lines[i]);
            for (const auto& fence : fences) {
                if (!path.starts_with(fence.header)) continue;
                const bool allowed = std::any_of(
                    fence.allowed.begin(), fence.allowed.end(),
                    [&](std::string_view prefix) { return file.path.starts_with(prefix); });
                if (!allowed || (fence.only_cpp && !file.path.ends_with(".cpp"))) {
                    breaches.add(file, i, path + " may not be included here");
                }
            }
        }
    }
}

TEST_CASE("tidy: words that hide a fault are not used") {
    struct Ban {
        std::string_view word;
        std::string_view instead;
        std::vector<std::string_view> where;   // beginnings of paths
        std::vector<std::string_view> exempt;  // paths
    };
    const std::vector<std::string_view> left_of_store = {
        "core/base/",      "core/value/",     "core/document/", "core/grid/",
        "core/narrative/", "core/statement/", "core/facts/"};
    const std::vector<std::string_view> to_real = {"core/value/decimal.h",
                                                   "core/value/decimal.cpp"};
    const std::vector<std::string_view> program = {"core/", "app/"};
    const std::vector<Ban> bans = {
        {"std::regex", "a scanner: libstdc++ overflows its stack on 50 KB of text", program, {}},
        {"double", "Decimal", left_of_store, to_real},
        {"float", "Decimal", program, {}},
        {"stod", "parse_decimal", program, {}},
        {"atof", "parse_decimal", program, {}},
        {"getInt(", "getInt64(): getInt() cuts 64 bits silently", {"core/", "app/", "tests/"}, {}},
        {"bindNoCopy(", "bind()", program, {}},
        {"SQLite::Savepoint", "plain SQL: its destructor leaves the transaction open", program, {}},
        {".rollback(", "the destructor of SQLite::Transaction", program, {}},
        {"shared_ptr", "a value, or unique_ptr", program, {}},
        {"using namespace", "names", program, {}},
        {"std::cout", "a returned value: only app/ prints", {"core/"}, {}},
        {"std::cerr", "a Diagnostic or an Error: only app/ prints", {"core/"}, {}},
        {"process_", "a verb of the stage: read_, find_, extract_, check_", program, {}},
        {"TEST_CASE_TEMPLATE", "TEST_CASE with a table", {"tests/"}, {}},
        {"TEST_CASE_FIXTURE", "TEST_CASE and a function that makes the fixture", {"tests/"}, {}},
    };
    const auto matches = [](const std::string& path, const auto& beginnings) {
        return std::any_of(beginnings.begin(), beginnings.end(),
                           [&](std::string_view prefix) { return path.starts_with(prefix); });
    };
    Breaches breaches;
    for (const auto& file : sources()) {
        if (!file.is_cpp()) continue;
        for (const auto& ban : bans) {
            if (!matches(file.path, ban.where) || matches(file.path, ban.exempt)) continue;
            for (std::size_t i = 0; i < file.code.size(); ++i) {
                if (find_word(file.code[i], ban.word) == std::string::npos) continue;
                breaches.add(file, i,
                             "'" + std::string(ban.word) + "': use " + std::string(ban.instead));
            }
        }
    }
}

TEST_CASE("tidy: no file or function is named util or helper or manager or get_") {
    Breaches breaches;
    for (const auto& file : sources()) {
        for (const char* word : {"util", "helper", "manager", "common", "misc"}) {
            if (file.path.find(word) != std::string::npos) breaches.add(file, 0, word);
        }
        for (std::size_t i = 0; file.is_cpp() && i < file.code.size(); ++i) {
            const auto& line = file.code[i];
            auto at = find_word(line, "get_");
            if (at == std::string::npos) continue;
            // std::get_if and what others' classes call theirs
            if (at > 0 && std::string_view(":.>").find(line[at - 1]) != std::string_view::npos) {
                continue;
            }
            breaches.add(file, i, "'get_': name what comes back");
        }
    }
}

// A rule that needs a company's name is no rule; quoted examples leave the name out, too.
TEST_CASE("tidy: core names no company") {
    Breaches breaches;
    for (const auto& file : sources()) {
        if (!in_core(file)) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto words = fintool::words_of(file.lines[i]);
            for (const char* name : {"capstone", "cpst", "microturbine", "quillfeather", "qufi",
                                     "gilead", "psem", "pericom", "asta", "horizon"}) {
                if (fintool::has_phrase(words, name)) breaches.add(file, i, name);
            }
        }
    }
}

TEST_CASE("tidy: a file has 400 lines at most and a line 100 columns") {
    Breaches breaches;
    for (const auto& file : sources()) {
        if (file.path == "schema/schema.sql") continue;  // a golden dump
        if (file.lines.size() > 400) breaches.add(file, 400, "more than 400 lines");
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            // Characters, not bytes.
            const auto begins = [](char c) { return (static_cast<unsigned>(c) & 0xC0U) != 0x80U; };
            const auto width = std::count_if(file.lines[i].begin(), file.lines[i].end(), begins);
            if (width > 100) breaches.add(file, i, std::to_string(width) + " columns");
        }
    }
}

TEST_CASE("tidy: a function has 60 lines at most") {
    Breaches breaches;
    for (const auto& file : sources()) {
        if (!file.is_cpp()) continue;
        for (const auto& function : functions_of(file)) {
            const auto size = function.last_line - function.first_line + 1;
            if (size > 60) breaches.add(file, function.first_line, std::to_string(size) + " lines");
        }
    }
}

TEST_CASE("tidy: every file opens with a comment that says what it is") {
    Breaches breaches;
    for (const auto& file : sources()) {
        if (file.path == "schema/schema.sql") continue;
        const bool script = !file.lines.empty() && file.lines[0].starts_with("#!");
        const std::size_t first = script ? 1 : 0;
        const std::string_view mark = file.is_cpp()                 ? "// "
                                      : file.path.ends_with(".sql") ? "-- "
                                                                    : "# ";
        const bool quoted = file.lines.size() > first && file.lines[first].starts_with("\"\"\"");
        if (file.lines.size() <= first || (!file.lines[first].starts_with(mark) && !quoted)) {
            breaches.add(file, first, "no opening comment");
        }
    }
}

TEST_CASE("tidy: a header has pragma once") {
    Breaches breaches;
    for (const auto& file : sources()) {
        if (!file.path.ends_with(".h")) continue;
        const auto& lines = file.lines;
        if (std::find(lines.begin(), lines.end(), "#pragma once") == lines.end()) {
            breaches.add(file, 0, "no #pragma once");
        }
    }
}

TEST_CASE("tidy: migrations are numbered without gaps") {
    std::vector<std::string> names;
    for (const auto& file : sources()) {
        if (file.stage == "migrations") names.push_back(file.path.substr(11));
    }
    Breaches breaches;
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto number = std::to_string(i + 1);
        number.insert(0, 4 - std::min<std::size_t>(4, number.size()), '0');
        if (!names[i].starts_with(number + "_")) {
            breaches.add("migrations/" + names[i] + ":1: number " + number + " is due here");
        }
    }
}

// ctest passes a name with a comma to doctest as two filters, and both match nothing.
TEST_CASE("tidy: test names hold no comma or semicolon and stand once") {
    Breaches breaches;
    std::set<std::string> seen;
    for (const auto& file : sources()) {
        if (file.stage != "tests" || !file.path.ends_with(".cpp")) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto& line = file.lines[i];
            if (!line.starts_with("TEST_CASE(")) continue;
            const auto open = line.find('"');
            const auto close = line.rfind('"');
            if (open == line.npos || close <= open) {
                breaches.add(file, i, "the name must stand on the line of TEST_CASE");
                continue;
            }
            const auto name = line.substr(open + 1, close - open - 1);
            const bool clean = std::all_of(name.begin(), name.end(), [](char c) {
                return is_word_char(c) || c == ' ' || c == ':' || c == '\'' || c == '-';
            });
            if (!clean) breaches.add(file, i, "a character that ctest or doctest reads: " + name);
            if (name.find(": ") == name.npos) breaches.add(file, i, "no 'stage: claim': " + name);
            if (!seen.insert(fintool::lower(name)).second) breaches.add(file, i, "twice: " + name);
        }
    }
}
