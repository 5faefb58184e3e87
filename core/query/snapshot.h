// A database read as a whole: one read-only transaction, so that all tables are of one moment, and
// rows one after the other, so that no table need fit into memory. For SQL of our own only; what
// users ask goes through Reader.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace fintool {

struct SqlCell {
    enum class Kind { null, integer, real, text, blob };
    Kind kind = Kind::null;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view bytes;  // of text and blob; gone with the next row
};

// The rows of one prepared statement; may be run again with other numbers.
class SqlRows {
public:
    // Parameters ?1, ?2, ... from the next row on.
    void bind(int index, std::int64_t number);
    void bind(int index, std::string_view text);
    // False behind the last row, whereafter the statement can be bound anew.
    Result<bool> next();
    std::size_t columns() const;
    SqlCell at(std::size_t column) const;
    std::string text(std::size_t column) const;  // empty where it is none
    std::int64_t integer(std::size_t column) const { return at(column).integer; }

private:
    friend class Snapshot;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Snapshot {
public:
    // Refuses what Reader::open() refuses. While it is open, writers wait for it at their end.
    static Result<Snapshot> open(const std::string& path);
    Result<SqlRows> rows(const std::string& sql);
    Status run(const std::string& sql);  // temporary tables, which no one else sees

private:
    struct Close {
        void operator()(sqlite3* db) const;
    };
    std::unique_ptr<sqlite3, Close> db_;
};

}  // namespace fintool
