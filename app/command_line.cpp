// The commands and options as CLI11 reads them, with exit codes and suggestions of our own (its
// codes are 105 and above, and a wrong command is "A subcommand is required"). See the header.
#include "command_line.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <functional>
#include <optional>

#include "command_help.h"
#include "commands.h"
#include "log.h"
#include "output.h"
#include "query/names.h"
#include "render/render.h"

namespace fintool::app {
namespace {

constexpr const char* version_text = "fintool 0.1.0";
constexpr const char* what_it_is =
    "fintool reads earnings releases into a SQLite database and answers questions.";

struct Options {
    Common common;
    IngestOptions ingest;
    MergeOptions merge;
    QueryOptions query;
    ShowOptions show;
    StatusOptions status;
    CompaniesOptions companies;
    MapOptions map;
    CheckOptions check;
    ForgetOptions forget;
    TraceOptions trace;
    MigrateOptions migrate;
    BackupOptions backup;
    ReportOptions report;
    std::string shell;
};

std::string default_database() {
    const char* set = std::getenv("FINTOOL_DB");
    return set && *set ? set : "fintool.db";
}

void add_shape(CLI::App& command, Shape& shape) {
    std::string names;
    for (const std::string& name : format_names()) names += (names.empty() ? "" : ", ") + name;
    command.add_option("-f,--format", shape.format, names)->take_last();
    command
        .add_option("-o,--output", shape.output, "write to this file; its ending picks the format")
        ->take_last();
    command.add_flag("--transpose", shape.transpose, "rows become columns: periods read across");
    command.add_flag("--csv-raw", shape.raw_csv, "no ' before text that a spreadsheet would run");
}

void add_query(CLI::App& app, QueryOptions& o) {
    CLI::App& query = *app.add_subcommand("query", "ask: a question, a canned query or SQL");
    query.add_option(
        "question", o.words,
        "\"revenue by quarter for CPST\", a name from --list, SQL, or - for SQL from stdin");
    query.add_flag("--list", o.list, "the canned queries and the metrics of this database");
    query.add_option("--file", o.file, "SQL from this file")->take_last();
    query.add_option("-p,--param", o.parameters, "name=value, for :name in SQL; repeatable")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    query.add_option("--save", o.save, "keep the question or SQL under this name in the database")
        ->take_last();
    query.add_option("--title", o.title, "one line about what is saved")->take_last();
    query.add_option("--forget", o.forget, "take a saved query out again")->take_last();
    query.add_flag("--show-sql", o.show_sql, "print the SQL instead of running it");
    query.add_flag("--explain", o.explain, "say how the question was understood");
    query.add_flag("--as-first-reported", o.first_reported,
                   "the figures of the release that came first, not the newest");
    query.add_option("--as-of", o.as_of, "what was known on this day, YYYY-MM-DD")->take_last();
    query.add_flag("--strict", o.strict, "no answer where a check denies a figure it rests on");
    query.add_option("--timeout", o.timeout, "seconds, 0 for none (10)")->take_last();
    query.add_option("--max-rows", o.max_rows, "cut the answer after so many rows")->take_last();
    add_shape(query, o.shape);
}

void add_companies(CLI::App& app, CompaniesOptions& o) {
    CLI::App& companies =
        *app.add_subcommand("companies", "the companies; merge and rename mend them by hand");
    add_shape(companies, o.shape);
    companies.require_subcommand(0, 1);
    const char* const which = "its ticker, name, CIK or number in the list";
    CLI::App& rename = *companies.add_subcommand("rename", "gives a company a name of your own");
    rename.add_option("company", o.company, which)->required();
    rename.add_option("name", o.name, "the new name; \"\" gives the printed one back")->required();
    rename.callback([&o] { o.action = CompaniesOptions::Action::rename; });
    CLI::App& merge = *companies.add_subcommand("merge", "makes two companies one");
    merge.add_option("company", o.company, which)->required();
    merge.add_option("into", o.into, "the company that takes its releases over")->required();
    merge.callback([&o] { o.action = CompaniesOptions::Action::merge; });
}

void add_commands(CLI::App& app, Options& o) {
    CLI::App& ingest = *app.add_subcommand("ingest", "read releases: files, folders, .gz, .zip, -");
    ingest.add_option("path", o.ingest.paths, "files and folders; - is stdin");
    ingest.add_flag("--no-source", o.ingest.no_source,
                    "the texts are not kept: trace will need the files");
    ingest.add_flag("--again", o.ingest.again,
                    "read what is known already with this reader; without a path all of it");
    ingest
        .add_option("--shard", o.ingest.shard,
                    "I/N: only the I-th of N shares of the releases, by their content")
        ->take_last();
    CLI::App& merge =
        *app.add_subcommand("merge", "databases of several machines become one; see --shard");
    merge
        .add_option("database", o.merge.inputs,
                    "these are only read; where they disagree about "
                    "labels, names or saved queries of your own, the target stands, then the first")
        ->required();
    merge.add_option("--into", o.merge.into, "the database that they become; it may be there")
        ->required()
        ->take_last();
    add_query(app, o.query);
    CLI::App& show = *app.add_subcommand("show", "a release's statements as they were printed");
    show.add_option("release", o.show.words, "a file, or a company and a quarter: CPST Q2 FY2009");
    show.add_option("--statement", o.show.kind, "income, balance, cashflow or other")
        ->check(CLI::IsMember({"income", "balance", "cashflow", "other"}))
        ->take_last();
    add_shape(show, o.show.shape);
    CLI::App& status =
        *app.add_subcommand("status", "what the database holds, and what went wrong");
    status.add_flag("--unmapped", o.status.unmapped, "labels that mean nothing yet, by frequency");
    status.add_flag("--proven", o.status.proven,
                    "the share of cells that arithmetic proves, by release, format and decade");
    add_shape(status, o.status.shape);
    add_companies(app, o.companies);
    CLI::App& map = *app.add_subcommand("map", "gives a printed label a meaning of your own");
    map.add_option("label", o.map.label,
                   "the whole label: \"Net service fees\"; without: the list");
    map.add_option("metric", o.map.metric, "what it means, as in query --list; or none");
    map.add_option("--statement", o.map.statement,
                   "only there: income, balance, cashflow; or other: no primary statement")
        ->check(CLI::IsMember({"income", "balance", "cashflow", "other"}))
        ->take_last();
    map.add_flag("--remove", o.map.remove, "takes the meaning back");
    add_shape(map, o.map.shape);
}

void add_upkeep(CLI::App& app, Options& o) {
    CLI::App& check =
        *app.add_subcommand("check", "arithmetic that does not hold; silent where it does");
    check.add_option("release", o.check.words, "a file, or a company and a quarter; else all");
    check.add_flag("--all", o.check.all, "those that hold or were not tested, too");
    add_shape(check, o.check.shape);
    CLI::App& trace =
        *app.add_subcommand("trace", "where a number was printed, and what it is made of");
    trace
        .add_option("question", o.trace.words,
                    "\"revenue Q2 FY2009 for CPST\", or the id of a line item")
        ->required();
    trace.add_flag("--open", o.trace.open, "only FILE:LINE of what is printed, for an editor");
    add_shape(trace, o.trace.shape);
    CLI::App& forget =
        *app.add_subcommand("forget", "takes releases out, with all that rests on them");
    forget.add_option("file", o.forget.files, "as given to ingest, or its name, or its hash")
        ->required();
    CLI::App& migrate = *app.add_subcommand("migrate", "brings an older database up to date");
    migrate.add_flag("--dry-run", o.migrate.dry_run, "only says what would be done");
    app.add_subcommand("verify", "is the file whole: pages, keys, schema, stored sources");
    CLI::App& report = *app.add_subcommand("report", "a self-contained page: charts, statements");
    report.add_option("company", o.report.companies, "tickers or names; else all companies");
    report.add_option("-o,--output", o.report.output, "the page, report.html")->take_last();
    app.add_subcommand("completion", "a script for bash, zsh or fish that completes commands")
        ->add_option("shell", o.shell, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    CLI::App& backup = *app.add_subcommand("backup", "a complete copy of the database");
    backup.add_option("file", o.backup.target, "must not exist yet")->required();
}

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(command->get_name());
    }
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

// The first word that is no option or option's value: it must be a command.
int check_command(const CLI::App& app, int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--db" || word == "--color") ++i;
        if (word.empty() || word[0] == '-') continue;
        const std::vector<std::string> names = command_names(app);
        if (std::find(names.begin(), names.end(), word) != names.end()) return done;
        return wrong("there is no command \"" + word + "\"", nearest(word, names));
    }
    return done;
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
    for (const std::string& name : command_names(app)) {
        all.push_back(command_help(*app.get_subcommand(name), name));
    }
    return all;
}

// Examples first, then what the library lists.
std::string help_text(const CLI::App& command) {
    const bool whole = command.get_parent() == nullptr;
    const std::string_view examples = examples_of(whole ? "" : command.get_name());
    std::string out = examples.empty() ? "" : "Examples:\n" + std::string(examples) + "\n";
    return out + command.help(whole ? "" : "fintool " + command.get_name());
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
        const int code = app.exit(error);
        return std::fflush(stdout) == 0 ? code : failed;
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
    const std::string name = used.front()->get_name();

    if (name == "ingest") return run_ingest(o.common, o.ingest);
    if (name == "merge") return run_merge(o.merge);
    if (name == "query") return run_query(o.common, o.query);
    if (name == "show") return run_show(o.common, o.show);
    if (name == "status") return run_status(o.common, o.status);
    if (name == "map") return run_map(o.common, o.map);
    if (name == "check") return run_check(o.common, o.check);
    if (name == "forget") return run_forget(o.common, o.forget);
    if (name == "trace") return run_trace(o.common, o.trace);
    if (name == "migrate") return run_migrate(o.common, o.migrate);
    if (name == "verify") return run_verify(o.common);
    if (name == "completion") return write_out(completion_script(o.shell), "");
    if (name == "report") return run_report(o.common, o.report);
    if (name == "backup") return run_backup(o.common, o.backup);
    return run_companies(o.common, o.companies);
}

}  // namespace

int run_command_line(int argc, char** argv) {
    set_up_log(false);
    Options options;
    options.common.database = default_database();
    CLI::App app(what_it_is, "fintool");
    app.set_version_flag("--version", version_text);
    app.fallthrough();
    app.require_subcommand(0, 1);
    app.add_option("--db", options.common.database, "the database ($FINTOOL_DB, else fintool.db)")
        ->take_last();
    app.add_option("--color", options.common.color, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->take_last();
    app.add_flag("-q,--quiet", options.common.quiet, "no notes and summaries on stderr");
    add_commands(app, options);
    add_upkeep(app, options);
    if (const auto code = hidden_command(app, options.common, argc, argv)) return *code;
    if (const int code = check_command(app, argc, argv); code != done) return code;
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return usage_fault(app, error);
    }
    set_up_log(options.common.quiet);
    return run(app, options);
}

}  // namespace fintool::app
