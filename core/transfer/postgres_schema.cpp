// DDL as text. See the header.
#include "transfer/postgres_schema.h"

#include <algorithm>

#include "query/postgres_sql.h"
#include "query/sql_text.h"

namespace fintool {
namespace {

using Owner = Table::Owner;

bool has_column(const Table& table, std::string_view name) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const TableColumn& column) { return column.name == name; });
}

// Where Citus puts its rows, for who spreads them over machines.
std::string distribution(const Table& table) {
    if (table.name == "companies")
        return "Citus: distribution key id, the company_id of the others";
    if (has_column(table, "company_id")) return "Citus: distribution key company_id";
    if (table.owner == Owner::none) return "Citus: a reference table";
    return "Citus: distribution key company_id, which is that of its row in filings";
}

std::string names_sql(const std::vector<std::string>& names) {
    std::vector<std::string> quoted;
    for (const std::string& name : names) quoted.push_back(sql_name(name));
    return joined(quoted);
}

std::string comment(const std::string& what, const std::string& name, const std::string& text) {
    if (text.empty()) return "";
    return "COMMENT ON " + what + " " + name + " IS " + sql_literal(text) + ";\n";
}

std::string table_sql(const Table& table) {
    std::string out = "CREATE TABLE " + sql_name(table.name) + " (\n";
    for (const TableColumn& column : table.columns) {
        out += "    " + sql_name(column.name) + " " + std::string(postgres_type(column.type)) +
               (column.required ? " NOT NULL" : "") + ",\n";
    }
    out += "    PRIMARY KEY (" + names_sql(table.key) + ")\n);\n";
    out += comment("TABLE", sql_name(table.name), table.meaning + " " + distribution(table) + ".");
    for (const TableColumn& column : table.columns) {
        out +=
            comment("COLUMN", sql_name(table.name) + "." + sql_name(column.name), column.meaning);
    }
    return out;
}

// Between two transactions of a load a company that was merged into another one, or a release that
// was read anew, may be there twice: by number they are told apart, by nature they are not.
bool is_unique_there(const Table& table, const TableIndex& index) {
    const bool may_be_twice = table.owner == Owner::company || table.name == "filings";
    return index.unique && !may_be_twice;
}

bool begins(const std::vector<std::string>& columns, const std::string& name) {
    return !columns.empty() && columns.front() == name;
}

std::string indexes_sql(const Table& table) {
    std::string out;
    for (const TableIndex& index : table.indexes) {
        out += std::string("CREATE ") + (is_unique_there(table, index) ? "UNIQUE " : "") +
               "INDEX " + sql_name(index.name) + " ON " + sql_name(table.name) + " (" +
               names_sql(index.columns) + ")" +
               (index.where.empty() ? "" : " WHERE " + postgres_sql(index.where)) + ";\n";
    }
    // A row that others point to is taken out fast only where they are found fast.
    std::vector<std::string> made;
    for (const ForeignKey& key : table.foreign) {
        const bool found =
            begins(table.key, key.column) || begins(made, key.column) ||
            std::any_of(table.indexes.begin(), table.indexes.end(), [&](const auto& i) {
                return i.where.empty() && begins(i.columns, key.column);
            });
        if (found || std::count(made.begin(), made.end(), key.column) > 0) continue;
        made.push_back(key.column);
        out += "CREATE INDEX " + sql_name(table.name + "_by_" + key.column) + " ON " +
               sql_name(table.name) + " (" + sql_name(key.column) + ");\n";
    }
    return out;
}

std::string foreign_keys_sql(const Table& table) {
    std::string out;
    for (const ForeignKey& key : table.foreign) {
        out += "ALTER TABLE " + sql_name(table.name) + " ADD CONSTRAINT " +
               sql_name(table.name + "_" + key.column + "_fkey") + " FOREIGN KEY (" +
               sql_name(key.column) + ") REFERENCES " + sql_name(key.table) + " (" +
               sql_name(key.target) + ")" +
               (table.owner == Owner::inputs ? " DEFERRABLE INITIALLY DEFERRED" : "") + ";\n";
    }
    return out;
}

// The comments of data_dictionary on a view and its columns.
std::string view_comments(Snapshot& snapshot, const std::string& view) {
    std::string out;
    auto rows = snapshot.rows(
        "SELECT column_name, meaning FROM data_dictionary WHERE table_name = ?1 ORDER BY 1");
    if (!rows) return out;
    rows->bind(1, view);
    for (auto more = rows->next(); more && *more; more = rows->next()) {
        const std::string column = rows->text(0);
        out += column.empty()
                   ? comment("VIEW", sql_name(view), rows->text(1))
                   : comment("COLUMN", sql_name(view) + "." + sql_name(column), rows->text(1));
    }
    return out;
}

}  // namespace

std::string_view postgres_type(TableColumn::Type type) {
    using Type = TableColumn::Type;
    switch (type) {
        case Type::bigint: return "bigint";
        case Type::numeric: return "numeric";
        case Type::real: return "double precision";
        case Type::text: return "text COLLATE \"C\"";
        case Type::date: return "date";
        case Type::timestamp: return "timestamp";
        case Type::bytes: return "bytea";
    }
    return "";
}

std::string postgres_tables(const std::vector<Table>& tables) {
    std::string out;
    for (const Table& table : tables) out += "\n" + table_sql(table);
    return out;
}

std::string postgres_keys(const std::vector<Table>& tables) {
    std::string out;
    for (const Table& table : tables) out += indexes_sql(table);
    for (const Table& table : tables) out += foreign_keys_sql(table);
    return out;
}

Result<std::vector<PostgresView>> postgres_views(Snapshot& snapshot) {
    // Views that a user made are left out: the dictionary has those of ours.
    auto rows = snapshot.rows(
        "SELECT name, sql FROM sqlite_master WHERE type = 'view' AND name IN"
        " (SELECT table_name FROM data_dictionary) ORDER BY rowid");
    if (!rows) return rows.error();
    std::vector<PostgresView> views;
    for (auto more = rows->next();; more = rows->next()) {
        if (!more) return more.error();
        if (!*more) return views;
        const std::string name = rows->text(0);
        views.push_back(
            {name, postgres_sql(rows->text(1)) + ";\n" + view_comments(snapshot, name)});
    }
}

std::string postgres_schema(const std::vector<Table>& tables,
                            const std::vector<PostgresView>& views) {
    std::string out =
        "-- The tables of a fintool database for PostgreSQL 12 or newer, with keys, indexes and\n"
        "-- views. Values are numeric, days are dates, times are UTC; every other number has 64\n"
        "-- bits. Where another one loads the files: the keys at the end may come after the "
        "rows.\n";
    out += postgres_tables(tables) + "\n" + postgres_keys(tables);
    for (const PostgresView& view : views) out += "\n" + view.sql;
    return out;
}

}  // namespace fintool
