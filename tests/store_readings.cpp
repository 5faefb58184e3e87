// Looking into databases for the tests of the store.
#include "store_readings.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace store_readings {

std::string rows(const std::string& path, const std::string& sql, const std::string& row_end) {
    SQLite::Database db(path);
    SQLite::Statement statement(db, sql);
    std::string text;
    while (statement.executeStep()) {
        if (!text.empty()) text += row_end;
        for (int i = 0; i < statement.getColumnCount(); ++i) {
            const auto column = statement.getColumn(i);
            text += (i > 0 ? "|" : "") + (column.isNull() ? "NULL" : column.getString());
        }
    }
    return text;
}

void run(const std::string& path, const std::string& sql) {
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

std::string dump(const std::string& path) {
    SQLite::Database db(path);
    SQLite::Statement tables(db,
                             "SELECT name FROM sqlite_master WHERE type = 'table'"
                             " AND name NOT LIKE 'sqlite%' ORDER BY name");
    std::string text;
    while (tables.executeStep()) {
        const std::string name = tables.getColumn(0).getString();
        text += name + ":\n" + rows(path, "SELECT * FROM \"" + name + "\"") + "\n";
    }
    return text;
}

}  // namespace store_readings
