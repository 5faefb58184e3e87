// The commands and options as data, for completion, the man page and the examples that open
// --help. Made from the command line's own definitions in command_line.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fintool::app {

struct OptionHelp {
    std::vector<std::string> names;  // "-f", "--format"
    bool takes_value = false;
    std::string text;
};

struct CommandHelp {
    std::string name, text;
    std::vector<std::string> arguments;  // "question: what to ask"
    std::vector<OptionHelp> options;
};

// The program itself is the first, without a name.
using ProgramHelp = std::vector<CommandHelp>;

// Lines of "  fintool ...", each with what it does; empty for a command without.
std::string_view examples_of(std::string_view command);

// What may stand in place of the last of `words` (those after "fintool"): one to a line.
std::string completions(const ProgramHelp& program, const std::vector<std::string>& words,
                        const std::string& database);
// The script that a shell reads; empty for a shell that is not known.
std::string completion_script(std::string_view shell);

std::string man_page(const ProgramHelp& program);

}  // namespace fintool::app
