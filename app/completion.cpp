// fintool completion SHELL: a small script that asks the program itself (fintool __complete) what
// may come next: commands, options, formats, and the metrics and companies of the database.
#include <algorithm>

#include "base/text.h"
#include "command_help.h"
#include "query/canned.h"
#include "query/names.h"
#include "query/reader.h"
#include "render/render.h"

namespace fintool::app {
namespace {

constexpr const char* bash_script = R"sh(# bash: eval "$(fintool completion bash)"
_fintool() {
    local IFS=$'\n'
    COMPREPLY=($(fintool __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _fintool fintool
)sh";
// clang-format off
constexpr const char* zsh_script = R"sh(#compdef fintool
# zsh: eval "$(fintool completion zsh)", or this file as _fintool in a folder of $fpath
_fintool() {
    local -a found
    found=("${(@f)$(fintool __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ -n "$found" ]]; then compadd -- "${found[@]}"; else _files; fi
}
if [[ "$funcstack[1]" == _fintool ]]; then _fintool "$@"; else compdef _fintool fintool; fi
)sh";
// clang-format on
constexpr const char* fish_script = R"sh(# fish: fintool completion fish | source
complete -c fintool \
    -a '(fintool __complete (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
)sh";

void add_options(std::vector<std::string>& all, const CommandHelp& command) {
    for (const OptionHelp& option : command.options) {
        for (const std::string& name : option.names) {
            if (name.starts_with("--")) all.push_back(name);
        }
    }
}

const CommandHelp* command_of(const ProgramHelp& program, const std::vector<std::string>& words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        for (const CommandHelp& command : program) {
            if (!command.name.empty() && command.name == words[i]) return &command;
        }
    }
    return nullptr;
}

// What a question may be made of here; nothing where there is no database.
void add_names(std::vector<std::string>& all, const std::string& command,
               const std::string& database) {
    const bool asks = command == "query" || command == "trace";
    if (asks) {
        for (const char* word : {"by", "for", "since", "last", "quarter", "year", "ttm", "release",
                                 "as", "with", "growth", "chart", "sources"}) {
            all.emplace_back(word);
        }
    }
    if (command == "query") {
        for (const CannedQuery& query : canned_queries()) all.push_back(query.name);
    }
    Result<Reader> reader = Reader::open(database);
    if (!reader) return;
    const Result<Names> names = read_names(*reader);
    if (!names) return;
    for (const CompanyName& company : names->companies) all.push_back(company.ticker);
    for (const MetricName& metric : names->metrics) {
        if (asks && metric.values > 0) all.push_back(metric.name);
    }
    const auto saved = saved_queries(*reader);
    if (command != "query" || !saved) return;
    for (const CannedQuery& query : *saved) all.push_back(query.name);
}

std::vector<std::string> candidates(const ProgramHelp& program,
                                    const std::vector<std::string>& words,
                                    const std::string& database) {
    const std::string last = words.empty() ? "" : words.back();
    const std::string before = words.size() < 2 ? "" : words[words.size() - 2];
    if (before == "-f" || before == "--format") return format_names();
    if (before == "--color") return {"auto", "always", "never"};
    if (before == "--db" || before == "--file" || before == "-o" || before == "--output") return {};
    std::vector<std::string> all;
    const CommandHelp* command = command_of(program, words);
    if (last.starts_with("-")) {
        add_options(all, program.front());
        if (command) add_options(all, *command);
    } else if (!command) {
        for (const CommandHelp& each : program) all.push_back(each.name);
    } else if (command->name == "completion") {
        all = {"bash", "zsh", "fish"};
    } else if (command->name != "ingest" && command->name != "backup") {
        add_names(all, command->name, database);
    }
    return all;
}

}  // namespace

std::string completions(const ProgramHelp& program, const std::vector<std::string>& words,
                        const std::string& database) {
    std::vector<std::string> all = candidates(program, words, database);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    const std::string last = words.empty() ? "" : words.back();
    std::string out;
    for (const std::string& candidate : all) {
        if (!candidate.empty() && starts_with_ignoring_case(candidate, last)) {
            out += candidate + "\n";
        }
    }
    return out;
}

std::string completion_script(std::string_view shell) {
    if (shell == "bash") return bash_script;
    if (shell == "zsh") return zsh_script;
    return shell == "fish" ? fish_script : "";
}

}  // namespace fintool::app
