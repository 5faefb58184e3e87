// fintool verify: is the file whole? Pages, keys, schema, and the hash of every stored source.
#include "commands.h"
#include "log.h"
#include "store/upkeep.h"

namespace fintool::app {

int run_verify(const Common& common) {
    const Result<VerifyReport> report = verify_database(common.database);
    if (!report) return failure(report.error());
    for (const std::string& problem : report->problems) failure(problem);
    note(common.database + ": " + std::to_string(report->filings) + " filings, " +
         std::to_string(report->sources) + " stored sources, " +
         (report->problems.empty() ? std::string("all well")
                                   : std::to_string(report->problems.size()) + " problems"));
    return report->problems.empty() ? done : failed;
}

}  // namespace fintool::app
