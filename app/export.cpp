// fintool export --to DIR | postgresql://...: hands the tables over to another engine.
#include "commands.h"
#include "log.h"
#include "output.h"
#include "transfer/folder.h"
#include "transfer/postgres_connection.h"
#include "transfer/postgres_load.h"

namespace fintool::app {
namespace {

std::string counted(std::int64_t number, const std::string& noun) {
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

int to_folder(const Common& common, const ExportOptions& options) {
    const auto format = parse_row_format(options.format.empty() ? "copy" : options.format);
    if (!format) {
        failure("--format " + options.format + ": there is copy, csv, ndjson");
        return wrong_usage;
    }
    const auto done_now = export_to_folder(common.database, options.to, *format);
    if (!done_now) return failure(done_now.error());
    const auto parts = static_cast<std::int64_t>(done_now->partitions);
    const auto written = static_cast<std::int64_t>(done_now->written);
    note(counted(parts, "part") + " in " + options.to + ", " + std::to_string(written) +
         " written now: " + counted(done_now->rows, "row") + ", " +
         counted(done_now->bytes, "byte"));
    return done;
}

int to_postgres(const Common& common, const ExportOptions& options) {
    if (!options.format.empty()) {
        failure("--format is for a folder: into PostgreSQL goes what its COPY reads");
        return wrong_usage;
    }
    const auto load = load_into_postgres(common.database, options.to);
    if (!load) return failure(load.error());
    const auto parts = static_cast<std::int64_t>(load->sent);
    if (load->rows == 0 && load->removed == 0) {
        note("nothing new for " + load->target);
        return done;
    }
    note(counted(load->releases, "release") + " of " + counted(parts, "year") + " sent to " +
         load->target + ": " + counted(load->rows, "row") + ", " + counted(load->bytes, "byte") +
         (load->removed > 0 ? "; " + counted(load->removed, "release") + " taken out" : ""));
    return done;
}

}  // namespace

int run_export(const Common& common, const ExportOptions& options) {
    return is_postgres_url(options.to) ? to_postgres(common, options) : to_folder(common, options);
}

}  // namespace fintool::app
