// The watching thread. See the header.
#include "query/time_limit.h"

#include <sqlite3.h>

#include <chrono>

namespace fintool {

TimeLimit::TimeLimit(sqlite3* db, double seconds, void (*hard_stop)()) {
    if (seconds <= 0) return;
    thread_ = std::thread([this, db, seconds, hard_stop] { watch(db, seconds, hard_stop); });
}

TimeLimit::~TimeLimit() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        done_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void TimeLimit::watch(sqlite3* db, double seconds, void (*hard_stop)()) {
    std::unique_lock lock(mutex_);
    const auto done = [this] { return done_; };
    if (wake_.wait_for(lock, std::chrono::duration<double>(seconds), done)) return;
    passed_ = true;
    sqlite3_interrupt(db);
    if (wake_.wait_for(lock, std::chrono::seconds(1), done)) return;
    if (hard_stop) hard_stop();
}

}  // namespace fintool
