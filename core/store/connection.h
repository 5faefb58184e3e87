// One open database and its prepared statements: SQL in, rows out. Only for store/: throws
// SQLite::Exception, which the border of the stage (warehouse.cpp, upkeep.cpp) turns into Errors.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "store/patience.h"
#include "value/decimal.h"

namespace SQLite {
class Database;
class Statement;
class Exception;
}  // namespace SQLite

namespace fintool {

// How values are bound. Text is cleaned on its way in (see clean_text.h).
struct OrNull {  // text; an empty one is NULL
    explicit OrNull(std::string_view t) : text(t) {}
    std::string_view text;
};
struct Bytes {
    std::string_view bytes;
};
struct Verbatim {  // our own text, line ends kept
    std::string_view text;
};

void bind_at(SQLite::Statement& statement, int index, std::string_view text);
void bind_at(SQLite::Statement& statement, int index, OrNull text);
void bind_at(SQLite::Statement& statement, int index, Bytes bytes);
void bind_at(SQLite::Statement& statement, int index, Verbatim text);
void bind_at(SQLite::Statement& statement, int index, Decimal value);  // INTEGER where whole
void bind_at(SQLite::Statement& statement, int index, double value);
void bind_at(SQLite::Statement& statement, int index, std::nullptr_t);
void bind_integer(SQLite::Statement& statement, int index, std::int64_t value);
void bind_at(SQLite::Statement& statement, int index, std::integral auto value) {
    bind_integer(statement, index, static_cast<std::int64_t>(value));
}
template <class T>
void bind_at(SQLite::Statement& statement, int index, const std::optional<T>& value) {
    if (value) {
        bind_at(statement, index, *value);
    } else {
        bind_at(statement, index, nullptr);
    }
}

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
        SQLite::Statement& statement = prepared(sql);
        int index = 0;
        (bind_at(statement, ++index, values), ...);
        return statement;
    }
    template <class... Values>
    void run(const char* sql, const Values&... values) {
        finish(bound(sql, values...));
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
    SQLite::Statement& prepared(const char* sql);
    static void finish(SQLite::Statement& statement);
    static std::optional<std::int64_t> first_integer(SQLite::Statement& statement);
    static std::optional<std::string> first_text(SQLite::Statement& statement);

    class Wait;
    std::unique_ptr<Wait> wait_;                  // outlives the database
    std::unique_ptr<SQLite::Database> database_;  // outlives the statements
    std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> statements_;
};

// "cannot store in fintool.db: database or disk is full; ..." with what to do next.
Error sql_error(const SQLite::Exception& exception, std::string_view doing,
                const std::string& path);

}  // namespace fintool
