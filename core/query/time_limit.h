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
    // No limit where `seconds` is 0 or less. `hard_stop` may be null and must not return. Starting
    // the thread that watches takes a twentieth of a question's time: for SQL of our own, which has
    // no long calls, it starts once the statement has made many steps.
    TimeLimit(sqlite3* db, double seconds, void (*hard_stop)(), bool own_sql);
    TimeLimit(const TimeLimit&) = delete;
    TimeLimit& operator=(const TimeLimit&) = delete;
    ~TimeLimit();

    bool passed() const { return passed_; }

private:
    static int made_many_steps(void* limit);
    void begin();
    void watch();

    sqlite3* db_;
    double seconds_;
    void (*hard_stop_)();
    std::mutex mutex_;
    std::condition_variable wake_;
    bool done_ = false;
    std::atomic<bool> passed_ = false;
    std::thread thread_;
};

}  // namespace fintool
