// The library's front door: ingest and query as the program does them. See the header.
#include "fintool.h"

#include "base/sha256.h"
#include "ingest.h"
#include "query/answer.h"
#include "query/canned.h"
#include "query/sql_text.h"
#include "render/render.h"
#include "store/schema.h"
#include "store/upkeep.h"
#include "store/warehouse.h"

namespace fintool {
namespace {

void count(const Reading& reading, IngestCounts& counts) {
    switch (reading.filing.status) {
        case Filing::Status::read: ++counts.stored; break;
        case Filing::Status::no_statements: ++counts.without_statements; break;
        case Filing::Status::unreadable: ++counts.unreadable; break;
    }
}

Status store(Warehouse& warehouse, const ReleaseBytes& release, const std::vector<OwnLabel>& own,
             IngestCounts& counts) {
    const std::string sha256 = sha256_hex(release.bytes);
    const Result<bool> known = warehouse.knows(sha256);
    if (!known) return known.error();
    if (*known) {
        ++counts.known;
        return Done{};
    }
    const Reading reading = read_release(release.bytes, own);
    count(reading, counts);
    return warehouse.save(reading, {release.name, release.bytes, sha256, {}});
}

Result<ResultSet> answer_in_words(Reader& reader, std::string_view text, const SqlLimits& limits) {
    const Result<Question> question = understand(reader, text);
    if (!question) return question.error();
    Result<Answer> found = answer(reader, *question, limits);
    if (!found) return found.error();
    return std::move(found->series);
}

Result<ResultSet> answer_canned(Reader& reader, const CannedQuery& canned,
                                const SqlLimits& limits) {
    if (!canned.question.empty()) return answer_in_words(reader, canned.question, limits);
    std::vector<SqlParameter> parameters;
    for (const CannedParameter& parameter : canned.parameters) {
        parameters.push_back({parameter.name, parameter.fallback});
    }
    return reader.run(canned.sql, parameters, limits);
}

}  // namespace

struct Database::State {
    std::string path;
    Warehouse warehouse;
};

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::string& path) {
    Result<Warehouse> warehouse = Warehouse::open(path);
    if (!warehouse) return warehouse.error();
    return Database(std::make_unique<State>(State{path, *std::move(warehouse)}));
}

Result<IngestCounts> Database::ingest(const std::vector<ReleaseBytes>& releases) {
    Warehouse& warehouse = state_->warehouse;
    const auto own = warehouse.own_labels();
    if (!own) return own.error();
    if (const Status begun = warehouse.begin_batch(); !begun) return begun.error();
    IngestCounts counts;
    for (const ReleaseBytes& release : releases) {
        const Status stored = store(warehouse, release, *own, counts);
        if (stored) continue;
        warehouse.roll_back_batch();
        return stored.error();
    }
    if (const Status committed = warehouse.commit_batch(); !committed) return committed.error();
    return counts;
}

Result<ResultSet> Database::ask(std::string_view question, double seconds) {
    Result<Reader> reader = Reader::open(state_->path);
    if (!reader) return reader.error();
    SqlLimits limits;
    limits.seconds = seconds;
    const auto canned = find_query(*reader, question);
    if (!canned) return canned.error();
    if (*canned) return answer_canned(*reader, **canned, limits);
    if (looks_like_sql(question)) return reader->run(question, {}, limits);
    return answer_in_words(*reader, question, limits);
}

std::string as_table(const ResultSet& answer) { return render(answer, Format::table); }
std::string as_csv(const ResultSet& answer) { return render(answer, Format::csv); }
std::string as_json(const ResultSet& answer) { return render(answer, Format::json); }

std::string version_text() {
    return "fintool " FINTOOL_VERSION " (SQLite " + sqlite_version() + ", schema " +
           std::to_string(newest_schema()) + ")";
}

}  // namespace fintool
