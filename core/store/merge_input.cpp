// Opening and looking into a database that is merged: see the header.
#include "store/merge_input.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include "facts/metrics_labels.h"
#include "store/database_file.h"
#include "store/release_writer.h"
#include "store/warehouse_state.h"

namespace fintool {

OwnMeanings read_meanings_of(Connection& connection) {
    OwnMeanings all;
    SQLite::Statement& rows =
        connection.bound("SELECT label, statement, metric, printed FROM own_labels");
    while (rows.executeStep()) {
        all[{rows.getColumn(0).getString(), rows.getColumn(1).getString()}] = {
            rows.getColumn(2).getString(), rows.getColumn(3).getString()};
    }
    return all;
}

Result<std::unique_ptr<MergeInput>> MergeInput::open(const std::string& path) {
    const auto file = examine_database_file(path);
    if (!file) return file.error();
    if (!file->exists) {
        return Error{Error::Code::not_found, path + " does not exist: it cannot be merged"};
    }
    if (file->empty || file->application_id == 0) return not_ours(path, "it holds no releases");
    try {
        std::unique_ptr<MergeInput> input(new MergeInput(path));
        if (auto error = refusal(input->connection_, *file, path)) return *std::move(error);
        input->connection_.script("BEGIN");  // what is read is of one moment
        input->filings_ = &input->connection_.bound(
            "SELECT f.id, path, sha256, reader_version, ifnull(encoding, 'none') <> 'none'"
            " FROM filings f LEFT JOIN source_texts s ON s.filing_id = f.id ORDER BY f.id");
        input->next();
        return input;
    } catch (const SQLite::Exception& exception) {
        return sql_error(exception, "read", path);
    }
}

void MergeInput::next() {
    head_.reset();
    if (!filings_->executeStep()) return;
    head_ = {filings_->getColumn(0).getInt64(), filings_->getColumn(1).getString(),
             filings_->getColumn(2).getString(), filings_->getColumn(3).getString(),
             filings_->getColumn(4).getInt64() != 0};
}

std::int64_t MergeInput::filings() {
    return connection_.integer("SELECT count(*) FROM filings").value_or(0);
}

std::set<std::string> MergeInput::other_labels(const OwnMeanings& others) {
    const OwnMeanings own = read_meanings_of(connection_);
    std::set<std::string> labels;
    const auto add_missing = [&](const OwnMeanings& from, const OwnMeanings& in) {
        for (const auto& [key, meaning] : from) {
            const auto same = in.find(key);
            if (same == in.end() || same->second.metric != meaning.metric) labels.insert(key.first);
        }
    };
    add_missing(own, others);
    add_missing(others, own);
    return labels;
}

bool MergeInput::prints_any(std::int64_t filing_id, const std::set<std::string>& labels) {
    if (labels.empty()) return false;
    const std::int64_t first = filing_id * rows_per_filing;
    SQLite::Statement& rows =
        connection_.bound("SELECT DISTINCT label FROM line_items WHERE id BETWEEN ? AND ?", first,
                          first + rows_per_filing - 1);
    while (rows.executeStep()) {
        if (labels.contains(canonical_label(rows.getColumn(0).getString()))) {
            rows.reset();
            return true;
        }
    }
    return false;
}

Result<PackedSource> MergeInput::text_of(std::int64_t filing_id) {
    try {
        SQLite::Statement& row = connection_.bound(
            "SELECT encoding, size, content FROM source_texts WHERE filing_id = ?", filing_id);
        PackedSource packed{"none", 0, ""};
        if (row.executeStep()) {
            packed = {row.getColumn(0).getString(),
                      static_cast<std::size_t>(row.getColumn(1).getInt64()),
                      row.getColumn(2).getString()};
        }
        row.reset();
        return packed;
    } catch (const SQLite::Exception& exception) {
        return sql_error(exception, "read a source text of", path_);
    }
}

std::vector<SavedQuery> MergeInput::saved_queries() {
    std::vector<SavedQuery> all;
    SQLite::Statement& rows = connection_.bound(
        "SELECT name, title, help, sql FROM canned_queries WHERE 'query:' || name NOT IN"
        " (SELECT name FROM applied_texts) ORDER BY name");
    while (rows.executeStep()) {
        all.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                       rows.getColumn(2).getString(), rows.getColumn(3).getString()});
    }
    return all;
}

}  // namespace fintool
