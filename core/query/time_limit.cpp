// The watching thread. See the header.
#include "query/time_limit.h"

#include <sqlite3.h>

#include <chrono>

namespace fintool {

namespace {
constexpr int many_steps = 100'000;  // of SQLite's machine: a few milliseconds
}  // namespace

TimeLimit::TimeLimit(sqlite3* db, double seconds, void (*hard_stop)(), bool own_sql)
    : db_(db), seconds_(seconds), hard_stop_(hard_stop) {
    if (seconds <= 0) return;
    if (own_sql) {
        sqlite3_progress_handler(db, many_steps, &TimeLimit::made_many_steps, this);
    } else {
        begin();
    }
}

TimeLimit::~TimeLimit() {
    sqlite3_progress_handler(db_, 0, nullptr, nullptr);
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        done_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

int TimeLimit::made_many_steps(void* limit) {
    auto* const self = static_cast<TimeLimit*>(limit);
    if (!self->thread_.joinable()) self->begin();
    return 0;  // go on
}

void TimeLimit::begin() {
    thread_ = std::thread([this] { watch(); });
}

void TimeLimit::watch() {
    std::unique_lock lock(mutex_);
    const auto done = [this] { return done_; };
    if (wake_.wait_for(lock, std::chrono::duration<double>(seconds_), done)) return;
    passed_ = true;
    sqlite3_interrupt(db_);
    if (wake_.wait_for(lock, std::chrono::seconds(1), done)) return;
    if (hard_stop_) hard_stop_();
}

}  // namespace fintool
