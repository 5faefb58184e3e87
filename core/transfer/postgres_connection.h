// One session with a PostgreSQL server (libpq): statements, rows as text, COPY. Every error says
// what failed, where, and what to do next; passwords stand in none of them. A program that was
// built without libpq says so when a session is asked for.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct pg_conn;

namespace fintool {

// postgresql://... or postgres://...
bool is_postgres_url(std::string_view target);
// Without its password; what is no URL that can be read: "postgresql://...".
std::string without_password(std::string_view url);

class PostgresConnection {
public:
    static Result<PostgresConnection> open(const std::string& url);

    // One statement or several; `doing` is for the error: "make the tables".
    Status run(const std::string& sql, const std::string& doing);
    using Rows = std::vector<std::vector<std::string>>;  // NULL is empty
    Result<Rows> rows(const std::string& sql, const std::string& doing);
    // COPY ... FROM STDIN, its text piece by piece, its end.
    Status begin_copy(const std::string& sql, const std::string& doing);
    Status copy(std::string_view bytes, const std::string& doing);
    Status end_copy(const std::string& doing);

    const std::string& name() const { return name_; }  // the URL without its password

private:
    struct Finish {
        void operator()(pg_conn* connection) const;
    };
    PostgresConnection() = default;
    Error failed(const std::string& doing, const std::string& state, std::string message) const;
    Error connection_error(const std::string& doing) const;

    std::unique_ptr<pg_conn, Finish> connection_;
    std::string name_, password_;
};

}  // namespace fintool
