// fintool forget FILE...: takes releases out again, with all that rests on them; all or none.
#include "commands.h"
#include "log.h"
#include "query/reader.h"
#include "store/warehouse.h"

namespace fintool::app {

int run_forget(const Common& common, const ForgetOptions& options) {
    // A reader first: it makes no database where there is none.
    if (const Result<Reader> reader = Reader::open(common.database); !reader) {
        return failure(reader.error());
    }
    Result<Warehouse> warehouse = Warehouse::open(common.database);
    if (!warehouse) return failure(warehouse.error());
    if (const Status begun = warehouse->begin_batch(); !begun) return failure(begun.error());
    std::vector<std::string> gone;
    for (const std::string& file : options.files) {
        const Result<std::vector<std::string>> paths = warehouse->forget(file);
        if (!paths) return failure(paths.error());
        gone.insert(gone.end(), paths->begin(), paths->end());
    }
    if (const Status committed = warehouse->commit_batch(); !committed) {
        return failure(committed.error());
    }
    if (const Status closed = warehouse->close(); !closed) return failure(closed.error());
    for (const std::string& path : gone) note("forgotten: " + path);
    return done;
}

}  // namespace fintool::app
