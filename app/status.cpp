// fintool status: what the database holds, what went wrong, which labels mean nothing to it yet.
#include "commands.h"
#include "log.h"
#include "output.h"
#include "query/overview.h"

namespace fintool::app {

int run_status(const Common& common, const StatusOptions& options) {
    Result<Reader> reader = Reader::open(common.database);
    if (!reader) return failure(reader.error());
    const Result<ResultSet> found = options.proven     ? list_proven(*reader)
                                    : options.unmapped ? list_unmapped_labels(*reader)
                                                       : summarize(*reader);
    return found ? write_answer(*found, common, options.shape) : failure(found.error());
}

}  // namespace fintool::app
