// fintool report: one page of some companies, or of all, that needs nothing but a browser.
#include "render/report.h"

#include "base/text.h"
#include "commands.h"
#include "log.h"
#include "output.h"

namespace fintool::app {
namespace {

// Each word a company, or all words together one; without words none is named.
Result<std::vector<CompanyName>> companies_named(const Names& names,
                                                 const std::vector<std::string>& words) {
    std::string joined;
    for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
    if (words.empty()) return std::vector<CompanyName>();
    if (const auto one = find_companies(names, words_of(joined)); one.size() == 1) {
        return std::vector<CompanyName>{*one.front()};
    }
    std::vector<CompanyName> found;
    for (const std::string& word : words) {
        const auto named = find_companies(names, words_of(word));
        if (named.size() == 1) {
            found.push_back(*named.front());
            continue;
        }
        std::vector<std::string> like = companies_like(names, words_of(word));
        for (const CompanyName* company : named) like.push_back(company->name);
        return Error{Error::Code::invalid_argument,
                     (named.empty() ? "there is no company \"" : "more than one company is \"") +
                         word + "\"" + (like.empty() ? "" : "; " + did_you_mean(like))};
    }
    return found;
}

}  // namespace

int run_report(const Common& common, const ReportOptions& options) {
    Result<Reader> reader = Reader::open(common.database);
    if (!reader) return failure(reader.error());
    const Result<Names> names = read_names(*reader, NamesWanted::vocabulary);
    if (!names) return failure(names.error());
    const auto companies = companies_named(*names, options.companies);
    if (!companies) return failure(companies.error());
    const auto reports = read_report(*reader, *companies);
    if (!reports) return failure(reports.error());
    const int code = write_out(render_report(*reports), options.output);
    if (code == done && !options.output.empty()) {
        const std::size_t count = reports->size();
        note(options.output + ": " + std::to_string(count) +
             (count == 1 ? " company" : " companies"));
    }
    return code;
}

}  // namespace fintool::app
