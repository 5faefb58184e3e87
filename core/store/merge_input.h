// A database that is merged into another: opened for reading alone, as it is at this moment; its
// releases in the order in which they were stored.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/connection.h"
#include "store/saved_query.h"
#include "store/source_text.h"

namespace fintool {

struct StoredFiling {
    std::int64_t id = 0;
    std::string path, sha256, reader_version;
    bool kept = false;  // its text is there
};

// By label as compared and statement, as the table own_labels has them.
struct OwnMeaning {
    std::string metric, printed;
};
using OwnMeanings = std::map<std::pair<std::string, std::string>, OwnMeaning>;
OwnMeanings read_meanings_of(Connection& connection);

class MergeInput {
public:
    // Refuses what is not there, is not ours, is damaged, or has another schema than this program.
    static Result<std::unique_ptr<MergeInput>> open(const std::string& path);

    const std::string& path() const { return path_; }
    Connection& connection() { return connection_; }
    // Nothing after the last.
    const std::optional<StoredFiling>& head() const { return head_; }
    void next();
    std::int64_t filings();

    // Labels, as compared, that mean something else here than in `others`.
    std::set<std::string> other_labels(const OwnMeanings& others);
    bool prints_any(std::int64_t filing_id, const std::set<std::string>& labels);
    Result<PackedSource> text_of(std::int64_t filing_id);
    std::vector<SavedQuery> saved_queries();  // the user's own

private:
    explicit MergeInput(const std::string& path) : path_(path), connection_(path, mode) {}
    static constexpr auto mode = Connection::Mode::read;

    std::string path_;
    Connection connection_;
    SQLite::Statement* filings_ = nullptr;  // the rest of them, after the head
    std::optional<StoredFiling> head_;
};

}  // namespace fintool
