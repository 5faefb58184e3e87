// One read transaction on a connection of its own. See the header.
#include "query/snapshot.h"

#include <sqlite3.h>

#include "query/reader.h"

namespace fintool {
namespace {

constexpr int busy_milliseconds = 30000;

Error failed(sqlite3* db, const std::string& doing) {
    const int code = sqlite3_errcode(db) & 0xff;
    std::string message = doing + ": " + sqlite3_errmsg(db);
    if (code == SQLITE_BUSY) {
        return {Error::Code::busy, message + "; it is being written: try again when that ended"};
    }
    if (code == SQLITE_CORRUPT) return {Error::Code::schema, message + "; see fintool verify"};
    if (code == SQLITE_FULL || code == SQLITE_IOERR) {
        message += "; see that the disk has room for temporary files (SQLITE_TMPDIR)";
        return {Error::Code::io, message};
    }
    return {Error::Code::sql, message};
}

}  // namespace

void SqlRows::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Snapshot::Close::operator()(sqlite3* db) const { sqlite3_close_v2(db); }

void SqlRows::bind(int index, std::int64_t number) {
    sqlite3_bind_int64(statement_.get(), index, number);
}

void SqlRows::bind(int index, std::string_view text) {
    sqlite3_bind_text64(statement_.get(), index, text.data(), text.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

Result<bool> SqlRows::next() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) {
        return failed(sqlite3_db_handle(statement_.get()), "cannot read the database");
    }
    sqlite3_reset(statement_.get());
    return false;
}

std::size_t SqlRows::columns() const {
    return static_cast<std::size_t>(sqlite3_column_count(statement_.get()));
}

SqlCell SqlRows::at(std::size_t column) const {
    sqlite3_stmt* const row = statement_.get();
    const int i = static_cast<int>(column);
    SqlCell cell;
    const int type = sqlite3_column_type(row, i);
    if (type == SQLITE_NULL) return cell;
    if (type == SQLITE_INTEGER) {
        cell.kind = SqlCell::Kind::integer;
        cell.integer = sqlite3_column_int64(row, i);
    } else if (type == SQLITE_FLOAT) {
        cell.kind = SqlCell::Kind::real;
        cell.real = sqlite3_column_double(row, i);
    } else {
        cell.kind = type == SQLITE_TEXT ? SqlCell::Kind::text : SqlCell::Kind::blob;
        const void* bytes = sqlite3_column_blob(row, i);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, i));
        if (bytes) cell.bytes = {static_cast<const char*>(bytes), size};
    }
    return cell;
}

std::string SqlRows::text(std::size_t column) const { return std::string(at(column).bytes); }

Result<Snapshot> Snapshot::open(const std::string& path) {
    if (const Result<Reader> ours = Reader::open(path); !ours) return ours.error();
    const bool special = path.starts_with("file:") || path.starts_with(":");
    const std::string plain = special ? "./" + path : path;
    sqlite3* db = nullptr;
    const int code =
        sqlite3_open_v2(plain.c_str(), &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    Snapshot snapshot;
    snapshot.db_.reset(db);
    if (code != SQLITE_OK) return failed(db, path);
    sqlite3_busy_timeout(db, busy_milliseconds);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // The transaction begins with the first page that is read.
    const Status begun = snapshot.run(
        "PRAGMA cache_size = -65536; BEGIN; CREATE TEMP TABLE opened AS"
        " SELECT count(*) AS tables FROM sqlite_master");
    if (!begun) return begun.error();
    return snapshot;
}

Result<SqlRows> Snapshot::rows(const std::string& sql) {
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(db_.get(), sql.c_str(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    SqlRows rows;
    rows.statement_.reset(made);
    if (code != SQLITE_OK) return failed(db_.get(), "SQL: " + sql);
    return rows;
}

Status Snapshot::run(const std::string& sql) {
    if (sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return failed(db_.get(), "cannot read the database");
    }
    return Done{};
}

}  // namespace fintool
