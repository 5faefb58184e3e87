// What a Warehouse holds, for the files that implement it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "store/connection.h"
#include "store/database_file.h"
#include "store/release_writer.h"
#include "store/touched.h"
#include "store/warehouse.h"

namespace fintool {

// Behind the header of the file: why this program cannot work with the database, if so.
std::optional<Error> refusal(Connection& connection, const DatabaseFile& file,
                             const std::string& path);

struct Warehouse::State {
    State(const std::string& file, Connection::Mode mode, Patience patience)
        : path(file), connection(file, mode, std::move(patience)) {}

    std::string path;
    Connection connection;
    std::map<std::int64_t, Touched> touched;  // companies of the open batch
    bool in_batch = false;

    // Runs `work`; what it throws is an Error that begins "cannot <doing> <path>".
    Status guarded(const std::string& doing, const std::function<void()>& work);
    // Runs `work` inside of the batch: where it fails, nothing of it is left in the batch.
    Status step(const std::string& doing, const std::function<void()>& work);
    // Reads a release back before it counts as stored.
    void keep(const WrittenRelease& written, const Reading& reading);
    void roll_back();
};

}  // namespace fintool
