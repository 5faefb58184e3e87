// Taking filings out of the warehouse again.
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "store/release_writer.h"
#include "store/warehouse_state.h"

namespace fintool {
namespace {

struct FoundFiling {
    std::int64_t id = 0, company_id = 0;
    std::string path;
};

std::vector<FoundFiling> read_filings(SQLite::Statement& rows) {
    std::vector<FoundFiling> found;
    while (rows.executeStep()) {
        found.push_back({rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64(),
                         rows.getColumn(2).getString()});
    }
    return found;
}

bool is_hash(std::string_view text) {
    const auto hex = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); };
    return text.size() >= 8 && text.size() <= 64 && std::all_of(text.begin(), text.end(), hex);
}

// The whole path, else the hash, else the file's name.
std::vector<FoundFiling> find_filings(Connection& connection, std::string_view what) {
    auto found = read_filings(connection.bound(
        "SELECT id, ifnull(company_id, 0), path FROM filings WHERE path = ? ORDER BY id", what));
    if (found.empty() && is_hash(what)) {
        found =
            read_filings(connection.bound("SELECT id, ifnull(company_id, 0), path FROM filings"
                                          " WHERE substr(sha256, 1, length(?1)) = ?1 ORDER BY id",
                                          what));
    }
    if (!found.empty()) return found;
    return read_filings(
        connection.bound("SELECT id, ifnull(company_id, 0), path FROM filings"
                         " WHERE substr(path, -length(?1) - 1) = '/' || ?1 ORDER BY id",
                         what));
}

}  // namespace

Result<std::vector<std::string>> Warehouse::forget(std::string_view what) {
    std::vector<std::string> gone;
    std::set<std::string> paths;
    auto status = state_->step("forget " + std::string(what) + " in", [&] {
        const auto filings = find_filings(state_->connection, what);
        for (const FoundFiling& filing : filings) paths.insert(filing.path);
        if (paths.size() != 1) return;
        for (const FoundFiling& filing : filings) {
            delete_release(state_->connection, filing.id, filing.company_id);
            gone.push_back(filing.path);
            if (filing.company_id != 0) state_->touched[filing.company_id].filing_gone = true;
        }
    });
    if (!status) return std::move(status).error();
    if (paths.empty()) {
        return Error{Error::Code::not_found, "no filing " + std::string(what) + " in " +
                                                 state_->path + ": fintool status lists them"};
    }
    if (paths.size() > 1) {
        std::string list;
        for (const std::string& path : paths) list += "\n  " + path;
        return Error{Error::Code::invalid_argument,
                     std::string(what) + " fits several filings; name one:" + list};
    }
    return gone;
}

}  // namespace fintool
