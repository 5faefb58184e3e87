// Releases by the year in which they came out: the parts in which a database is handed over. What
// belongs to no release (companies, periods, the vocabulary) is a part of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "query/snapshot.h"
#include "transfer/row_text.h"
#include "transfer/tables.h"

namespace fintool {

inline constexpr const char* shared_partition = "shared";
inline constexpr const char* undated_partition = "undated";

// "1994", "1995", ..., "undated": those that have a release.
Result<std::vector<std::string>> partition_names(Snapshot& snapshot);
Result<std::vector<std::int64_t>> filings_of(Snapshot& snapshot, const std::string& partition);
Result<std::vector<std::int64_t>> all_companies(Snapshot& snapshot);

// A table whose rows come as text, again and again for one owner after the other.
class TableText {
public:
    // `whole`: all rows of the table, whomever they belong to.
    static Result<TableText> open(Snapshot& snapshot, const Table& table, RowFormat format,
                                  bool whole);
    // Appends the rows of one company or release (of any where it is whole). `full` is called with
    // `out` when that has grown, and may empty it.
    using Full = std::function<Status(std::string& out)>;
    Status append(std::string& out, std::int64_t owner, const Full& full = {});
    std::int64_t rows() const { return rows_; }  // that were appended so far
    const Table& table() const { return *table_; }

private:
    TableText(const Table& table, RowFormat format, bool whole, SqlRows source)
        : table_(&table), format_(format), whole_(whole), source_(std::move(source)) {}
    const Table* table_;
    RowFormat format_;
    bool whole_;
    SqlRows source_;
    std::int64_t rows_ = 0;
};

}  // namespace fintool
