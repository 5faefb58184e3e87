// Sources one after another -> the same sources with their readings, in the same order, read ahead
// on several threads: a few documents at a time, never a folder. Nothing is stored here.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "facts/metrics.h"
#include "sources.h"
#include "store/warehouse.h"

namespace fintool::app {

struct ReadSource {
    SourceBytes source;
    std::optional<Error> failure;    // the file could not be read: there are no bytes
    std::string sha256;              // of the bytes
    std::optional<Reading> reading;  // none where it was not wanted
    std::optional<PackedSource> packed;
    std::string fingerprint;
    std::vector<std::string> check_forms;
};

struct ReadingTask {
    unsigned jobs = 1;  // 1: all is done in next(), without a thread
    bool keep = true;   // the text, so that it is to be packed
    std::vector<OwnLabel> own_labels;
    std::function<bool(const std::string& sha256)> is_wanted;  // asked by several threads
};

class ReadAhead {
public:
    // Asked by one thread at a time; nothing at the end.
    using Source = std::function<std::optional<SourceResult>()>;

    ReadAhead(Source source, ReadingTask task);
    ~ReadAhead();  // What was read ahead is dropped.
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    // Nothing at the end, or after an interrupt.
    std::optional<ReadSource> next();

private:
    struct Slot {
        ReadSource read;
        std::size_t bytes = 0;
        std::exception_ptr thrown;
    };
    void start_threads();
    void work();
    std::optional<SourceResult> take(std::uint64_t& number);
    Slot read(SourceResult source) const;
    bool has_room() const;

    Source source_;
    ReadingTask task_;
    std::vector<std::thread> threads_;
    std::mutex taking_;  // held while a source is taken, so that numbers are in its order
    std::mutex state_;   // of all below
    std::condition_variable room_, ready_;
    std::map<std::uint64_t, Slot> done_;
    std::uint64_t taken_ = 0, given_ = 0;
    std::size_t bytes_ahead_ = 0;
    bool ended_ = false, stopped_ = false;
};

}  // namespace fintool::app
