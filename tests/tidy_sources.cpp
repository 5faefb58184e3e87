// Files -> lines, code without comments and literals, functions: for the tidy test only.
#include "tidy_sources.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/text.h"

namespace fs = std::filesystem;

namespace {

using fintool::is_alnum;
using fintool::split;

std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (const auto line : split(text, '\n')) lines.emplace_back(line);
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

// The end of the comment or literal that begins at `at`; `at` itself where none does.
std::size_t skip_quiet(const std::string& text, std::size_t at) {
    const auto after = [&](std::string_view mark, std::size_t from) {
        const auto end = text.find(mark, from);
        return end == std::string::npos ? text.size() : end + mark.size();
    };
    if (text.compare(at, 2, "//") == 0) return std::min(text.find('\n', at), text.size());
    if (text.compare(at, 2, "/*") == 0) return after("*/", at + 2);
    if (text.compare(at, 2, "R\"") == 0) {
        const auto open = text.find('(', at);
        if (open == std::string::npos) return text.size();
        return after(")" + text.substr(at + 2, open - at - 2) + "\"", open);
    }
    const bool digit_mark = text[at] == '\'' && at > 0 && is_alnum(text[at - 1]);  // 1'000
    if ((text[at] != '"' && text[at] != '\'') || digit_mark) return at;
    std::size_t end = at + 1;
    while (end < text.size() && text[end] != text[at] && text[end] != '\n') {
        end += text[end] == '\\' ? 2U : 1U;
    }
    return std::min(end + 1, text.size());
}

std::string code_only(std::string text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = skip_quiet(text, at);
        for (std::size_t i = at; i < end; ++i) {
            if (text[i] != '\n') text[i] = ' ';
        }
        at = end > at ? end : at + 1;
    }
    return text;
}

}  // namespace

namespace tidy {

const std::vector<SourceFile>& sources() {
    static const std::vector<SourceFile> all = [] {
        std::vector<SourceFile> files;
        const fs::path top = FINTOOL_SOURCE_DIR;
        for (const char* folder : {"core", "app", "tests", "migrations", "schema", "scripts"}) {
            if (!fs::exists(top / folder)) continue;
            for (const auto& entry : fs::recursive_directory_iterator(top / folder)) {
                if (!entry.is_regular_file()) continue;
                const auto path = fs::relative(entry.path(), top).generic_string();
                const bool data = path.starts_with("tests/corpus") ||
                                  path.starts_with("tests/cli") || path.starts_with("tests/fuzz/");
                const bool known = path.ends_with(".cpp") || path.ends_with(".h") ||
                                   path.ends_with(".sql") || path.ends_with(".sh") ||
                                   path.ends_with(".py") || path.ends_with(".cmake") ||
                                   path.ends_with("CMakeLists.txt") || path.starts_with("scripts");
                if (!known || (data && !path.ends_with(".cpp"))) continue;
                const auto text = slurp(entry.path());
                const auto parts = split(path, '/');
                const bool staged = parts[0] == "core" && parts.size() > 2;
                files.push_back({path, std::string(staged ? parts[1] : parts[0]), lines_of(text),
                                 lines_of(code_only(text))});
            }
        }
        std::sort(files.begin(), files.end(),
                  [](const auto& a, const auto& b) { return a.path < b.path; });
        return files;
    }();
    return all;
}

bool is_word_char(char c) { return is_alnum(c) || c == '_'; }

std::size_t find_word(std::string_view line, std::string_view word) {
    for (auto at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
        const bool starts = at == 0 || !is_word_char(line[at - 1]) || !is_word_char(word[0]);
        const auto end = at + word.size();
        const bool ends = end == line.size() || !is_word_char(line[end]) || !is_alnum(word.back());
        if (starts && ends) return at;
    }
    return std::string_view::npos;
}

namespace {

// A walk over the characters of one file's code, which knows what each open brace belongs to.
class BraceWalk {
public:
    void take(char c, std::size_t line) {
        if (c == '{') open(line);
        if (c == '}') close(line);
        if (c == '{' || c == '}' || c == ';') {
            head_.clear();
        } else if (!head_.empty() || c != ' ') {
            if (head_.empty()) head_line_ = line;
            head_ += c;
        }
    }
    std::vector<Function> functions;

private:
    enum class Scope { open, function, inner };  // open: a namespace or a class

    // What stands before the brace tells: a function has a parameter list, and no "=" at its end
    // (that is a table).
    void open(std::size_t line) {
        std::string_view head = fintool::trim(head_);
        for (const std::string_view access : {"public:", "private:", "protected:"}) {
            if (head.starts_with(access)) head = fintool::trim(head.substr(access.size()));
        }
        const bool list = head.find('(') != std::string::npos;
        const bool type = head.starts_with("struct") || head.starts_with("class") ||
                          (head.starts_with("template") && !list);
        const bool outside = scopes_.empty() || scopes_.back() == Scope::open;
        if (outside && (type || head.starts_with("namespace"))) {
            scopes_.push_back(Scope::open);
        } else if (outside && list && !head.ends_with('=')) {
            scopes_.push_back(Scope::function);
            functions.push_back({head_line_, line});
        } else {
            scopes_.push_back(Scope::inner);
        }
    }
    void close(std::size_t line) {
        if (scopes_.empty()) return;
        if (scopes_.back() == Scope::function) functions.back().last_line = line;
        scopes_.pop_back();
    }

    std::vector<Scope> scopes_;
    std::string head_;  // since the last ; { or }
    std::size_t head_line_ = 0;
};

}  // namespace

std::vector<Function> functions_of(const SourceFile& file) {
    BraceWalk walk;
    for (std::size_t i = 0; i < file.code.size(); ++i) {
        if (file.code[i].starts_with("#")) continue;
        for (const char c : file.code[i]) walk.take(c, i);
        walk.take(' ', i);
    }
    return walk.functions;
}

}  // namespace tidy
