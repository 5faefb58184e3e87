// How long to wait for another program that holds the database. One that goes on writing to it
// (another ingest) is waited for as long as it does.
#pragma once

#include <chrono>
#include <functional>

namespace fintool {

struct Patience {
    std::chrono::milliseconds limit = std::chrono::seconds(30);
    // Told while it waits how long it has; false: give up.
    std::function<bool(std::chrono::milliseconds)> goes_on = {};
};

}  // namespace fintool
