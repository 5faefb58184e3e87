// The guarded connection: opening it, and running one statement on it. See the header.
#include "query/reader.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/embedded.h"
#include "base/text.h"
#include "query/guard.h"
#include "query/sql_text.h"
#include "query/time_limit.h"
#include "store/database_file.h"

namespace fintool {
namespace {

constexpr std::size_t most_bytes = 512u << 20;  // of an answer, in memory
constexpr int our_application_id = 0x46494E54;  // "FINT"

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

Error sql_error(sqlite3* db, std::string_view sql) {
    const int code = sqlite3_errcode(db);
    const int at = sqlite3_error_offset(db);
    std::string message = sqlite3_errmsg(db);
    if (code == SQLITE_AUTH) {
        message += ": a question may read only (SELECT, WITH, EXPLAIN, VALUES)";
    }
    if (code == SQLITE_BUSY) {
        return {Error::Code::busy, "the database is being written: try again when that has ended"};
    }
    const bool text_is_wrong = code == SQLITE_ERROR || code == SQLITE_AUTH;
    if (at >= 0) message += with_caret(sql, static_cast<std::size_t>(at));
    return {text_is_wrong ? Error::Code::invalid_argument : Error::Code::sql, "SQL: " + message};
}

SqlValue value_at(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(statement, column)};
        case SQLITE_FLOAT: return sqlite3_column_double(statement, column);
        case SQLITE_NULL: return std::monostate{};
        default: break;
    }
    const void* bytes = sqlite3_column_blob(statement, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
    return bytes ? std::string(static_cast<const char*>(bytes), size) : std::string();
}

int bind(sqlite3_stmt* statement, int index, const SqlValue& value) {
    if (const auto* i = std::get_if<std::int64_t>(&value)) {
        return sqlite3_bind_int64(statement, index, *i);
    }
    if (const auto* d = std::get_if<double>(&value)) {
        return sqlite3_bind_double(statement, index, *d);
    }
    if (const auto* s = std::get_if<std::string>(&value)) {
        return sqlite3_bind_text64(statement, index, s->data(), s->size(), SQLITE_TRANSIENT,
                                   SQLITE_UTF8);
    }
    return sqlite3_bind_null(statement, index);
}

// A value for what the statement does not ask is a slip: left out in silence, all the companies
// would stand where one was asked for.
Status nothing_is_left_over(sqlite3_stmt* statement, const std::vector<SqlParameter>& parameters) {
    std::vector<std::string> known;
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        known.emplace_back(sqlite3_bind_parameter_name(statement, i) + 1);
    }
    for (const SqlParameter& given : parameters) {
        if (std::count(known.begin(), known.end(), given.name) > 0) continue;
        std::string names;
        for (const std::string& name : known) names += (names.empty() ? " :" : ", :") + name;
        return Error{Error::Code::invalid_argument,
                     "SQL: there is no parameter :" + given.name + " in it; there is" +
                         (names.empty() ? " none" : names)};
    }
    return Done{};
}

Status bind_all(sqlite3* db, sqlite3_stmt* statement, const std::vector<SqlParameter>& parameters) {
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        const char* named = sqlite3_bind_parameter_name(statement, i);
        const std::string name = named ? named + 1 : "";
        const auto given = std::find_if(parameters.begin(), parameters.end(),
                                        [&](const auto& p) { return p.name == name; });
        if (name.empty() || given == parameters.end()) {
            return Error{Error::Code::invalid_argument,
                         name.empty()
                             ? "SQL: parameters need a name (:company), not ?"
                             : "SQL: parameter :" + name + " has no value: give one with --param " +
                                   name + "=..."};
        }
        if (bind(statement, i, given->value) != SQLITE_OK) {
            return Error{Error::Code::sql, std::string("SQL: ") + sqlite3_errmsg(db)};
        }
    }
    return nothing_is_left_over(statement, parameters);
}

// The statement, alone in the text and reading only.
Result<Prepared> prepare(sqlite3* db, std::string_view sql) {
    static constexpr std::array reading = {"select", "with", "explain", "values"};
    const std::string verb = first_sql_word(sql);
    if (std::count(reading.begin(), reading.end(), verb) == 0) {
        return Error{Error::Code::invalid_argument,
                     verb.empty() ? "SQL: there is no statement"
                                  : "SQL: " + verb +
                                        " is not let through: a question may read "
                                        "only (SELECT, WITH, EXPLAIN, VALUES)"};
    }
    sqlite3_stmt* made = nullptr;
    const char* tail = nullptr;
    const int code =
        sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), 0, &made, &tail);
    Prepared statement(made);
    if (code != SQLITE_OK) return sql_error(db, sql);
    const auto used = static_cast<std::size_t>(tail - sql.data());
    if (!sql_after_blanks(sql.substr(used)).empty()) {
        return Error{Error::Code::invalid_argument,
                     "SQL: one statement only; here begins another" +
                         with_caret(sql, sql.size() - sql_after_blanks(sql.substr(used)).size())};
    }
    if (!statement || !sqlite3_stmt_readonly(made)) {
        return Error{Error::Code::invalid_argument, "SQL: the statement does not only read"};
    }
    return statement;
}

Error not_readable(const std::string& path, const std::string& why) {
    return {Error::Code::schema, path + ": " + why};
}

// Is it ours, and of this program's schema? Runs before the guard goes up.
Status check_identity(SQLite::Database& db, const std::string& path) {
    const std::int64_t application = db.execAndGet("PRAGMA application_id").getInt64();
    const std::int64_t version = db.execAndGet("PRAGMA user_version").getInt64();
    const auto current = static_cast<std::int64_t>(embedded_migrations().size());
    if (application != our_application_id) {
        return not_readable(path,
                            "is a SQLite database, but not one of fintool's; name another "
                            "with --db FILE or $FINTOOL_DB");
    }
    if (version < current) {
        return not_readable(path, "has an older schema (" + std::to_string(version) +
                                      "; this program has " + std::to_string(current) +
                                      "): run fintool migrate");
    }
    if (version > current) {
        return not_readable(path, "was written by a newer fintool (schema " +
                                      std::to_string(version) + "; this program knows " +
                                      std::to_string(current) + "): use that one");
    }
    return Done{};
}

}  // namespace

struct Reader::State {
    std::string path;
    SQLite::Database db;

    explicit State(const std::string& given)
        : path(given),
          // The library would read "file:x?mode=rwc" as a URI; "./" makes it a plain name.
          db(starts_with_ignoring_case(given, "file:") ? "./" + given : given,
             SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, 5000) {}
};

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;
const std::string& Reader::path() const { return state_->path; }

Result<Reader> Reader::open(const std::string& path) {
    struct stat info {};
    if (path.empty() || stat(path.c_str(), &info) != 0) {
        return Error{Error::Code::not_found, path +
                                                 ": there is no such database; make one with "
                                                 "`fintool ingest PATH...` or name another "
                                                 "with --db FILE"};
    }
    if (!S_ISREG(info.st_mode)) {
        return Error{Error::Code::not_found, path + ": is no regular file"};
    }
    roll_back_a_write_cut_short(path);
    try {
        auto state = std::make_unique<State>(path);
        if (const Status ours = check_identity(state->db, path); !ours) return ours.error();
        harden(state->db.getHandle());
        return Reader(std::move(state));
    } catch (const SQLite::Exception& e) {
        if (e.getErrorCode() == SQLITE_BUSY) {
            return Error{Error::Code::busy, path + ": is being written; try again when that ended"};
        }
        if (e.getErrorCode() == SQLITE_READONLY) {
            return not_readable(path,
                                "the last write was cut short, and it takes someone who may write "
                                "the file and its folder to undo it: ask any question as them");
        }
        return not_readable(path, std::string("cannot be read as a database: ") + e.what());
    }
}

Result<ResultSet> Reader::run(std::string_view sql, const std::vector<SqlParameter>& parameters,
                              const SqlLimits& limits) {
    sqlite3* db = state_->db.getHandle();
    TimeLimit clock(db, limits.seconds, limits.hard_stop, limits.own_sql);
    Result<Prepared> statement = prepare(db, sql);
    if (!statement) return statement.error();
    sqlite3_stmt* stmt = statement->get();
    if (const Status bound = bind_all(db, stmt, parameters); !bound) return bound.error();

    ResultSet result;
    const int columns = sqlite3_column_count(stmt);
    for (int i = 0; i < columns; ++i)
        result.columns.push_back({sqlite3_column_name(stmt, i), "", {}});
    std::size_t bytes = 0;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW) {
        if (limits.max_rows > 0 &&
            static_cast<std::int64_t>(result.rows.size()) == limits.max_rows) {
            result.cut_after = result.rows.size();
            break;
        }
        if (bytes > most_bytes) {
            return Error{Error::Code::sql,
                         "the answer is larger than 512 MiB: ask for less, or "
                         "set --max-rows"};
        }
        std::vector<SqlValue>& row = result.rows.emplace_back();
        row.reserve(static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i) {
            bytes += sizeof(SqlValue) + static_cast<std::size_t>(sqlite3_column_bytes(stmt, i));
            row.push_back(value_at(stmt, i));
        }
    }
    if (clock.passed()) return Error{Error::Code::timeout, "the time limit has passed"};
    if (code != SQLITE_DONE && code != SQLITE_ROW) return sql_error(db, sql);
    return result;
}

Result<std::vector<std::string>> Reader::parameters_of(std::string_view sql) {
    Result<Prepared> statement = prepare(state_->db.getHandle(), sql);
    if (!statement) return statement.error();
    std::vector<std::string> names;
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement->get()); ++i) {
        const char* name = sqlite3_bind_parameter_name(statement->get(), i);
        if (name) names.emplace_back(name + 1);
    }
    return names;
}

}  // namespace fintool
