// Rows of canned_queries that applied_texts does not know are the user's. See the header.
#include "store/saved_query.h"

#include <SQLiteCpp/Exception.h>

#include "store/connection.h"
#include "store/database_file.h"
#include "store/schema.h"

namespace fintool {
namespace {

// Is it a database of this program's schema? Runs before anything is written.
Status check_writable(const std::string& path) {
    const auto file = examine_database_file(path);
    if (!file) return file.error();
    if (!file->exists || file->empty || file->application_id == 0) {
        return Error{Error::Code::not_found, path + " holds no fintool database"};
    }
    return Done{};
}

bool is_the_programs(Connection& connection, const std::string& name) {
    return connection.integer("SELECT 1 FROM applied_texts WHERE name = 'query:' || ?", name)
        .has_value();
}

}  // namespace

Result<bool> save_query(const std::string& database, const SavedQuery& query) {
    if (const Status fit = check_writable(database); !fit) return fit.error();
    try {
        Connection connection(database, Connection::Mode::write);
        if (is_the_programs(connection, query.name)) {
            return Error{Error::Code::invalid_argument,
                         query.name + " is a canned query of the program's own: take another name"};
        }
        if (connection.integer("SELECT 1 FROM sqlite_master WHERE name = ?", query.name)) {
            return Error{Error::Code::invalid_argument,
                         query.name + " is a table or view of the database: take another name"};
        }
        const bool before =
            connection.integer("SELECT 1 FROM canned_queries WHERE name = ?", query.name)
                .has_value();
        connection.run(
            "INSERT OR REPLACE INTO canned_queries (name, title, help, sql) VALUES (?, ?, ?, ?)",
            query.name, query.title, Verbatim{query.help}, Verbatim{query.sql});
        return before;
    } catch (const SQLite::Exception& e) {
        return sql_error(e, "save a query in", database);
    }
}

Status forget_query(const std::string& database, const std::string& name) {
    if (const Status fit = check_writable(database); !fit) return fit.error();
    try {
        Connection connection(database, Connection::Mode::write);
        const bool there =
            connection.integer("SELECT 1 FROM canned_queries WHERE name = ?", name).has_value();
        if (!there || is_the_programs(connection, name)) {
            return Error{Error::Code::not_found, "no query of your own is called " + name +
                                                     (there ? "; that one is the program's" : "") +
                                                     ": `fintool query --list` lists them"};
        }
        connection.run("DELETE FROM canned_queries WHERE name = ?", name);
        return Done{};
    } catch (const SQLite::Exception& e) {
        return sql_error(e, "take a query out of", database);
    }
}

}  // namespace fintool
