// Labels of the user's own in the warehouse, and the filings that they bear on.
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include "facts/metrics_labels.h"
#include "store/warehouse_state.h"

namespace fintool {
namespace {

std::string statement_name(const OwnLabel& label) {
    return label.statement ? std::string(to_string(*label.statement)) : "";
}

std::optional<Statement::Kind> statement_from(const std::string& name) {
    for (const auto kind : {Statement::Kind::income, Statement::Kind::balance,
                            Statement::Kind::cashflow, Statement::Kind::other}) {
        if (to_string(kind) == name) return kind;
    }
    return std::nullopt;
}

Error without_words(std::string_view label) {
    return {Error::Code::invalid_argument,
            "the label \"" + std::string(label) + "\" has no words to compare"};
}

}  // namespace

Result<std::vector<OwnLabel>> Warehouse::own_labels() {
    std::vector<OwnLabel> all;
    auto status = state_->guarded("read", [&] {
        SQLite::Statement& rows = state_->connection.bound(
            "SELECT printed, metric, statement FROM own_labels ORDER BY label, statement");
        while (rows.executeStep()) {
            all.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                           statement_from(rows.getColumn(2).getString())});
        }
    });
    if (!status) return std::move(status).error();
    return all;
}

Status Warehouse::map_label(const OwnLabel& label) {
    const std::string compared = canonical_label(label.label);
    if (compared.empty()) return without_words(label.label);
    return state_->step("keep a label in", [&] {
        state_->connection.run(
            "INSERT OR REPLACE INTO own_labels (label, statement, metric, printed)"
            " VALUES (?, ?, ?, ?)",
            compared, statement_name(label), label.metric, label.label);
    });
}

Result<bool> Warehouse::unmap_label(const OwnLabel& label) {
    const std::string compared = canonical_label(label.label);
    bool there = false;
    auto status = state_->step("take a label out of", [&] {
        there = state_->connection
                    .integer("SELECT 1 FROM own_labels WHERE label = ? AND statement = ?", compared,
                             statement_name(label))
                    .has_value();
        state_->connection.run("DELETE FROM own_labels WHERE label = ? AND statement = ?", compared,
                               statement_name(label));
    });
    if (!status) return std::move(status).error();
    return there;
}

Result<std::vector<std::int64_t>> Warehouse::filings_that_print(std::string_view label) {
    const std::string compared = canonical_label(label);
    if (compared.empty()) return without_words(label);
    std::vector<std::int64_t> filings;
    auto status = state_->guarded("read", [&] {
        SQLite::Statement& rows = state_->connection.bound(
            "SELECT DISTINCT statements.filing_id, line_items.label FROM line_items"
            " JOIN statements ON statements.id = statement_id ORDER BY 1, 2");
        while (rows.executeStep()) {
            const std::int64_t filing = rows.getColumn(0).getInt64();
            if (!filings.empty() && filings.back() == filing) continue;
            if (canonical_label(rows.getColumn(1).getString()) == compared)
                filings.push_back(filing);
        }
    });
    if (!status) return std::move(status).error();
    return filings;
}

Result<Warehouse::StoredSource> Warehouse::source_of(std::int64_t filing_id) {
    StoredSource source;
    PackedSource packed;
    auto status = state_->guarded("read", [&] {
        SQLite::Statement& row = state_->connection.bound(
            "SELECT path, encoding, size, content FROM filings"
            " JOIN source_texts ON filing_id = filings.id WHERE filings.id = ?",
            filing_id);
        if (!row.executeStep()) return;
        source.path = row.getColumn(0).getString();
        packed = {row.getColumn(1).getString(),
                  static_cast<std::size_t>(row.getColumn(2).getInt64()),
                  row.getColumn(3).getString()};
    });
    if (!status) return std::move(status).error();
    Result<std::string> bytes = unpack_source(packed);
    if (!bytes) return bytes.error();
    source.bytes = *std::move(bytes);
    return source;
}

}  // namespace fintool
