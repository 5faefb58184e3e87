// fintool ingest: files and folders -> the database, two hundred releases a transaction. Threads
// read ahead (read_ahead.h), one writes, in the order of the files. What cannot be read is said by
// name and does not stop the rest; an interrupt leaves whole releases.
#include "../core/ingest.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <thread>

#include "base/sha256.h"
#include "commands.h"
#include "interrupts.h"
#include "log.h"
#include "query/reader.h"
#include "read_ahead.h"
#include "render/escape.h"
#include "shard.h"
#include "sources.h"
#include "store/warehouse.h"

namespace fintool::app {
namespace {

constexpr std::size_t batch_size = 200;
constexpr std::size_t most_bytes = std::size_t{64} << 20;

struct Counts {
    std::size_t stored = 0, again = 0, known = 0, without = 0, unreadable = 0, skipped = 0;
    std::size_t elsewhere = 0;  // in the share of another machine
    std::size_t all() const { return stored + known + without + unreadable; }
};

std::string summary(const Counts& counts) {
    std::string out;
    const auto add = [&](std::size_t count, const std::string& what) {
        if (count > 0) out += (out.empty() ? "" : ", ") + std::to_string(count) + " " + what;
    };
    add(counts.stored, counts.stored == 1 ? "release stored" : "releases stored");
    add(counts.again, "read again");
    add(counts.known, "already there");
    add(counts.without, "without statements");
    add(counts.unreadable, "unreadable");
    add(counts.skipped, "passed over");
    add(counts.elsewhere, "of other shares");
    return out.empty() ? "nothing to read" : out;
}

// "1234/100000 87/s, 19 min left releases/q3.txt", where stderr is a terminal.
class Progress {
public:
    explicit Progress(std::size_t all) : all_(all) {}

    void show(std::size_t at, const std::string& path) const {
        if (!stderr_is_terminal()) return;
        const std::chrono::duration<double> since = std::chrono::steady_clock::now() - begin_;
        std::string text = std::to_string(at) + "/" + std::to_string(all_) + " ";
        if (since.count() > 1 && at > 1) {
            const double rate = static_cast<double>(at - 1) / since.count();
            const auto left = static_cast<long>(static_cast<double>(all_ - at + 1) / rate);
            text +=
                std::to_string(static_cast<long>(rate)) + "/s, " +
                (left < 100 ? std::to_string(left) + " s" : std::to_string(left / 60) + " min") +
                " left ";
        }
        show_progress(text + path);
    }

private:
    std::size_t all_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

// One ingest: the open database, its batch, and what came of the files so far.
class Ingest {
public:
    Ingest(Warehouse& warehouse, const IngestOptions& options, const Shard& shard)
        : warehouse_(warehouse), again_(options.again), shard_(shard) {
        task_.jobs = options.jobs > 0 ? options.jobs : std::thread::hardware_concurrency();
        task_.keep = !options.no_source;
    }

    // Before anything is read: what is known, and the user's labels.
    Status prepare() {
        auto labels = warehouse_.own_labels();
        if (!labels) return labels.error();
        task_.own_labels = *std::move(labels);
        auto known = warehouse_.known_prefixes();
        if (!known) return known.error();
        known_ = *std::move(known);
        task_.is_wanted = [this](const std::string& sha256) {
            if (!shard_.holds(sha256)) return false;
            return again_ || !std::binary_search(known_.begin(), known_.end(), prefix_of(sha256));
        };
        return Done{};
    }

    void report(const FileList& list) {
        for (const Skipped& file : list.skipped)
            warning(terminal_text(file.path) + ": passed over: " + file.reason);
        for (const Skipped& file : list.missing) {
            warning(terminal_text(file.path) + ": " + file.reason);
        }
        counts_.skipped += list.skipped.size();
        counts_.unreadable += list.missing.size();
    }

    // To the end, or to an interrupt.
    Status store_all(const ReadAhead::Source& source, const Progress& progress) {
        ReadAhead sources(source, task_);
        while (const std::optional<ReadSource> read = sources.next()) {
            progress.show(read->source.file, read->source.path);
            if (read->failure) {
                warning(read->failure->message);
                ++counts_.unreadable;
            } else if (const Status stored = store(*read); !stored) {
                return stored.error();
            }
        }
        return Done{};
    }

    Status finish() {
        if (const Status committed = commit(); !committed) return committed.error();
        return warehouse_.close();
    }

    Status commit() {
        in_batch_ = 0;
        return batch_is_open_ ? (batch_is_open_ = false, warehouse_.commit_batch()) : Done{};
    }

    const Counts& counts() const { return counts_; }

private:
    // Another program may store the same release at the same time: who has begun a batch knows.
    Result<bool> is_known(const std::string& sha256) {
        Result<bool> known = warehouse_.knows(sha256);
        if (!known || batch_is_open_ || (*known && !again_)) return known;
        if (const Status begun = warehouse_.begin_batch(); !begun) return begun.error();
        batch_is_open_ = true;
        return warehouse_.knows(sha256);
    }

    Status store(const ReadSource& read) {
        const SourceBytes& source = read.source;
        if (!shard_.holds(read.sha256)) {
            ++counts_.elsewhere;
            return Done{};
        }
        const Result<bool> known = is_known(read.sha256);
        if (!known) return known.error();
        if (*known && !again_) {
            ++counts_.known;
            return Done{};
        }
        // Not read ahead, because another release's hash begins like this one's.
        std::optional<Reading> late;
        if (!read.reading) late = read_release(source.bytes, task_.own_labels);
        const Reading& reading = read.reading ? *read.reading : *late;
        Source kept{source.path, source.bytes, read.sha256, read.packed, task_.keep};
        if (read.reading) {
            kept.fingerprint = read.fingerprint;
            kept.check_forms = read.check_forms;
        }
        const Status saved =
            *known ? warehouse_.save_again(reading, kept) : warehouse_.save(reading, kept);
        if (!saved) return saved.error();
        count(source, reading, *known);
        return ++in_batch_ < batch_size ? Status(Done{}) : commit();
    }

    void count(const SourceBytes& source, const Reading& reading, bool known) {
        if (reading.filing.status == Filing::Status::read) {
            ++(known ? counts_.again : counts_.stored);
            return;
        }
        const bool unreadable = reading.filing.status == Filing::Status::unreadable;
        ++(unreadable ? counts_.unreadable : counts_.without);
        const std::string reason =
            reading.filing.reason.empty() ? "" : ": " + reading.filing.reason;
        warning(terminal_text(source.path) + ": " + (unreadable ? "unreadable" : "no statements") +
                reason);
    }

    Warehouse& warehouse_;
    bool again_ = false;
    Shard shard_;
    ReadingTask task_;
    std::vector<std::uint64_t> known_;  // sorted
    bool batch_is_open_ = false;
    std::size_t in_batch_ = 0;
    Counts counts_;
};

// Says so after a second; an interrupt ends it.
Patience patience(const std::string& database, const IngestOptions& options) {
    const auto goes_on = [database, said = false](std::chrono::milliseconds waited) mutable {
        if (!said && waited >= std::chrono::seconds(1)) {
            said = true;
            note("waiting for another program that holds " + database);
        }
        return !interrupt_seen;
    };
    return {std::chrono::milliseconds(static_cast<long>(options.wait * 1000)), goes_on};
}

int broken_off(const Error& error) {
    const int code = failure(error);
    return interrupt_seen ? static_cast<int>(interrupted) : code;
}

int finish(Ingest& ingest, const Common& common) {
    if (const Status finished = ingest.finish(); !finished) return broken_off(finished.error());
    note(summary(ingest.counts()) + (interrupt_seen ? "; interrupted" : "") + " (" +
         common.database + ")");
    if (interrupt_seen) return interrupted;
    return ingest.counts().without + ingest.counts().unreadable > 0 ? failed : done;
}

struct StoredSource {
    std::int64_t filing = 0;
    std::string path;
};

Result<std::vector<StoredSource>> stored_sources(const std::string& database) {
    Result<Reader> reader = Reader::open(database);
    if (!reader) return reader.error();
    const Result<ResultSet> found = reader->run(
        "SELECT f.id, f.path FROM filings f JOIN source_texts s ON s.filing_id = f.id WHERE "
        "s.encoding <> 'none' ORDER BY f.id");
    if (!found) return found.error();
    std::vector<StoredSource> out;
    for (const auto& row : found->rows) {
        out.push_back({std::get<std::int64_t>(row[0]), std::get<std::string>(row[1])});
    }
    return out;
}

// Some stored sources, so that a folder's worth is never in memory; `at` moves behind them.
Result<std::vector<SourceBytes>> next_sources(Warehouse& warehouse,
                                              const std::vector<StoredSource>& stored,
                                              std::size_t& at) {
    constexpr std::size_t enough = std::size_t{16} << 20;
    std::vector<SourceBytes> some;
    for (std::size_t bytes = 0; at < stored.size() && some.size() < batch_size && bytes < enough;) {
        auto source = warehouse.source_of(stored[at].filing);
        if (!source) return source.error();
        bytes += source->bytes.size();
        some.push_back({stored[at].path, std::move(source->bytes), at + 1});
        ++at;
    }
    return some;
}

// ingest --again without a path: every stored source with this reader.
int read_again(const Common& common, const IngestOptions& options, const Shard& shard) {
    const Result<std::vector<StoredSource>> stored = stored_sources(common.database);
    if (!stored) return failure(stored.error());
    watch_interrupts();
    Result<Warehouse> warehouse =
        Warehouse::open(common.database, patience(common.database, options));
    if (!warehouse) return broken_off(warehouse.error());
    Ingest ingest(*warehouse, options, shard);
    if (const Status ready = ingest.prepare(); !ready) return broken_off(ready.error());
    const Progress progress(stored->size());
    for (std::size_t at = 0; at < stored->size() && !interrupt_seen;) {
        Result<std::vector<SourceBytes>> some = next_sources(*warehouse, *stored, at);
        if (!some) return failure(some.error());
        std::size_t given = 0;
        const auto source = [&]() -> std::optional<SourceResult> {
            if (given == some->size()) return std::nullopt;
            return std::move((*some)[given++]);
        };
        if (const Status done = ingest.store_all(source, progress); !done)
            return broken_off(done.error());
        if (const Status committed = ingest.commit(); !committed)
            return broken_off(committed.error());
    }
    return finish(ingest, common);
}

}  // namespace

int run_ingest(const Common& common, const IngestOptions& options) {
    if (options.paths.empty() && !options.again) {
        failure("ingest: which files or folders? `fintool ingest releases/` reads a folder");
        return wrong_usage;
    }
    const Result<Shard> shard = read_shard(options.shard);
    if (!shard) {
        failure("ingest: " + shard.error().message);
        return wrong_usage;
    }
    if (options.paths.empty()) return read_again(common, options, *shard);
    const FileList list = list_files(options.paths);
    if (list.files.empty() && !list.missing.empty()) {  // then no database is made either
        for (const Skipped& file : list.missing) {
            failure(terminal_text(file.path) + ": " + file.reason);
        }
        return failed;
    }
    watch_interrupts();
    Result<Warehouse> warehouse =
        Warehouse::open(common.database, patience(common.database, options));
    if (!warehouse) return broken_off(warehouse.error());
    Ingest ingest(*warehouse, options, *shard);
    if (const Status ready = ingest.prepare(); !ready) return broken_off(ready.error());
    ingest.report(list);
    SourceStream files(list.files, most_bytes);
    const auto source = [&] { return files.next(); };
    if (const Status done = ingest.store_all(source, Progress(list.files.size())); !done)
        return broken_off(done.error());
    return finish(ingest, common);
}

}  // namespace fintool::app
