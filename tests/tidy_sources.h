// The project's own sources as the tidy test sees them: lines, code without comments, functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidy {

struct SourceFile {
    std::string path;                // from the top of the project: "core/grid/grid.h"
    std::string stage;               // "grid" for core/grid/*, else the first folder
    std::vector<std::string> lines;  // as they are
    std::vector<std::string> code;   // the same lines, comments and literals blanked
    bool is_cpp() const { return path.ends_with(".cpp") || path.ends_with(".h"); }
};
// All files that are written by hand, sorted by path; test data is not among them.
const std::vector<SourceFile>& sources();

bool is_word_char(char c);
// Position of `word` in `line` where it stands alone; a word that ends in '_' or '(' may go on.
std::size_t find_word(std::string_view line, std::string_view word);

struct Function {
    std::size_t first_line = 0;  // 0-based, of its head
    std::size_t last_line = 0;   // of its closing brace
};
// Functions and member functions; what is defined inside a function belongs to it.
std::vector<Function> functions_of(const SourceFile& file);

}  // namespace tidy
