// fintool backup FILE: a complete copy, taken while others may read or write.
#include "commands.h"
#include "log.h"
#include "store/upkeep.h"

namespace fintool::app {

int run_backup(const Common& common, const BackupOptions& options) {
    const Status copied = back_up_database(common.database, options.target);
    if (!copied) return failure(copied.error());
    note(common.database + " copied to " + options.target);
    return done;
}

}  // namespace fintool::app
