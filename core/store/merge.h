// Databases made on several machines -> the one that a single ingest of all their files would have
// made. The inputs are only read. Releases come over whole, with their numbers as they were read;
// companies, labels, derived rows and choices are made anew.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "facts/metrics.h"
#include "facts/reading.h"

namespace fintool {

struct MergeCounts {
    std::size_t inputs = 0, filings = 0;  // of all inputs
    std::size_t stored = 0, known = 0;    // so far; known: in the target, or in two inputs
    std::size_t again = 0;          // read again: a label of the user's own was not known there
    std::size_t not_again = 0;      // should be, but the text or this reader's reading is not there
    std::set<std::string> readers;  // versions that have read what was carried over
};

class Merge {
public:
    using Read = std::function<Reading(std::string_view bytes, const std::vector<OwnLabel>& own)>;
    // Labels of the user's own are taken over at once: releases are read with them. Where inputs
    // disagree about what a person has set, the target stands, then the input named first; such
    // a conflict is one of remarks().
    static Result<Merge> open(const std::vector<std::string>& inputs, const std::string& into,
                              Read read);
    Merge(Merge&&) noexcept;
    Merge& operator=(Merge&&) noexcept;
    ~Merge();  // An open transaction is rolled back.

    // The next release, in the order in which one walk over all files would have found them: so
    // the order of the inputs changes nothing. Commits now and then. False: there are no more.
    Result<bool> carry_next();
    // Commits what is carried, and closes; a later merge of the same goes on from there.
    Status stop();
    // After the last: companies merged and renamed by hand, saved queries; commits and closes.
    Status finish();

    const MergeCounts& counts() const;
    const std::vector<std::string>& remarks() const;
    const std::string& path() const;  // of the release that carry_next() took last

private:
    struct State;
    explicit Merge(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace fintool
