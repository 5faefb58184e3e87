// The database: the only stage that changes it. A release is stored whole or not at all; the
// derived rows of every company that a batch touches are made anew before the batch commits.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "facts/metrics.h"
#include "facts/reading.h"
#include "store/patience.h"
#include "store/source_text.h"

namespace fintool {

struct Source {
    std::string path;        // as given
    std::string_view bytes;  // after decompression
    std::string sha256;      // of `bytes`, lower-case hex
    // Made by pack_source() where the release is read, which may be another thread; else save()
    // does.
    std::optional<PackedSource> packed;
    bool keep = true;  // false: the bytes are not stored, and trace needs the file
    // fingerprint_of() and check_forms() of the reading, made there, too.
    std::optional<std::string> fingerprint = {};
    std::optional<std::vector<std::string>> check_forms = {};
};

// The first 64 bits of a hash in hex.
std::uint64_t prefix_of(std::string_view sha256);

class Warehouse {
public:
    // Creates the file where there is none and migrates an empty one; refuses a file that is not
    // ours, is corrupt, is older (run fintool migrate) or newer, and leaves it untouched then.
    static Result<Warehouse> open(const std::string& path, Patience patience = {});

    Warehouse(Warehouse&&) noexcept;
    Warehouse& operator=(Warehouse&&) noexcept;
    ~Warehouse();  // An open batch is rolled back.

    Result<bool> knows(std::string_view sha256);
    // The first 64 bits of the hash of every filing, sorted: what is not among them is not known.
    Result<std::vector<std::uint64_t>> known_prefixes();
    Status begin_batch();
    // Within a batch; on an error nothing of this release is left in it.
    Status save(const Reading& reading, const Source& source);
    // As save(), in place of what an earlier reader made of the same bytes.
    Status save_again(const Reading& reading, const Source& source);
    // Within a batch: takes the filings out that `what` names, with all that rests on them. `what`
    // is a path as given to ingest, a file's name, or a hash (eight digits or more). The paths of
    // what is gone; not_found where it names none, invalid_argument where a hash or a name fits
    // files of several paths.
    Result<std::vector<std::string>> forget(std::string_view what);
    // Within a batch: what a person knows better. An empty name gives the company its own again;
    // after a merge, later releases of either are matched to `into`.
    Status rename_company(std::int64_t company_id, std::string_view name);
    Status merge_companies(std::int64_t from, std::int64_t into);
    // Labels of the user's own, for the reader. Within a batch: keeps one in place of an earlier
    // one of the same label and statement; takes it back, and says whether there was one. What is
    // stored is to be read again: filings_that_print, source_of, save_again.
    Result<std::vector<OwnLabel>> own_labels();
    Status map_label(const OwnLabel& label);
    Result<bool> unmap_label(const OwnLabel& label);
    // Filings with a row of this label, compared as labels are; in order.
    Result<std::vector<std::int64_t>> filings_that_print(std::string_view label);
    struct StoredSource {
        std::string path, bytes;
    };
    Result<StoredSource> source_of(std::int64_t filing_id);
    Status commit_batch();
    void roll_back_batch();  // nothing of it is left
    // Makes the file one file again and complete; also run by the destructor, without a report.
    Status close();

private:
    friend class Merge;
    struct State;
    explicit Warehouse(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace fintool
