// fintool check: the arithmetic that every statement was held against. Silent where all holds.
#include "commands.h"
#include "log.h"
#include "output.h"
#include "query/overview.h"

namespace fintool::app {

int run_check(const Common& common, const CheckOptions& options) {
    if (!format_of(options.shape)) return wrong_usage;
    Result<Reader> reader = Reader::open(common.database);
    if (!reader) return failure(reader.error());
    const Result<ResultSet> checks = list_checks(*reader, options.words, options.all);
    if (!checks) return failure(checks.error());
    if (checks->rows.empty() && !options.all) {
        for (const std::string& remark : checks->notes) note(remark);
        return done;
    }
    const int code = write_answer(*checks, common, options.shape);
    if (code != done) return code;
    return options.all ? done : failed;
}

}  // namespace fintool::app
