// One open database and its prepared statements: SQL in, rows out. Only for store/: throws
// SQLite::Exception, which the border of the stage (warehouse.cpp, upkeep.cpp) turns into Errors.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "store/binding.h"
#include "store/patience.h"

namespace SQLite {
class Database;
class Statement;
class Exception;
}  // namespace SQLite

namespace fintool {

class Connection {
public:
    enum class Mode { read, write, create };
    Connection(const std::string& path, Mode mode, Patience patience = {});
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Several statements without values: schema, PRAGMA, BEGIN.
    void script(const std::string& sql);
    // `sql` is a literal: its address is the key under which it stays prepared.
    template <class... Values>
    SQLite::Statement& bound(const char* sql, const Values&... values) {
        const Prepared& statement = prepared(sql);
        int index = 0;
        (bind_at(Binding{statement.handle, false}, ++index, values), ...);
        return *statement.statement;
    }
    template <class... Values>
    void run(const char* sql, const Values&... values) {
        each(
            sql, [](const StoredRow&) {}, values...);
    }
    // `read` gets every row.
    template <class Read, class... Values>
    void each(const char* sql, const Read& read, const Values&... values) {
        sqlite3_stmt* const handle = prepared(sql).handle;
        int index = 0;
        (bind_at(Binding{handle, true}, ++index, values), ...);
        while (step(handle)) read(StoredRow(handle));
        finish(handle);
    }
    // The first column of the first row; nothing where there is none or it is NULL.
    template <class... Values>
    std::optional<std::int64_t> integer(const char* sql, const Values&... values) {
        return first_integer(bound(sql, values...));
    }
    template <class... Values>
    std::optional<std::string> text(const char* sql, const Values&... values) {
        return first_text(bound(sql, values...));
    }
    bool in_transaction() const;
    // Forgets prepared statements, so that the schema can change under them.
    void drop_statements();
    SQLite::Database& database() { return *database_; }

private:
    struct Prepared {
        std::unique_ptr<SQLite::Statement> statement;
        sqlite3_stmt* handle = nullptr;  // the same one, for SQLite itself
    };
    const Prepared& prepared(const char* sql);
    bool step(sqlite3_stmt* handle);  // true: it stands on a row
    static void finish(sqlite3_stmt* handle);
    static std::optional<std::int64_t> first_integer(SQLite::Statement& statement);
    static std::optional<std::string> first_text(SQLite::Statement& statement);

    class Wait;
    std::unique_ptr<Wait> wait_;                  // outlives the database
    std::unique_ptr<SQLite::Database> database_;  // outlives the statements
    std::unordered_map<const char*, Prepared> statements_;
};

// "cannot store in fintool.db: database or disk is full; ..." with what to do next.
Error sql_error(const SQLite::Exception& exception, std::string_view doing,
                const std::string& path);

}  // namespace fintool
