// fintool ingest: files and folders -> the database, a hundred releases a transaction. What cannot
// be read is said by name and does not stop the rest; an interrupt leaves whole releases.
#include "../core/ingest.h"

#include "base/sha256.h"
#include "commands.h"
#include "interrupts.h"
#include "log.h"
#include "query/reader.h"
#include "shard.h"
#include "sources.h"
#include "store/warehouse.h"

namespace fintool::app {
namespace {

constexpr std::size_t batch_size = 100;
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

// One ingest: the open database, its batch, and what came of the files so far.
class Ingest {
public:
    Ingest(Warehouse& warehouse, bool again, bool keep, Shard shard = {})
        : warehouse_(warehouse), again_(again), keep_(keep), shard_(shard) {
        if (auto labels = warehouse.own_labels()) own_labels_ = *std::move(labels);
    }

    void report(const FileList& list) {
        for (const Skipped& file : list.skipped)
            warning(file.path + ": passed over: " + file.reason);
        for (const Skipped& file : list.missing) warning(file.path + ": " + file.reason);
        counts_.skipped += list.skipped.size();
        counts_.unreadable += list.missing.size();
    }

    Status read_file(const std::string& path) {
        const Result<std::vector<SourceBytes>> sources = read_sources(path, most_bytes);
        if (!sources) {
            warning(sources.error().message);
            ++counts_.unreadable;
            return Done{};
        }
        for (const SourceBytes& source : *sources) {
            if (const Status stored = store(source); !stored) return stored.error();
            if (interrupt_seen) break;
        }
        return Done{};
    }

    Status finish() {
        if (const Status committed = commit(); !committed) return committed.error();
        return warehouse_.close();
    }

    Status commit() {
        if (in_batch_ == 0) return Done{};
        in_batch_ = 0;
        return warehouse_.commit_batch();
    }

    const Counts& counts() const { return counts_; }

    Status store(const SourceBytes& source) {
        const std::string sha256 = sha256_hex(source.bytes);
        if (!shard_.holds(sha256)) {
            ++counts_.elsewhere;
            return Done{};
        }
        const Result<bool> known = warehouse_.knows(sha256);
        if (!known) return known.error();
        if (*known && !again_) {
            ++counts_.known;
            return Done{};
        }
        const Reading reading = read_release(source.bytes, own_labels_);
        if (in_batch_ == 0) {
            if (const Status begun = warehouse_.begin_batch(); !begun) return begun.error();
        }
        const Source kept{source.path, source.bytes, sha256,
                          keep_ ? std::optional(pack_source(source.bytes)) : std::nullopt, keep_};
        const Status saved =
            *known ? warehouse_.save_again(reading, kept) : warehouse_.save(reading, kept);
        if (!saved) return saved.error();
        count(source, reading, *known);
        return ++in_batch_ < batch_size ? Status(Done{}) : commit();
    }

private:
    void count(const SourceBytes& source, const Reading& reading, bool known) {
        if (reading.filing.status == Filing::Status::read) {
            ++(known ? counts_.again : counts_.stored);
            return;
        }
        const bool unreadable = reading.filing.status == Filing::Status::unreadable;
        ++(unreadable ? counts_.unreadable : counts_.without);
        const std::string reason =
            reading.filing.reason.empty() ? "" : ": " + reading.filing.reason;
        warning(source.path + ": " + (unreadable ? "unreadable" : "no statements") + reason);
    }

    Warehouse& warehouse_;
    bool again_ = false;
    bool keep_ = true;  // the texts
    Shard shard_;
    std::vector<OwnLabel> own_labels_;
    std::size_t in_batch_ = 0;
    Counts counts_;
};

int finish(Ingest& ingest, const Common& common) {
    if (const Status finished = ingest.finish(); !finished) return failure(finished.error());
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

// ingest --again without a path: every stored source with this reader. A batch's sources are taken
// out before it begins, because a writer may lock readers out.
int read_again(const Common& common, const Shard& shard) {
    const Result<std::vector<StoredSource>> stored = stored_sources(common.database);
    if (!stored) return failure(stored.error());
    Result<Warehouse> warehouse = Warehouse::open(common.database);
    if (!warehouse) return failure(warehouse.error());
    watch_interrupts();
    Ingest ingest(*warehouse, true, true, shard);
    for (std::size_t at = 0; at < stored->size() && !interrupt_seen;) {
        std::vector<SourceBytes> batch;
        for (; at < stored->size() && batch.size() < batch_size; ++at) {
            const StoredSource& source = (*stored)[at];
            Result<std::string> bytes = read_source(common.database, source.filing);
            if (!bytes) return failure(bytes.error());
            batch.push_back({source.path, std::move(*bytes)});
        }
        for (const SourceBytes& source : batch) {
            if (interrupt_seen) break;
            show_progress(std::to_string(at) + "/" + std::to_string(stored->size()) + " " +
                          source.path);
            if (const Status done = ingest.store(source); !done) return failure(done.error());
        }
        if (const Status committed = ingest.commit(); !committed) return failure(committed.error());
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
    if (options.paths.empty()) return read_again(common, *shard);
    const FileList list = list_files(options.paths);
    if (list.files.empty() && !list.missing.empty()) {  // then no database is made either
        for (const Skipped& file : list.missing) failure(file.path + ": " + file.reason);
        return failed;
    }
    Result<Warehouse> warehouse = Warehouse::open(common.database);
    if (!warehouse) return failure(warehouse.error());
    watch_interrupts();
    Ingest ingest(*warehouse, options.again, !options.no_source, *shard);
    ingest.report(list);
    std::size_t at = 0;
    for (const std::string& path : list.files) {
        if (interrupt_seen) break;
        show_progress(std::to_string(++at) + "/" + std::to_string(list.files.size()) + " " + path);
        if (const Status stored = ingest.read_file(path); !stored) return failure(stored.error());
    }
    return finish(ingest, common);
}

}  // namespace fintool::app
