// fintool migrate: brings a database of an older fintool up to this program's schema.
#include "commands.h"
#include "log.h"
#include "store/upkeep.h"

namespace fintool::app {

int run_migrate(const Common& common, const MigrateOptions& options) {
    const Result<MigrationReport> report = migrate_database(common.database, options.dry_run);
    if (!report) return failure(report.error());
    if (report->applied.empty()) {
        note(common.database + ": up to date (schema " + std::to_string(report->to) + ")");
        return done;
    }
    for (const std::string& name : report->applied) {
        note((options.dry_run ? "would apply " : "applied ") + name);
    }
    if (!report->backup.empty()) note("the database as it was: " + report->backup);
    note(common.database + ": schema " + std::to_string(report->from) + " -> " +
         std::to_string(report->to));
    return done;
}

}  // namespace fintool::app
