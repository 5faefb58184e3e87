// fintool show: a release's statements as they were printed, from the database alone.
#include "commands.h"
#include "log.h"
#include "output.h"
#include "query/statement_view.h"

namespace fintool::app {
namespace {

std::string headline(const StoredRelease& release) {
    std::string out = release.company.empty() ? "(company unknown)" : release.company;
    if (!release.ticker.empty()) out += " (" + release.ticker + ")";
    for (const std::string& part : {release.fiscal_label, release.released_on, release.path}) {
        if (!part.empty()) out += "  " + part;
    }
    return out;
}

int show_release(Reader& reader, const StoredRelease& release, const Common& common,
                 const ShowOptions& options) {
    const Result<std::vector<ResultSet>> tables =
        statements_as_printed(reader, release.id, options.kind);
    if (!tables) return failure(tables.error());
    const Result<ResultSet> rows = statements_as_rows(reader, release.id, options.kind);
    if (!rows) return failure(rows.error());
    note(headline(release));
    if (tables->empty()) {
        note("no statements" + (release.reason.empty() ? "" : ": " + release.reason));
    }
    return write_answer(*tables, *rows, common, options.shape);
}

}  // namespace

int run_show(const Common& common, const ShowOptions& options) {
    if (!format_of(options.shape)) return wrong_usage;
    Result<Reader> reader = Reader::open(common.database);
    if (!reader) return failure(reader.error());
    const Result<std::vector<StoredRelease>> found = find_releases(*reader, options.words);
    if (!found) return failure(found.error());
    if (found->size() == 1) return show_release(*reader, found->front(), common, options);
    if (!options.words.empty()) {
        note(std::to_string(found->size()) + " releases match: name one of these files");
    }
    return write_answer(list_releases(*found), common, options.shape);
}

}  // namespace fintool::app
