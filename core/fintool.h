// fintool for other C++ programs: releases go in as bytes, questions come back as rows. This header
// and the two that it includes are what is installed; the rest of core may change with any version.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/result_set.h"

namespace fintool {

struct ReleaseBytes {
    std::string name;        // the column `file` of answers: a path, an address
    std::string_view bytes;  // of the release, not compressed
};

struct IngestCounts {
    std::size_t stored = 0;              // with statements
    std::size_t known = 0;               // the same bytes were there: nothing is changed
    std::size_t without_statements = 0;  // kept, so that they are known the next time
    std::size_t unreadable = 0;          // no text
};

// A database and what `fintool ingest` and `fintool query` do with it. For one thread at a time;
// other threads and programs may ask the same file.
class Database {
public:
    // Makes the file where there is none; refuses one that is not fintool's.
    static Result<Database> open(const std::string& path);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    // In one transaction: all of them, or on an error none.
    Result<IngestCounts> ingest(const std::vector<ReleaseBytes>& releases);

    // A question ("revenue by quarter"), a canned query's name, or SQL that only reads.
    // `seconds`: the time limit of a statement, 0 for none.
    Result<ResultSet> ask(std::string_view question, double seconds = 10);

private:
    struct State;
    explicit Database(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// An answer as text: aligned for people, or for programs.
std::string as_table(const ResultSet& answer);
std::string as_csv(const ResultSet& answer);
std::string as_json(const ResultSet& answer);

// "fintool 0.1.0 (SQLite 3.40.1, schema 1)"
std::string version_text();

}  // namespace fintool
