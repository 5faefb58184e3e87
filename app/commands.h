// What each command is asked for, and the function that runs it: one file per command. The command
// line is read in command_line.cpp; nothing here knows CLI11.
#pragma once

#include <string>
#include <vector>

namespace fintool::app {

// Exit codes, the same for every command.
enum Exit { done = 0, failed = 1, wrong_usage = 2, time_limit = 124, interrupted = 130 };

struct Common {
    std::string database;  // --db, else $FINTOOL_DB, else fintool.db
    std::string color = "auto";
    bool quiet = false;
};

struct Shape {
    std::string format;  // empty: by the output file's ending, else a table
    std::string output;  // empty: stdout
    bool raw_csv = false;
    bool transpose = false;  // rows become columns
};

struct IngestOptions {
    std::vector<std::string> paths;
    bool again = false;      // reads what is known, too; without paths every stored source
    bool no_source = false;  // the texts are not kept
    std::string shard;       // I/N: only this share of the releases
    unsigned jobs = 0;       // threads that read; 0: as many as there are cores
    double wait = 30;        // seconds, for another program that holds the database
};

struct QueryOptions {
    std::vector<std::string> words;       // a question, a canned query's name or SQL; - is stdin
    std::string file;                     // SQL from a file
    std::vector<std::string> parameters;  // name=value
    bool list = false;
    bool show_sql = false;
    std::string dialect;  // of the SQL that is shown: sqlite or postgres
    bool explain = false;
    bool first_reported = false;
    bool strict = false;  // no answer that rests on contradicted figures
    std::string as_of;    // ISO date
    double timeout = 10;  // seconds, 0 for none
    long long max_rows = 0;
    std::string save;    // the name under which the question or SQL is kept
    std::string title;   // of what is saved
    std::string forget;  // the name of a saved query that goes
    Shape shape;
};

struct ShowOptions {
    std::vector<std::string> words;  // a file, or a company and a quarter
    std::string kind;                // income | balance | cashflow | other; empty: all
    Shape shape;
};

struct StatusOptions {
    bool unmapped = false;
    bool proven = false;  // the proven share of every release
    Shape shape;
};

struct CompaniesOptions {
    enum class Action { list, rename, merge } action = Action::list;
    std::string company, into;  // a ticker, a name, a CIK or a number from the list
    std::string name;           // the new one; empty: the printed one again
    Shape shape;
};

struct MapOptions {
    std::string label, metric;  // no label: lists them
    std::string statement;      // income | balance | cashflow | other; empty: all but other
    bool remove = false;
    Shape shape;
};

struct CheckOptions {
    std::vector<std::string> words;  // a file, or a company and a quarter; empty: all releases
    bool all = false;                // those that hold, too
    Shape shape;
};

struct ForgetOptions {
    std::vector<std::string> files;
};

struct TraceOptions {
    std::vector<std::string> words;  // a question about few values, or a line item's id
    bool open = false;               // only file:line, for an editor
    Shape shape;
};

struct MigrateOptions {
    bool dry_run = false;
};

struct ReportOptions {
    std::vector<std::string> companies;  // empty: all
    std::string output;                  // empty: stdout
};

struct ExportOptions {
    std::string to;      // a folder, or postgresql://...
    std::string format;  // of a folder: copy, csv, ndjson; empty: copy
};

struct BackupOptions {
    std::string target;
};

struct MergeOptions {
    std::vector<std::string> inputs;
    std::string into;
};

int run_ingest(const Common& common, const IngestOptions& options);
int run_merge(const MergeOptions& options);
int run_query(const Common& common, const QueryOptions& options);
int save_as_query(const std::string& text, const Common& common, const QueryOptions& options);
int forget_saved_query(const Common& common, const std::string& name);
int run_show(const Common& common, const ShowOptions& options);
int run_status(const Common& common, const StatusOptions& options);
int run_companies(const Common& common, const CompaniesOptions& options);
int run_map(const Common& common, const MapOptions& options);
int run_check(const Common& common, const CheckOptions& options);
int run_forget(const Common& common, const ForgetOptions& options);
int run_trace(const Common& common, const TraceOptions& options);
int run_migrate(const Common& common, const MigrateOptions& options);
int run_verify(const Common& common);
int run_report(const Common& common, const ReportOptions& options);
int run_export(const Common& common, const ExportOptions& options);
int run_backup(const Common& common, const BackupOptions& options);

}  // namespace fintool::app
