// fintool companies: who is in the database, with what of them.
#include "commands.h"
#include "log.h"
#include "output.h"
#include "query/overview.h"

namespace fintool::app {

int run_companies(const Common& common, const CompaniesOptions& options) {
    Result<Reader> reader = Reader::open(common.database);
    if (!reader) return failure(reader.error());
    const Result<ResultSet> companies = list_companies(*reader);
    return companies ? write_answer(*companies, common, options.shape) : failure(companies.error());
}

}  // namespace fintool::app
