// fintool companies: who is in the database, with what of them; `rename` and `merge` mend by hand
// what the releases alone do not tell.
#include "base/text.h"
#include "commands.h"
#include "log.h"
#include "output.h"
#include "query/names.h"
#include "query/overview.h"
#include "store/warehouse.h"

namespace fintool::app {
namespace {

std::string described(const CompanyName& company) {
    std::string out = std::to_string(company.id) + ": " + company.name;
    if (!company.ticker.empty()) out += " (" + company.ticker + ")";
    return out;
}

// The one that is meant: by its number in the list, else as in a question.
Result<CompanyName> find_one(Reader& reader, const std::string& given) {
    const Result<Names> names = read_names(reader);
    if (!names) return names.error();
    for (const CompanyName& company : names->companies) {
        if (std::to_string(company.id) == given) return company;
    }
    const auto found = find_companies(*names, words_of(given));
    if (found.size() == 1) return *found.front();
    if (found.empty()) {
        const std::string hint = did_you_mean(companies_like(*names, words_of(given)));
        return Error{Error::Code::not_found, "there is no company \"" + given + "\" in " +
                                                 reader.path() + (hint.empty() ? "" : "; " + hint)};
    }
    std::string list;
    for (const CompanyName* company : found) list += "\n  " + described(*company);
    return Error{Error::Code::invalid_argument,
                 "\"" + given + "\" fits several companies; name one by its number:" + list};
}

int mend(const Common& common, const CompaniesOptions& options, const CompanyName& company,
         const CompanyName& into) {
    Result<Warehouse> warehouse = Warehouse::open(common.database);
    if (!warehouse) return failure(warehouse.error());
    if (const Status begun = warehouse->begin_batch(); !begun) return failure(begun.error());
    const bool merge = options.action == CompaniesOptions::Action::merge;
    const Status mended = merge ? warehouse->merge_companies(company.id, into.id)
                                : warehouse->rename_company(company.id, options.name);
    if (!mended) return failure(mended.error());
    if (const Status committed = warehouse->commit_batch(); !committed) {
        return failure(committed.error());
    }
    if (const Status closed = warehouse->close(); !closed) return failure(closed.error());
    if (merge) {
        note("the releases of " + described(company) + " are now those of " + described(into));
    } else if (options.name.empty()) {
        note(described(company) + " is called again as its releases call it");
    } else {
        note(described(company) + " is now called " + options.name);
    }
    return done;
}

}  // namespace

int run_companies(const Common& common, const CompaniesOptions& options) {
    Result<Reader> reader = Reader::open(common.database);
    if (!reader) return failure(reader.error());
    if (options.action == CompaniesOptions::Action::list) {
        const Result<ResultSet> companies = list_companies(*reader);
        return companies ? write_answer(*companies, common, options.shape)
                         : failure(companies.error());
    }
    const Result<CompanyName> company = find_one(*reader, options.company);
    if (!company) return failure(company.error());
    if (options.action == CompaniesOptions::Action::rename) {
        return mend(common, options, *company, *company);
    }
    const Result<CompanyName> into = find_one(*reader, options.into);
    if (!into) return failure(into.error());
    return mend(common, options, *company, *into);
}

}  // namespace fintool::app
