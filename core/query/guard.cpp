// The allow-list and the limits of a read-only connection. See the header.
#include "query/guard.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "store/sqlite_memory.h"

namespace fintool {
namespace {

// "VACUUM INTO 'f'" makes a file even on a read-only connection, CREATE TEMP TABLE and BEGIN
// IMMEDIATE are let through too: only what is listed here is allowed.
constexpr std::array allowed_pragmas = {
    std::string_view("table_info"), std::string_view("table_xinfo"),
    std::string_view("table_list"), std::string_view("foreign_key_list"),
    std::string_view("index_list"), std::string_view("index_info")};

int allow(void*, int action, const char* first, const char* second, const char*, const char*) {
    const std::string_view a = first ? first : "", b = second ? second : "";
    switch (action) {
        case SQLITE_SELECT:
        case SQLITE_READ:
        case SQLITE_RECURSIVE: return SQLITE_OK;
        case SQLITE_FUNCTION: return b == "load_extension" ? SQLITE_DENY : SQLITE_OK;
        case SQLITE_PRAGMA:
            return std::count(allowed_pragmas.begin(), allowed_pragmas.end(), a) ? SQLITE_OK
                                                                                 : SQLITE_DENY;
        default: return SQLITE_DENY;
    }
}

struct Limit {
    int id, value;
};
constexpr std::array limits = {
    Limit{SQLITE_LIMIT_LENGTH, 10'000'000}, Limit{SQLITE_LIMIT_SQL_LENGTH, 100'000},
    Limit{SQLITE_LIMIT_EXPR_DEPTH, 100},    Limit{SQLITE_LIMIT_COMPOUND_SELECT, 50},
    Limit{SQLITE_LIMIT_VDBE_OP, 250'000},   Limit{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
    Limit{SQLITE_LIMIT_ATTACHED, 0},        Limit{SQLITE_LIMIT_COLUMN, 200},
    Limit{SQLITE_LIMIT_FUNCTION_ARG, 20},   Limit{SQLITE_LIMIT_VARIABLE_NUMBER, 100},
    Limit{SQLITE_LIMIT_WORKER_THREADS, 0},  Limit{SQLITE_LIMIT_TRIGGER_DEPTH, 10},
};

}  // namespace

void harden(sqlite3* db) {
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    // Else SELECT "nosuchcolumn" returns that very string.
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_exec(db,
                 "PRAGMA query_only=1; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=1;"
                 "PRAGMA mmap_size=0",
                 nullptr, nullptr, nullptr);
    for (const Limit& limit : limits) sqlite3_limit(db, limit.id, limit.value);
    limit_sqlite_memory(512LL << 20);
    sqlite3_set_authorizer(db, allow, nullptr);
}

}  // namespace fintool
