// Lists of releases and the texts of their rows. See the header.
#include "transfer/partitions.h"

namespace fintool {
namespace {

constexpr std::size_t full_at = 256u << 10;
constexpr const char* year = "coalesce(substr(released_on, 1, 4), 'undated')";

Result<std::vector<std::int64_t>> numbers(Result<SqlRows> rows) {
    if (!rows) return rows.error();
    std::vector<std::int64_t> all;
    for (auto more = rows->next();; more = rows->next()) {
        if (!more) return more.error();
        if (!*more) return all;
        all.push_back(rows->integer(0));
    }
}

}  // namespace

Result<std::vector<std::string>> partition_names(Snapshot& snapshot) {
    auto rows = snapshot.rows(std::string("SELECT DISTINCT ") + year + " FROM filings ORDER BY 1");
    if (!rows) return rows.error();
    std::vector<std::string> names;
    for (auto more = rows->next();; more = rows->next()) {
        if (!more) return more.error();
        if (!*more) return names;
        names.push_back(rows->text(0));
    }
}

Result<std::vector<std::int64_t>> filings_of(Snapshot& snapshot, const std::string& partition) {
    auto rows =
        snapshot.rows(std::string("SELECT id FROM filings WHERE ") + year + " = ?1 ORDER BY id");
    if (rows) rows->bind(1, partition);
    return numbers(std::move(rows));
}

Result<std::vector<std::int64_t>> all_companies(Snapshot& snapshot) {
    return numbers(snapshot.rows("SELECT id FROM companies ORDER BY id"));
}

Result<TableText> TableText::open(Snapshot& snapshot, const Table& table, RowFormat format,
                                  bool whole) {
    auto rows = snapshot.rows(whole ? rows_of_table(table) : rows_of_owner(table));
    if (!rows) return rows.error();
    return TableText(table, format, whole, std::move(*rows));
}

Status TableText::append(std::string& out, std::int64_t owner, const Full& full) {
    if (!whole_) source_.bind(1, owner);
    for (auto more = source_.next();; more = source_.next()) {
        if (!more) return more.error();
        if (!*more) return Done{};
        if (const Status added = append_row(out, *table_, source_, format_); !added) return added;
        ++rows_;
        if (!full || out.size() < full_at) continue;
        if (const Status emptied = full(out); !emptied) return emptied;
    }
}

}  // namespace fintool
