// store_floor MADE.db NEW.db: reads every row of MADE into memory, then stores the same rows in the
// same schema with a bare loop over sqlite3's C functions. Prints rows and CPU seconds of the loop.
// What ingest costs beyond this is reading releases, deriving and looking things up.
#include <sqlite3.h>
#include <sys/resource.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

namespace {

[[noreturn]] void fail(const std::string& what) {
    std::cerr << "store_floor: " << what << '\n';
    std::exit(1);
}

class Database {
public:
    Database(const char* path, int flags) {
        if (sqlite3_open_v2(path, &handle_, flags, nullptr) != SQLITE_OK) fail(path);
    }
    ~Database() { sqlite3_close(handle_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const std::string& sql) {
        if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
            fail(sql.substr(0, 60) + ": " + sqlite3_errmsg(handle_));
        }
    }
    sqlite3_stmt* prepare(const std::string& sql) {
        sqlite3_stmt* made = nullptr;
        if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &made, nullptr) != SQLITE_OK) {
            fail(sql.substr(0, 60) + ": " + sqlite3_errmsg(handle_));
        }
        return made;
    }

private:
    sqlite3* handle_ = nullptr;
};

// The rows of a table, packed: per value a type, and a number or a length with bytes.
struct Table {
    std::string name;
    int columns = 0;
    std::uint64_t rows = 0;
    std::string packed;
};

void pack(std::string& out, std::int64_t number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out.append(bytes, sizeof number);
}

void pack_value(std::string& out, sqlite3_stmt* row, int column) {
    const int type = sqlite3_column_type(row, column);
    out += static_cast<char>(type);
    if (type == SQLITE_INTEGER) pack(out, sqlite3_column_int64(row, column));
    if (type == SQLITE_FLOAT) {
        const double value = sqlite3_column_double(row, column);
        std::int64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        pack(out, bits);
    }
    if (type == SQLITE_TEXT || type == SQLITE_BLOB) {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
        const int size = sqlite3_column_bytes(row, column);
        pack(out, size);
        out.append(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(size));
    }
}

Table read(Database& made, const std::string& name) {
    Table table;
    table.name = name;
    sqlite3_stmt* rows = made.prepare("SELECT * FROM \"" + name + "\"");
    table.columns = sqlite3_column_count(rows);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        for (int i = 0; i < table.columns; ++i) pack_value(table.packed, rows, i);
        ++table.rows;
    }
    sqlite3_finalize(rows);
    return table;
}

const char* bind(sqlite3_stmt* into, int column, const char* at) {
    const int type = *at++;
    if (type == SQLITE_NULL) {
        sqlite3_bind_null(into, column);
        return at;
    }
    std::int64_t number = 0;
    std::memcpy(&number, at, sizeof number);
    at += sizeof number;
    if (type == SQLITE_INTEGER) sqlite3_bind_int64(into, column, number);
    if (type == SQLITE_FLOAT) {
        double value = 0;
        std::memcpy(&value, &number, sizeof value);
        sqlite3_bind_double(into, column, value);
    }
    if (type == SQLITE_TEXT || type == SQLITE_BLOB) {
        const int size = static_cast<int>(number);
        if (type == SQLITE_TEXT) sqlite3_bind_text(into, column, at, size, SQLITE_STATIC);
        if (type == SQLITE_BLOB) sqlite3_bind_blob(into, column, at, size, SQLITE_STATIC);
        at += size;
    }
    return at;
}

// Transactions of about the size that ingest makes of a batch of releases.
constexpr std::uint64_t kBatch = 50000;

std::uint64_t store(Database& fresh, const Table& table, std::uint64_t before) {
    std::string marks = "?";
    for (int i = 1; i < table.columns; ++i) marks += ",?";
    sqlite3_stmt* into = fresh.prepare("INSERT INTO \"" + table.name + "\" VALUES (" + marks + ")");
    const char* at = table.packed.data();
    for (std::uint64_t row = 0; row < table.rows; ++row) {
        for (int i = 1; i <= table.columns; ++i) at = bind(into, i, at);
        if (sqlite3_step(into) != SQLITE_DONE) fail("a row of " + table.name + " is refused");
        sqlite3_reset(into);
        if (++before % kBatch == 0) fresh.run("COMMIT; BEGIN");
    }
    sqlite3_finalize(into);
    return before;
}

double cpu_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) fail("usage: store_floor MADE.db NEW.db");
    std::vector<Table> tables;
    std::string schema;
    {
        Database made(words[1], SQLITE_OPEN_READONLY);
        sqlite3_stmt* all = made.prepare(
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND "
            "type IN ('table', 'index') AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, rowid");
        while (sqlite3_step(all) == SQLITE_ROW) {
            const auto text = [&](int column) {
                return std::string(reinterpret_cast<const char*>(sqlite3_column_text(all, column)));
            };
            schema += text(2) + ";\n";
            if (text(0) == "table") tables.push_back(read(made, text(1)));
        }
        sqlite3_finalize(all);
    }
    const double begin = cpu_seconds();
    std::uint64_t rows = 0;
    {
        Database fresh(words[2], SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
        // As the program sets them.
        fresh.run(
            "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
            "PRAGMA cache_size = -65536; PRAGMA foreign_keys = OFF");
        fresh.run(schema);
        fresh.run("BEGIN");
        for (const auto& table : tables) rows = store(fresh, table, rows);
        fresh.run("COMMIT");
    }
    std::cout << rows << ' ' << cpu_seconds() - begin << '\n';
    return 0;
}
