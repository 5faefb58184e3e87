// A database connection and how values are bound to its statements.
#include "store/connection.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <cassert>
#include <thread>

namespace fintool {
namespace {

// A file called "file:x.db" or ":memory:" is a file all the same: Debian's SQLite reads such names
// as URIs and as no file at all.
std::string plain_name(const std::string& path) {
    const bool special = path.starts_with("file:") || path.starts_with(":");
    return special ? "./" + path : path;
}

int open_flags(Connection::Mode mode) {
    if (mode == Connection::Mode::read) return SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX;
    const int write = SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX;
    return mode == Connection::Mode::create ? write | SQLite::OPEN_CREATE : write;
}

using Clock = std::chrono::steady_clock;

}  // namespace

// SQLite asks each time that it finds the file locked; `count` begins at 0 with each wait.
class Connection::Wait {
public:
    Wait(std::string path, Patience patience)
        : path_(std::move(path)), patience_(std::move(patience)) {}

    static int asked(void* wait, int count) { return static_cast<Wait*>(wait)->go_on(count); }

private:
    int go_on(int count) {
        const Clock::time_point now = Clock::now();
        const auto state = state_of_file();
        if (count == 0) begin_ = now;
        if (count == 0 || state != state_) last_change_ = now;
        state_ = state;
        const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(now - begin_);
        if (patience_.goes_on && !patience_.goes_on(waited)) return 0;
        if (now - last_change_ > patience_.limit) return 0;
        std::this_thread::sleep_for(std::chrono::milliseconds(count < 10 ? 1 : 20));
        return 1;
    }

    // Another ingest changes its size or the time of its last change with each batch.
    std::pair<std::int64_t, std::int64_t> state_of_file() const {
        struct stat info {};
        if (stat(path_.c_str(), &info) != 0) return {};
        return {info.st_size,
                info.st_mtim.tv_sec * std::int64_t{1000000000} + info.st_mtim.tv_nsec};
    }

    std::string path_;
    Patience patience_;
    Clock::time_point begin_, last_change_;
    std::pair<std::int64_t, std::int64_t> state_;
};

Connection::Connection(const std::string& path, Mode mode, Patience patience)
    : wait_(std::make_unique<Wait>(path, std::move(patience))),
      database_(std::make_unique<SQLite::Database>(plain_name(path), open_flags(mode))) {
    sqlite3_busy_handler(database_->getHandle(), &Wait::asked, wait_.get());
}

Connection::~Connection() = default;

void Connection::script(const std::string& sql) { database_->exec(sql); }

void Connection::drop_statements() { statements_.clear(); }

bool Connection::in_transaction() const {
    return sqlite3_get_autocommit(database_->getHandle()) == 0;
}

const Connection::Prepared& Connection::prepared(const char* sql) {
    Prepared& prepared = statements_[sql];
    if (!prepared.statement) {
        prepared.statement = std::make_unique<SQLite::Statement>(*database_, sql);
        // SQLiteCpp keeps the handle to itself; SQLite lists the newest statement first.
        prepared.handle = sqlite3_next_stmt(database_->getHandle(), nullptr);
        assert(std::string_view(sqlite3_sql(prepared.handle)) == sql);
    } else {
        prepared.statement->tryReset();  // the error of the last run was reported then
    }
    return prepared;
}

bool Connection::step(sqlite3_stmt* handle) {
    const int code = sqlite3_step(handle);
    if (code == SQLITE_ROW || code == SQLITE_DONE) return code == SQLITE_ROW;
    const SQLite::Exception failed(database_->getHandle(), code);
    finish(handle);
    throw failed;
}

void Connection::finish(sqlite3_stmt* handle) { sqlite3_reset(handle); }

std::optional<std::int64_t> Connection::first_integer(SQLite::Statement& statement) {
    std::optional<std::int64_t> value;
    if (statement.executeStep() && !statement.getColumn(0).isNull()) {
        value = statement.getColumn(0).getInt64();
    }
    statement.reset();
    return value;
}

std::optional<std::string> Connection::first_text(SQLite::Statement& statement) {
    std::optional<std::string> value;
    if (statement.executeStep() && !statement.getColumn(0).isNull()) {
        value = statement.getColumn(0).getString();
    }
    statement.reset();
    return value;
}

Error sql_error(const SQLite::Exception& exception, std::string_view doing,
                const std::string& path) {
    std::string message = "cannot " + std::string(doing) + " " + path + ": " + exception.what();
    switch (exception.getErrorCode()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {Error::Code::busy, message + "; another program holds it: end that, try again"};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {Error::Code::schema, message + "; restore a backup, or ingest into a new file"};
        case SQLITE_FULL: return {Error::Code::io, message + "; make room, then ingest again"};
        case SQLITE_IOERR:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return {Error::Code::io, message + "; see that file and folder can be written"};
        default: return {Error::Code::sql, message};
    }
}

}  // namespace fintool
