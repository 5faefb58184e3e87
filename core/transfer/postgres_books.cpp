// The bookkeeping and the making of tables and views. See the header.
#include "transfer/postgres_books.h"

#include <algorithm>

#include "base/sha256.h"
#include "query/sql_text.h"
#include "transfer/program_version.h"

namespace fintool {
namespace {

constexpr const char* books_sql =
    "CREATE TABLE fintool_export (name text PRIMARY KEY, value text NOT NULL);\n"
    "COMMENT ON TABLE fintool_export IS 'What fintool export has made here; leave it alone.';\n"
    "CREATE TABLE fintool_export_parts (kind text COLLATE \"C\", number bigint,"
    " part text COLLATE \"C\" NOT NULL, sha256 text NOT NULL, PRIMARY KEY (kind, number));\n"
    "COMMENT ON TABLE fintool_export_parts IS"
    " 'Which companies and releases are here, by the hash of their rows; leave it alone.';\n"
    "CREATE INDEX fintool_export_parts_by_part ON fintool_export_parts (kind, part);\n";

Result<std::string> one_value(PostgresConnection& there, const std::string& sql,
                              const std::string& doing) {
    const auto rows = there.rows(sql, doing);
    if (!rows) return rows.error();
    return rows->empty() || rows->front().empty() ? std::string() : rows->front().front();
}

std::string set_value(const std::string& name, const std::string& value) {
    return "INSERT INTO fintool_export VALUES (" + sql_literal(name) + ", " + sql_literal(value) +
           ") ON CONFLICT (name) DO UPDATE SET value = excluded.value;\n";
}

std::string names_of(const std::vector<PostgresView>& views) {
    std::vector<std::string> names;
    for (const PostgresView& view : views) names.push_back(sql_name(view.name));
    std::reverse(names.begin(), names.end());
    return joined(names);
}

std::string names_of(const std::vector<Table>& tables) {
    std::vector<std::string> names;
    for (const Table& table : tables) names.push_back(sql_name(table.name));
    return joined(names);
}

std::string all_of(const std::vector<PostgresView>& views) {
    std::string out;
    for (const PostgresView& view : views) out += view.sql;
    return out;
}

// Tables that are somebody else's are not touched.
Status refuse_others(PostgresConnection& there, const std::vector<Table>& tables) {
    std::string names;
    for (const Table& table : tables)
        names += (names.empty() ? "" : ", ") + sql_literal(table.name);
    const auto found =
        one_value(there,
                  "SELECT string_agg(relname::text, ', ' ORDER BY relname) FROM pg_class"
                  " WHERE relnamespace = current_schema()::regnamespace"
                  " AND relname IN (" +
                      names + ")",
                  "look for the tables");
    if (!found) return found.error();
    if (found->empty()) return Done{};
    return Error{Error::Code::invalid_argument,
                 there.name() + " has tables that fintool export did not make (" + *found +
                     "): name an empty database, or a schema of its own"
                     " (postgresql://.../DATABASE?options=-csearch_path%3DSCHEMA)"};
}

// One transaction: whoever looks sees the tables before or after.
Status make_all(PostgresConnection& there, const std::vector<Table>& tables,
                const std::vector<PostgresView>& views, const std::string& old_tables,
                const std::string& old_views) {
    std::string sql = "BEGIN;\n";
    if (!old_views.empty()) sql += "DROP VIEW IF EXISTS " + old_views + ";\n";
    if (!old_tables.empty()) sql += "DROP TABLE IF EXISTS " + old_tables + ";\n";
    sql += "DROP TABLE IF EXISTS fintool_export, fintool_export_parts;\n";
    sql += books_sql + postgres_tables(tables) + all_of(views);
    sql += set_value("tables", sha256_hex(postgres_tables(tables) + postgres_keys(tables))) +
           set_value("table names", names_of(tables)) +
           set_value("views", sha256_hex(all_of(views))) + set_value("view names", names_of(views));
    return there.run(sql + "COMMIT", "make the tables and views");
}

Status renew_views(PostgresConnection& there, const std::vector<PostgresView>& views,
                   const std::string& old_views) {
    std::string sql = "BEGIN;\nDROP VIEW IF EXISTS " + old_views + ";\n" + all_of(views);
    sql += set_value("views", sha256_hex(all_of(views))) + set_value("view names", names_of(views));
    return there.run(sql + "COMMIT", "make the views anew");
}

Status lock(PostgresConnection& there) {
    const auto locked = one_value(
        there,
        "SELECT pg_try_advisory_lock(hashtext('fintool export'), hashtext(current_schema()))",
        "lock the tables");
    if (!locked) return locked.error();
    if (*locked == "t") return Done{};
    return Error{Error::Code::busy,
                 there.name() + ": another export goes there just now: wait until it has ended"};
}

}  // namespace

Status open_books(PostgresConnection& there, const std::vector<Table>& tables,
                  const std::vector<PostgresView>& views) {
    const Status set = there.run(
        "SET client_encoding = 'UTF8'; SET datestyle = 'ISO, YMD'; SET timezone = 'UTC';"
        "SET client_min_messages = warning; SET standard_conforming_strings = on;"
        "SET statement_timeout = 0; SET synchronous_commit = on",
        "set up the session");
    if (!set) return set;
    const auto schema = one_value(there, "SELECT current_schema()", "find the schema");
    if (!schema) return schema.error();
    if (schema->empty()) {
        return Error{Error::Code::invalid_argument,
                     there.name() + " has no schema to write to: create it, or see search_path"};
    }
    if (const Status locked = lock(there); !locked) return locked;
    const auto there_already =
        one_value(there,
                  "SELECT count(*) FROM pg_class WHERE relname = 'fintool_export'"
                  " AND relnamespace = current_schema()::regnamespace",
                  "look for the tables");
    if (!there_already) return there_already.error();
    if (*there_already == "0") {
        if (const Status ours = refuse_others(there, tables); !ours) return ours;
        return make_all(there, tables, views, "", "");
    }
    const auto rows = there.rows("SELECT name, value FROM fintool_export", "read the bookkeeping");
    if (!rows) return rows.error();
    std::map<std::string, std::string> values;
    for (const auto& row : *rows) values[row[0]] = row[1];
    if (values["tables"] != sha256_hex(postgres_tables(tables) + postgres_keys(tables))) {
        return make_all(there, tables, views, values["table names"], values["view names"]);
    }
    if (values["views"] == sha256_hex(all_of(views))) return Done{};
    return renew_views(there, views, values["view names"]);
}

Result<Hashes> booked_hashes(PostgresConnection& there, const std::string& kind,
                             const std::string& part) {
    const auto rows = there.rows("SELECT number, sha256 FROM fintool_export_parts WHERE kind = " +
                                     sql_literal(kind) + " AND part = " + sql_literal(part),
                                 "read the bookkeeping");
    if (!rows) return rows.error();
    Hashes hashes;
    for (const auto& row : *rows) hashes[std::stoll(row[0])] = row[1];
    return hashes;
}

Result<std::vector<std::string>> booked_parts(PostgresConnection& there) {
    const auto rows = there.rows(
        "SELECT DISTINCT part FROM fintool_export_parts WHERE kind IN ('release', "
        "'inputs') ORDER BY 1",
        "read the bookkeeping");
    if (!rows) return rows.error();
    std::vector<std::string> parts;
    for (const auto& row : *rows) parts.push_back(row[0]);
    return parts;
}

void append_entry(std::string& out, const std::string& kind, std::int64_t number,
                  const std::string& part, const std::string& sha256) {
    out += kind + "\t" + std::to_string(number) + "\t" + part + "\t" + sha256 + "\n";
}

Status enter(PostgresConnection& there, const std::string& entries) {
    const std::string doing = "write the bookkeeping";
    const Status begun = there.begin_copy("COPY fintool_export_parts FROM STDIN", doing);
    if (!begun) return begun;
    if (const Status sent = there.copy(entries, doing); !sent) return sent;
    return there.end_copy(doing);
}

Status close_books(PostgresConnection& there, const std::vector<Table>& tables, bool changed) {
    const auto made = one_value(there, "SELECT value FROM fintool_export WHERE name = 'keys'",
                                "read the bookkeeping");
    if (!made) return made.error();
    if (made->empty()) {
        const Status keys =
            there.run("BEGIN;\n" + postgres_keys(tables) + set_value("keys", "made") + "COMMIT",
                      "make indexes and foreign keys");
        if (!keys) return keys;
    }
    if (!changed) return Done{};
    const std::string said = set_value("fintool", program_version()) +
                             set_value("schema", std::to_string(newest_known_schema()));
    if (const Status written = there.run(said, "write the bookkeeping"); !written) return written;
    return there.run("ANALYZE " + names_of(tables), "count rows for the planner");
}

}  // namespace fintool
