// The threads and the queue between them: see the header.
#include "read_ahead.h"

#include <csignal>
#include <system_error>
#include <utility>

#include "../core/ingest.h"
#include "base/sha256.h"
#include "interrupts.h"
#include "store/check_form.h"
#include "store/fingerprint.h"

namespace fintool::app {
namespace {

// A reading takes some twenty times the room of its document: so little is read ahead, and still
// enough to go on with while a batch is committed.
constexpr std::uint64_t most_ahead = 128;
constexpr std::size_t most_bytes_ahead = std::size_t{4} << 20;

// Signals are for the thread that writes: it looks for them between two releases.
class SignalsHeld {
public:
    SignalsHeld() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

private:
    sigset_t before_{};
};

}  // namespace

ReadAhead::ReadAhead(Source source, ReadingTask task)
    : source_(std::move(source)), task_(std::move(task)) {
    if (task_.jobs > 1) start_threads();
}

// Where the system gives fewer threads than asked for, those do; where it gives none, next() reads.
void ReadAhead::start_threads() {
    const SignalsHeld held;
    try {
        while (threads_.size() < task_.jobs) threads_.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
    }
}

ReadAhead::~ReadAhead() {
    {
        const std::lock_guard lock(state_);
        stopped_ = true;
    }
    room_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

bool ReadAhead::has_room() const {
    return taken_ == given_ || (taken_ - given_ < most_ahead && bytes_ahead_ < most_bytes_ahead);
}

std::optional<SourceResult> ReadAhead::take(std::uint64_t& number) {
    const std::lock_guard one_at_a_time(taking_);
    {
        std::unique_lock lock(state_);
        room_.wait(lock, [&] { return stopped_ || ended_ || has_room(); });
        if (stopped_ || ended_) return std::nullopt;
    }
    std::optional<SourceResult> source;
    std::exception_ptr thrown;
    try {
        source = source_();
    } catch (...) {
        thrown = std::current_exception();
    }
    const std::lock_guard lock(state_);
    if (thrown) done_[taken_++].thrown = thrown;
    if (!source) {
        ended_ = true;
        ready_.notify_all();
        return std::nullopt;
    }
    number = taken_++;
    if (*source) bytes_ahead_ += (*source)->bytes.size();
    return source;
}

ReadAhead::Slot ReadAhead::read(SourceResult source) const {
    Slot slot;
    if (!source) {
        slot.read.failure = source.error();
        return slot;
    }
    ReadSource& read = slot.read;
    read.source = *std::move(source);
    slot.bytes = read.source.bytes.size();
    read.sha256 = sha256_hex(read.source.bytes);
    if (!task_.is_wanted(read.sha256)) return slot;
    read.reading = read_release(read.source.bytes, task_.own_labels);
    read.fingerprint = fingerprint_of(*read.reading);
    read.check_forms = check_forms(*read.reading);
    if (task_.keep) read.packed = pack_source(read.source.bytes);
    return slot;
}

void ReadAhead::work() {
    for (;;) {
        std::uint64_t number = 0;
        std::optional<SourceResult> source = take(number);
        if (!source) return;
        const std::size_t bytes = *source ? (*source)->bytes.size() : 0;
        Slot slot;
        try {
            slot = read(*std::move(source));
        } catch (...) {  // memory is out: whoever writes is to hear of it
            slot.bytes = bytes;
            slot.thrown = std::current_exception();
        }
        const std::lock_guard lock(state_);
        done_.emplace(number, std::move(slot));
        ready_.notify_all();
    }
}

std::optional<ReadSource> ReadAhead::next() {
    if (interrupt_seen) return std::nullopt;
    if (threads_.empty()) {
        std::optional<SourceResult> source = source_();
        if (!source || interrupt_seen) return std::nullopt;
        return read(*std::move(source)).read;
    }
    std::unique_lock lock(state_);
    // A signal wakes nobody who waits for another thread: it is looked for now and then.
    constexpr auto glance = std::chrono::milliseconds(50);
    while (!done_.contains(given_)) {
        if (interrupt_seen || (ended_ && given_ == taken_)) return std::nullopt;
        ready_.wait_for(lock, glance);
    }
    Slot slot = std::move(done_.extract(given_).mapped());
    ++given_;
    bytes_ahead_ -= slot.bytes;
    lock.unlock();
    room_.notify_one();
    if (slot.thrown) std::rethrow_exception(slot.thrown);
    return std::move(slot.read);
}

}  // namespace fintool::app
