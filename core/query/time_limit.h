// Ends a statement that takes too long: an interrupt at the limit, a hard stop a second later.
// printf('%.*c', 900000000, 'x') runs for seconds inside one call, where no interrupt is looked at.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

struct sqlite3;

namespace fintool {

class TimeLimit {
public:
    // No limit where `seconds` is 0 or less. `hard_stop` may be null and must not return.
    TimeLimit(sqlite3* db, double seconds, void (*hard_stop)());
    TimeLimit(const TimeLimit&) = delete;
    TimeLimit& operator=(const TimeLimit&) = delete;
    ~TimeLimit();

    bool passed() const { return passed_; }

private:
    void watch(sqlite3* db, double seconds, void (*hard_stop)());

    std::mutex mutex_;
    std::condition_variable wake_;
    bool done_ = false;
    std::atomic<bool> passed_ = false;
    std::thread thread_;
};

}  // namespace fintool
