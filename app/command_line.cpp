// argv as CLI11 reads it, with exit codes and suggestions of our own (its codes are 105 and above,
// and a wrong command is "A subcommand is required"). See the header.
#include "command_line.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <optional>

#include "command_help.h"
#include "command_table.h"
#include "fintool.h"
#include "log.h"
#include "output.h"
#include "query/names.h"

namespace fintool::app {
namespace {

constexpr const char* what_it_is =
    "fintool reads earnings releases into a SQLite database and answers questions.";

std::string default_database() {
    const char* set = std::getenv("FINTOOL_DB");
    return set && *set ? set : "fintool.db";
}

const Command* command_named(std::string_view name) {
    const auto found = std::find_if(all_commands().begin(), all_commands().end(),
                                    [&](const Command& c) { return c.name == name; });
    return found == all_commands().end() ? nullptr : &*found;
}

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const Command& command : all_commands()) names.emplace_back(command.name);
    return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* a : {&app, app.get_parent()}) {
        if (!a) continue;
        for (const CLI::Option* option : a->get_options()) {
            for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
        }
    }
    return names;
}

int wrong(const std::string& message, const std::vector<std::string>& candidates) {
    std::string hint = did_you_mean(candidates);
    failure(message + (hint.empty() ? "" : "; " + hint) + " (`fintool --help` has examples)");
    return wrong_usage;
}

// The first word that is no option or option's value: it must be a command. Empty: there is none,
// or the program's own help comes first.
std::string called_command(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--db" || word == "--color") ++i;
        if (word == "-h" || word == "--help") return "";
        if (!word.empty() && word[0] != '-') return std::string(word);
    }
    return "";
}

OptionHelp option_help(const CLI::Option& option) {
    OptionHelp help;
    for (const std::string& name : option.get_snames()) help.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) help.names.push_back("--" + name);
    help.takes_value = option.get_items_expected_max() > 0;
    help.text = option.get_description();
    return help;
}

CommandHelp command_help(const CLI::App& app, const std::string& name) {
    CommandHelp help{name, app.get_description(), {}, {}};
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_positional()) {
            help.arguments.push_back(option->get_name(true) + ": " + option->get_description());
        } else {
            help.options.push_back(option_help(*option));
        }
    }
    return help;
}

ProgramHelp program_help(const CLI::App& app) {
    ProgramHelp all = {command_help(app, "")};
    for (const std::string& name : command_names()) {
        all.push_back(command_help(*app.get_subcommand(name), name));
    }
    return all;
}

// Examples first, then what the library lists.
std::string help_text(const CLI::App& command) {
    const bool whole = command.get_parent() == nullptr;
    const std::string_view examples = examples_of(whole ? "" : command.get_name());
    std::string out = examples.empty() ? "" : "Examples:\n" + std::string(examples) + "\n";
    return out + command.help(whole ? "" : "fintool");
}

// What the completion scripts and the makers of docs/ call; not for people.
std::optional<int> hidden_command(const CLI::App& app, const Common& common, int argc,
                                  char** argv) {
    const std::string name = argc > 1 ? argv[1] : "";
    if (name == "__man") return write_out(man_page(program_help(app)), "");
    if (name != "__complete") return std::nullopt;
    const std::vector<std::string> words(argv + 2, argv + argc);
    return write_out(completions(program_help(app), words, common.database), "");
}

int usage_fault(CLI::App& app, const CLI::ParseError& error) {
    const auto used = app.get_subcommands();
    if (error.get_exit_code() == 0) {  // --help, --version
        const bool help = error.get_name() == "CallForHelp";
        if (help) return write_out(help_text(used.empty() ? app : *used.front()), "");
        return write_out(version_text() + "\n", "");
    }
    const CLI::App& command = used.empty() ? app : *used.front();
    for (const std::string& word : app.remaining(true)) {
        if (word.size() > 1 && word[0] == '-') {
            const std::string name = word.substr(0, word.find('='));
            return wrong("there is no option " + name, nearest(name, option_names(command)));
        }
        return wrong("\"" + word + "\" is one word too many", {});
    }
    return wrong(error.what(), {});
}

int run(const CLI::App& app, const Options& o) {
    const auto used = app.get_subcommands();
    if (used.empty()) {
        std::fputs((std::string(what_it_is) + "\n\n" + std::string(examples_of("")) +
                    "\n`fintool --help` lists all commands.\n")
                       .c_str(),
                   stderr);
        return wrong_usage;
    }
    return command_named(used.front()->get_name())->run(o);
}

}  // namespace

int run_command_line(int argc, char** argv) {
    set_up_log(false);
    Options options;
    options.common.database = default_database();
    CLI::App app(what_it_is, "fintool");
    app.set_version_flag("--version", version_text());
    app.fallthrough();
    app.require_subcommand(0, 1);
    app.add_option("--db", options.common.database, "the database ($FINTOOL_DB, else fintool.db)")
        ->take_last();
    app.add_option("--color", options.common.color, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->take_last();
    app.add_flag("-q,--quiet", options.common.quiet, "no notes and summaries on stderr");
    // Each command's options take their time to set up: only those of the called one are.
    const std::string called = called_command(argc, argv);
    const Command* only = command_named(called);
    for (const Command& command : all_commands()) {
        if (!only || only == &command) {
            command.add(*app.add_subcommand(command.name, command.what), options);
        }
    }
    if (const auto code = hidden_command(app, options.common, argc, argv)) return *code;
    if (!only && !called.empty()) {
        return wrong("there is no command \"" + called + "\"", nearest(called, command_names()));
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return usage_fault(app, error);
    }
    set_up_log(options.common.quiet);
    return run(app, options);
}

}  // namespace fintool::app
