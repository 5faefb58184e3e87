// The same questions in SQLite and in PostgreSQL: every canned query, as query and as view, and
// every question of tests/questions/samples.txt, cell by cell.
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "postgres_fixture.h"
#include "query/answer.h"
#include "query/canned.h"
#include "query/postgres_sql.h"
#include "render/numbers.h"

using namespace fintool;
using namespace fintool::postgres_fixture;

namespace {

bool same_value(const SqlValue& here, const std::string& there) {
    const std::string text = plain_text(here);
    if (text == there) return true;
    if (here.index() != 1 && here.index() != 2) return false;
    double a = 0, b = 0;
    const auto read = [](const std::string& digits, double& number) {
        const auto end = digits.data() + digits.size();
        return std::from_chars(digits.data(), end, number).ptr == end && !digits.empty();
    };
    // 20 is 20.0; a sum of doubles may differ in its sixteenth digit.
    return read(text, a) && read(there, b) && std::abs(a - b) <= 1e-14 * std::abs(a);
}

// How the answers differ, in one line; empty where they do not.
std::string compared(Reader& here, PostgresConnection& there, const std::string& sql,
                     const std::vector<SqlParameter>& parameters, std::size_t& rows) {
    const auto ours = here.run(sql, parameters);
    if (!ours) return ours.error().message;
    const auto theirs = there.rows(postgres_sql(sql, parameters), "ask");
    if (!theirs) return theirs.error().message;
    rows += ours->rows.size();
    if (ours->rows.size() != theirs->size()) {
        return std::to_string(ours->rows.size()) + " rows here, " + std::to_string(theirs->size()) +
               " there";
    }
    for (std::size_t row = 0; row < theirs->size(); ++row) {
        for (std::size_t i = 0; i < ours->columns.size(); ++i) {
            if (same_value(ours->rows[row][i], (*theirs)[row][i])) continue;
            return "row " + std::to_string(row) + ", " + ours->columns[i].name + ": " +
                   plain_text(ours->rows[row][i]) + " here, " + (*theirs)[row][i] + " there";
        }
    }
    return "";
}

std::vector<SqlParameter> fallbacks(const CannedQuery& query) {
    std::vector<SqlParameter> parameters;
    for (const CannedParameter& one : query.parameters)
        parameters.push_back({one.name, one.fallback});
    return parameters;
}

}  // namespace

TEST_CASE("postgres: canned queries and questions have the same answers there") {
    const auto server = server_or_word();
    if (!server) return;
    const run_program::Folder folder("postgres-questions");
    ingest_samples(folder);
    must(folder, "fintool export --to '" + server->url() + "'");
    auto reader = Reader::open((folder.path() / "fintool.db").string());
    REQUIRE_MESSAGE(reader, reader.error().message);
    auto there = session(server->url());
    std::size_t rows = 0, asked = 0;
    for (const CannedQuery& query : canned_queries()) {
        CAPTURE(query.name);
        CHECK(compared(*reader, there, query.sql, fallbacks(query), rows) == "");
        if (!query.parameters.empty()) continue;
        const std::string count = value(there, "SELECT count(*) FROM " + query.name);
        const auto ours = reader->run("SELECT count(*) FROM " + query.name);
        REQUIRE(ours);
        CHECK(plain_text(ours->rows[0][0]) == count);
    }
    CHECK(rows > 300);
    const std::string text = read_whole_file(FINTOOL_SOURCE_DIR "/tests/questions/samples.txt");
    for (const std::string_view line : split(text, '\n')) {
        if (!line.starts_with("? ")) continue;
        const auto question = understand(*reader, std::string(line.substr(2)));
        if (!question) continue;
        CAPTURE(std::string(line));
        CHECK(compared(*reader, there, sql_of(*question), {}, rows) == "");
        ++asked;
    }
    CHECK(asked >= 70);
    CHECK(rows > 700);
}
