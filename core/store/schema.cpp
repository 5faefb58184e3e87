// Migrations and the dump of what they make; see the header. Texts are in applied_texts.cpp.
#include "store/schema.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <map>

#include "base/embedded.h"
#include "base/sha256.h"

namespace fintool {
namespace {

void apply_migration(Connection& connection, std::int64_t version, const EmbeddedText& migration) {
    connection.script(std::string(migration.text));
    connection.run(
        "INSERT INTO schema_migrations (version, name, sha256, applied_at) VALUES (?, ?, ?, ?)",
        version, migration.name, sha256_hex(migration.text), timestamp());
    connection.script("PRAGMA application_id = " + std::to_string(fintool_application_id) +
                      "; PRAGMA user_version = " + std::to_string(version));
}

// The SQL of every table and index by name. Views and what users add are theirs to change.
std::map<std::string, std::string> tables_and_indexes(Connection& connection) {
    std::map<std::string, std::string> found;
    SQLite::Statement& rows = connection.bound(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL");
    while (rows.executeStep()) {
        found[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
    }
    return found;
}

}  // namespace

std::int64_t newest_schema() { return static_cast<std::int64_t>(embedded_migrations().size()); }

std::int64_t schema_of(Connection& connection) {
    return connection.integer("PRAGMA user_version").value_or(0);
}

void migrate_schema(Connection& connection) {
    for (std::int64_t done = schema_of(connection); done < newest_schema(); ++done) {
        const auto& migration = embedded_migrations()[static_cast<std::size_t>(done)];
        apply_migration(connection, done + 1, migration);
    }
    connection.drop_statements();
}

std::string dump_schema(Connection& connection) {
    std::string text =
        "-- The database's schema after all migrations, with its views: for reading.\n"
        "-- Written by the tests (FINTOOL_UPDATE_GOLDEN=1); change migrations/ and views.sql.\n";
    SQLite::Statement& rows = connection.bound(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT IN"
        " (SELECT name FROM canned_queries) ORDER BY"
        " CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, rowid");
    while (rows.executeStep()) text += "\n" + rows.getColumn(0).getString() + ";\n";
    return text;
}

std::string schema_difference(Connection& connection) {
    static const auto expected = [] {
        Connection fresh("", Connection::Mode::create);
        migrate_schema(fresh);
        return tables_and_indexes(fresh);
    }();
    const auto found = tables_and_indexes(connection);
    for (const auto& [name, sql] : expected) {
        const auto it = found.find(name);
        if (it == found.end()) return "the table or index " + name + " is missing";
        if (it->second != sql) return "the table or index " + name + " was altered";
    }
    const auto trigger = connection.text("SELECT name FROM sqlite_master WHERE type = 'trigger'");
    return trigger ? "there is a trigger, " + *trigger : "";
}

std::string timestamp() {
    std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH"); fixed && *fixed) {
        seconds = static_cast<std::time_t>(std::strtoll(fixed, nullptr, 10));
    }
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

}  // namespace fintool
