// Migration, verification and backup: see the header.
#include "store/upkeep.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/embedded.h"
#include "base/sha256.h"
#include "store/connection.h"
#include "store/database_file.h"
#include "store/schema.h"
#include "store/source_text.h"

namespace fintool {
namespace {

// A file that is there and ours, whatever its schema.
Result<DatabaseFile> existing_database(const std::string& path) {
    auto file = examine_database_file(path);
    if (file && (!file->exists || file->empty || file->application_id == 0)) {
        const char* const what = file->exists ? " holds no fintool database" : " does not exist";
        return Error{Error::Code::not_found, path + what + ": fintool ingest makes one"};
    }
    return file;
}

bool sync_to_disk(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool done = ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && done;
}

std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

// VACUUM INTO reads a name that begins with "file:" as a URI, like opening does.
std::string plain_file(const std::string& path) {
    return path.starts_with("file:") || path.starts_with(":") ? "./" + path : path;
}

std::string free_backup_name(const std::string& path, std::int64_t schema) {
    const std::string stem = path + ".schema-" + std::to_string(schema) + ".backup";
    std::string name = stem;
    for (int i = 2; std::filesystem::exists(name); ++i) name = stem + "-" + std::to_string(i);
    return name;
}

std::vector<std::string> missing_migrations(std::int64_t schema) {
    std::vector<std::string> names;
    const auto& all = embedded_migrations();
    for (auto i = static_cast<std::size_t>(schema); i < all.size(); ++i) {
        names.emplace_back(all[i].name);
    }
    return names;
}

void check_pages(Connection& connection, VerifyReport& report) {
    SQLite::Statement& rows = connection.bound("PRAGMA integrity_check(20)");
    while (rows.executeStep()) {
        const std::string found = rows.getColumn(0).getString();
        if (found != "ok") report.problems.push_back("page structure: " + found);
    }
    SQLite::Statement& keys = connection.bound(
        "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2");
    while (keys.executeStep()) {
        report.problems.push_back(keys.getColumn(0).getString() + ": " +
                                  keys.getColumn(2).getString() + " rows point to no row of " +
                                  keys.getColumn(1).getString());
    }
}

void check_schema(Connection& connection, VerifyReport& report) {
    const std::string altered = schema_difference(connection);
    if (!altered.empty()) report.problems.push_back("schema: " + altered);
    for (std::size_t i = 0; i < embedded_migrations().size(); ++i) {
        const auto& migration = embedded_migrations()[i];
        const auto sha256 = connection.text(
            "SELECT sha256 FROM schema_migrations WHERE version = ?", static_cast<int>(i) + 1);
        if (sha256 == sha256_hex(migration.text)) continue;
        report.problems.push_back("schema: migration " + std::string(migration.name) +
                                  " is not recorded as this program has it");
    }
}

void check_sources(Connection& connection, VerifyReport& report) {
    SQLite::Statement& rows = connection.bound(
        "SELECT path, sha256, encoding, size, content FROM filings JOIN source_texts"
        " ON filing_id = id WHERE encoding <> 'none' ORDER BY id");
    while (rows.executeStep()) {
        ++report.sources;
        const std::string path = rows.getColumn(0).getString();
        const auto bytes = unpack_source({rows.getColumn(2).getString(),
                                          static_cast<std::size_t>(rows.getColumn(3).getInt64()),
                                          rows.getColumn(4).getString()});
        if (!bytes || sha256_hex(*bytes) != rows.getColumn(1).getString()) {
            report.problems.push_back("source text of " + path + ": not the bytes that were read");
        }
    }
    report.filings = connection.integer("SELECT count(*) FROM filings").value_or(0);
    SQLite::Statement& lost = connection.bound(
        "SELECT path FROM filings WHERE status <> 'unreadable'"
        " AND id NOT IN (SELECT filing_id FROM source_texts)");
    while (lost.executeStep()) {
        report.problems.push_back("source text of " + lost.getColumn(0).getString() + ": missing");
    }
}

}  // namespace

Result<MigrationReport> migrate_database(const std::string& path, bool dry_run) {
    const auto file = existing_database(path);
    if (!file) return file.error();
    MigrationReport report;
    report.from = file->schema;
    report.to = newest_schema();
    report.applied = missing_migrations(file->schema);
    if (dry_run) return report;
    if (!report.applied.empty()) {
        report.backup = free_backup_name(path, file->schema);
        auto copied = back_up_database(path, report.backup);
        if (!copied) return std::move(copied).error();
    }
    try {
        Connection connection(path, Connection::Mode::write);
        connection.script("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
        bring_up_to_date(connection);
    } catch (const SQLite::Exception& exception) {
        return sql_error(exception, "migrate", path);
    }
    return report;
}

Result<VerifyReport> verify_database(const std::string& path) {
    const auto file = existing_database(path);
    if (!file) return file.error();
    VerifyReport report;
    try {
        Connection connection(path, Connection::Mode::read);
        check_pages(connection, report);
        check_schema(connection, report);
        check_sources(connection, report);
    } catch (const SQLite::Exception& exception) {
        report.problems.push_back("it cannot be read through: " + std::string(exception.what()));
    }
    return report;
}

Status back_up_database(const std::string& path, const std::string& to) {
    const auto file = existing_database(path);
    if (!file) return file.error();
    if (to.empty() || std::filesystem::exists(to)) {
        return Error{Error::Code::invalid_argument,
                     "will not write the backup over " + to + ": name a file that is not there"};
    }
    const std::string part = plain_file(to + ".part");
    std::error_code failed;
    std::filesystem::remove(part, failed);
    try {
        Connection connection(path, Connection::Mode::read);
        connection.script("VACUUM INTO " + quoted(part));
    } catch (const SQLite::Exception& exception) {
        std::filesystem::remove(part, failed);
        return sql_error(exception, "back up", path);
    }
    if (sync_to_disk(part)) {
        std::filesystem::rename(part, plain_file(to), failed);
        if (!failed) return Done{};
    }
    const std::string why = failed ? failed.message() : std::strerror(errno);
    std::filesystem::remove(part, failed);
    return Error{Error::Code::io, "cannot finish the backup " + to + ": " + why};
}

std::string sqlite_version() { return SQLite::getLibVersion(); }

}  // namespace fintool
