// The options of each command. A new command: its options here, a line in the table, its file.
#include "command_table.h"

#include <CLI/CLI.hpp>

#include "command_help.h"
#include "output.h"
#include "render/render.h"

namespace fintool::app {
namespace {

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

void add_ingest(CLI::App& ingest, Options& options) {
    IngestOptions& o = options.ingest;
    ingest.add_option("path", o.paths, "files and folders; - is stdin");
    ingest.add_flag("--no-source", o.no_source,
                    "the texts are not kept: trace will need the files");
    ingest.add_flag("--again", o.again,
                    "read what is known already with this reader; without a path all of it");
    ingest
        .add_option("--shard", o.shard,
                    "I/N: only the I-th of N shares of the releases, by their content")
        ->take_last();
    ingest.add_option("-j,--jobs", o.jobs, "threads that read (all cores); one more writes")
        ->check(CLI::Range(1, 256))
        ->take_last();
    ingest.add_option("--wait", o.wait, "seconds, for who holds the database (30)")
        ->check(CLI::Range(0.0, 86400.0))
        ->take_last();
}

void add_merge(CLI::App& merge, Options& options) {
    MergeOptions& o = options.merge;
    merge
        .add_option("database", o.inputs,
                    "these are only read; where they disagree about "
                    "labels, names or saved queries of your own, the target stands, then the first")
        ->required();
    merge.add_option("--into", o.into, "the database that they become; it may be there")
        ->required()
        ->take_last();
}

void add_query(CLI::App& query, Options& options) {
    QueryOptions& o = options.query;
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
    query.add_option("--dialect", o.dialect, "of that SQL: sqlite or postgres")
        ->check(CLI::IsMember({"sqlite", "postgres"}))
        ->take_last();
    query.add_flag("--explain", o.explain, "say how the question was understood");
    query.add_flag("--as-first-reported", o.first_reported,
                   "the figures of the release that came first, not the newest");
    query.add_option("--as-of", o.as_of, "what was known on this day, YYYY-MM-DD")->take_last();
    query.add_flag("--strict", o.strict, "no answer where a check denies a figure it rests on");
    query.add_option("--timeout", o.timeout, "seconds, 0 for none (10)")
        ->check(CLI::Range(0.0, 86400.0))
        ->take_last();
    query.add_option("--max-rows", o.max_rows, "cut the answer after so many rows")
        ->check(CLI::Range(0, 1000000000))
        ->take_last();
    add_shape(query, o.shape);
}

void add_show(CLI::App& show, Options& options) {
    ShowOptions& o = options.show;
    show.add_option("release", o.words, "a file, or a company and a quarter: CPST Q2 FY2009");
    show.add_option("--statement", o.kind, "income, balance, cashflow or other")
        ->check(CLI::IsMember({"income", "balance", "cashflow", "other"}))
        ->take_last();
    add_shape(show, o.shape);
}

void add_status(CLI::App& status, Options& options) {
    StatusOptions& o = options.status;
    status.add_flag("--unmapped", o.unmapped, "labels that mean nothing yet, by frequency");
    status.add_flag("--proven", o.proven,
                    "the share of cells that arithmetic proves, by release, format and decade");
    add_shape(status, o.shape);
}

void add_companies(CLI::App& companies, Options& options) {
    CompaniesOptions& o = options.companies;
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

void add_map(CLI::App& map, Options& options) {
    MapOptions& o = options.map;
    map.add_option("label", o.label, "the whole label: \"Net service fees\"; without: the list");
    map.add_option("metric", o.metric, "what it means, as in query --list; or none");
    map.add_option("--statement", o.statement,
                   "only there: income, balance, cashflow; or other: no primary statement")
        ->check(CLI::IsMember({"income", "balance", "cashflow", "other"}))
        ->take_last();
    map.add_flag("--remove", o.remove, "takes the meaning back");
    add_shape(map, o.shape);
}

void add_check(CLI::App& check, Options& options) {
    CheckOptions& o = options.check;
    check.add_option("release", o.words, "a file, or a company and a quarter; else all");
    check.add_flag("--all", o.all, "those that hold or were not tested, too");
    add_shape(check, o.shape);
}

void add_trace(CLI::App& trace, Options& options) {
    TraceOptions& o = options.trace;
    trace
        .add_option("question", o.words,
                    "\"revenue Q2 FY2009 for CPST\", or the id of a line item")
        ->required();
    trace.add_flag("--open", o.open, "only FILE:LINE of what is printed, for an editor");
    add_shape(trace, o.shape);
}

void add_forget(CLI::App& forget, Options& o) {
    forget.add_option("file", o.forget.files, "as given to ingest, or its name, or its hash")
        ->required();
}

void add_migrate(CLI::App& migrate, Options& o) {
    migrate.add_flag("--dry-run", o.migrate.dry_run, "only says what would be done");
}

void add_nothing(CLI::App&, Options&) {}

void add_report(CLI::App& report, Options& o) {
    report.add_option("company", o.report.companies, "tickers or names; else all companies");
    report.add_option("-o,--output", o.report.output, "the page, report.html")->take_last();
}

void add_completion(CLI::App& completion, Options& o) {
    completion.add_option("shell", o.shell, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
}

void add_export(CLI::App& exported, Options& o) {
    exported.add_option("--to", o.exported.to, "a folder, or postgresql://USER@HOST/DATABASE")
        ->required()
        ->take_last();
    exported
        .add_option("-f,--format", o.exported.format, "in a folder: copy, csv or ndjson (copy)")
        ->take_last();
}

void add_backup(CLI::App& backup, Options& o) {
    backup.add_option("file", o.backup.target, "must not exist yet")->required();
}

constexpr Command table[] = {
    {"ingest", "read releases: files, folders, .gz, .zip, -", add_ingest,
     [](const Options& o) { return run_ingest(o.common, o.ingest); }},
    {"merge", "databases of several machines become one; see --shard", add_merge,
     [](const Options& o) { return run_merge(o.merge); }},
    {"query", "ask: a question, a canned query or SQL", add_query,
     [](const Options& o) { return run_query(o.common, o.query); }},
    {"show", "a release's statements as they were printed", add_show,
     [](const Options& o) { return run_show(o.common, o.show); }},
    {"status", "what the database holds, and what went wrong", add_status,
     [](const Options& o) { return run_status(o.common, o.status); }},
    {"companies", "the companies; merge and rename mend them by hand", add_companies,
     [](const Options& o) { return run_companies(o.common, o.companies); }},
    {"map", "gives a printed label a meaning of your own", add_map,
     [](const Options& o) { return run_map(o.common, o.map); }},
    {"check", "arithmetic that does not hold; silent where it does", add_check,
     [](const Options& o) { return run_check(o.common, o.check); }},
    {"trace", "where a number was printed, and what it is made of", add_trace,
     [](const Options& o) { return run_trace(o.common, o.trace); }},
    {"forget", "takes releases out, with all that rests on them", add_forget,
     [](const Options& o) { return run_forget(o.common, o.forget); }},
    {"migrate", "brings an older database up to date", add_migrate,
     [](const Options& o) { return run_migrate(o.common, o.migrate); }},
    {"verify", "is the file whole: pages, keys, schema, stored sources", add_nothing,
     [](const Options& o) { return run_verify(o.common); }},
    {"report", "a self-contained page: charts, statements", add_report,
     [](const Options& o) { return run_report(o.common, o.report); }},
    {"completion", "a script for bash, zsh or fish that completes commands", add_completion,
     [](const Options& o) { return write_out(completion_script(o.shell), ""); }},
    {"export", "hands the tables over to another engine", add_export,
     [](const Options& o) { return run_export(o.common, o.exported); }},
    {"backup", "a complete copy of the database", add_backup,
     [](const Options& o) { return run_backup(o.common, o.backup); }},
};

}  // namespace

std::span<const Command> all_commands() { return table; }

}  // namespace fintool::app
