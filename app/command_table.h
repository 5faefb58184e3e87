// All commands in a table: name, options, and what runs each. app/command_line.cpp reads argv with
// it.
#pragma once

#include <span>
#include <string>

#include "commands.h"

namespace CLI {
class App;
}

namespace fintool::app {

// What the command line can set, of all commands.
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
    ExportOptions exported;
    ReportOptions report;
    std::string shell;
};

// A command: its name, what it does in a line, its options, and what runs it.
struct Command {
    const char* name;
    const char* what;
    void (*add)(CLI::App&, Options&);
    int (*run)(const Options&);
};

std::span<const Command> all_commands();

}  // namespace fintool::app
