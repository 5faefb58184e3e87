// libedit by its readline names (editline/readline.h), loaded when there is a prompt: with the
// three libraries that it needs it made every start of the program a tenth slower.
#include "line_editor.h"

#include <dlfcn.h>

#include <cstdlib>
#include <cstring>
#include <iostream>
#include <utility>

#include "base/loaded_symbol.h"
#include "base/text.h"

namespace fintool::app {
namespace {

using NextMatch = char*(const char* begun, int again);
using Matches = char**(const char* begun, int begin, int end);

struct Libedit {
    char* (*readline)(const char*) = nullptr;
    void (*using_history)() = nullptr;
    void (*stifle_history)(int) = nullptr;
    int (*read_history)(const char*) = nullptr;
    int (*write_history)(const char*) = nullptr;
    int (*add_history)(const char*) = nullptr;
    char** (*completion_matches)(const char*, NextMatch*) = nullptr;
    const char** name = nullptr;  // of the program, for ~/.editrc
    Matches** completion = nullptr;
    int* completion_over = nullptr;
};

std::optional<Libedit> load_libedit() {
    void* const library = ::dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!library) return std::nullopt;
    Libedit all;
    const bool found = find_symbol(library, "readline", all.readline) &&
                       find_symbol(library, "using_history", all.using_history) &&
                       find_symbol(library, "stifle_history", all.stifle_history) &&
                       find_symbol(library, "read_history", all.read_history) &&
                       find_symbol(library, "write_history", all.write_history) &&
                       find_symbol(library, "add_history", all.add_history) &&
                       find_symbol(library, "rl_completion_matches", all.completion_matches) &&
                       find_symbol(library, "rl_readline_name", all.name) &&
                       find_symbol(library, "rl_attempted_completion_function", all.completion) &&
                       find_symbol(library, "rl_attempted_completion_over", all.completion_over);
    return found ? std::optional(all) : std::nullopt;
}

const std::optional<Libedit>& libedit() {
    static const std::optional<Libedit> library = load_libedit();
    return library;
}

// What the library's callbacks complete from: they take no argument of ours.
std::vector<std::string>& known_words() {
    static std::vector<std::string> words;
    return words;
}

char* next_match(const char* begun, int again) {
    static std::size_t at = 0;
    if (again == 0) at = 0;
    const std::vector<std::string>& words = known_words();
    while (at < words.size()) {
        const std::string& word = words[at++];
        if (starts_with_ignoring_case(word, begun)) return strdup(word.c_str());
    }
    return nullptr;
}

char** matches(const char* begun, int, int) {
    *libedit()->completion_over = 1;  // no file names
    return libedit()->completion_matches(begun, next_match);
}

std::string history_file() {
    const char* home = std::getenv("HOME");
    return home && *home ? std::string(home) + "/.fintool_history" : "";
}

}  // namespace

LineEditor::LineEditor(std::vector<std::string> completions) {
    if (!libedit()) return;
    known_words() = std::move(completions);
    *libedit()->name = "fintool";
    libedit()->using_history();
    libedit()->stifle_history(1000);
    if (!history_file().empty()) libedit()->read_history(history_file().c_str());
    *libedit()->completion = matches;
}

LineEditor::~LineEditor() {
    if (libedit() && !history_file().empty()) libedit()->write_history(history_file().c_str());
}

std::optional<std::string> LineEditor::next() {
    constexpr const char* prompt = "fintool> ";
    if (!libedit()) {
        std::cout << prompt << std::flush;
        std::string line;
        return std::getline(std::cin, line) ? std::optional(line) : std::nullopt;
    }
    char* const typed = libedit()->readline(prompt);
    if (!typed) return std::nullopt;
    std::string line(typed);
    std::free(typed);
    if (!trim(line).empty()) libedit()->add_history(line.c_str());
    return line;
}

}  // namespace fintool::app
