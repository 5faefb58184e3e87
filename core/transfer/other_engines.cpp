// Types and statements, table by table. See the header.
#include "transfer/other_engines.h"

#include <algorithm>

#include "query/sql_text.h"

namespace fintool {
namespace {

using Type = TableColumn::Type;

std::string_view duckdb_type(Type type) {
    switch (type) {
        case Type::bigint: return "BIGINT";
        case Type::numeric: return "DECIMAL(38, 10)";
        case Type::real: return "DOUBLE";
        case Type::text: return "VARCHAR";
        case Type::date: return "DATE";
        case Type::timestamp: return "TIMESTAMP";
        case Type::bytes: return "VARCHAR";
    }
    return "";
}

std::string_view clickhouse_type(Type type) {
    switch (type) {
        case Type::bigint: return "Int64";
        case Type::numeric: return "Decimal(38, 10)";
        case Type::real: return "Float64";
        case Type::text: return "String";
        case Type::date: return "Date32";
        case Type::timestamp: return "DateTime('UTC')";
        case Type::bytes: return "String";
    }
    return "";
}

std::string names_of_key(const Table& table) {
    std::vector<std::string> names;
    for (const std::string& name : table.key) names.push_back(sql_name(name));
    return joined(names);
}

// "bytes as hex: \x789c..."
std::string meaning_of(const TableColumn& column) {
    const bool bytes = column.type == Type::bytes;
    return column.meaning + (bytes ? " (in hex, behind \\x)" : "");
}

std::vector<std::string> paths_of(const Table& table, const Manifest& manifest) {
    std::vector<std::string> paths;
    for (const ExportedFile& file : manifest.files) {
        if (file.table == table.name && file.rows > 0) paths.push_back(file.path);
    }
    return paths;
}

std::string duckdb_table(const Table& table) {
    std::string out = "CREATE TABLE " + sql_name(table.name) + " (\n";
    for (const TableColumn& column : table.columns) {
        out += "    " + sql_name(column.name) + " " + std::string(duckdb_type(column.type)) +
               (column.required ? " NOT NULL" : "") + ",\n";
    }
    out += "    PRIMARY KEY (" + names_of_key(table) + ")\n);\n";
    for (const TableColumn& column : table.columns) {
        out += "COMMENT ON COLUMN " + sql_name(table.name) + "." + sql_name(column.name) + " IS " +
               sql_literal(meaning_of(column)) + ";\n";
    }
    return out;
}

std::string clickhouse_table(const Table& table) {
    std::string out = "CREATE TABLE " + sql_name(table.name) + " (\n";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const TableColumn& column = table.columns[i];
        const bool key = std::count(table.key.begin(), table.key.end(), column.name) > 0;
        const std::string type(clickhouse_type(column.type));
        std::string meaning = sql_literal(meaning_of(column));
        for (std::size_t at = 0; (at = meaning.find('\\', at)) != meaning.npos; at += 2) {
            meaning.insert(at, "\\");
        }
        out += "    " + sql_name(column.name) + " " +
               (column.required || key ? type : "Nullable(" + type + ")") + " COMMENT " + meaning +
               (i + 1 < table.columns.size() ? ",\n" : "\n");
    }
    return out + ") ENGINE = MergeTree ORDER BY (" + names_of_key(table) + ");\n";
}

}  // namespace

std::string duckdb_script(const std::vector<Table>& tables, const Manifest& manifest) {
    std::string out =
        "-- Reads this folder into a DuckDB database: cd FOLDER && duckdb new.db -f duckdb.sql\n"
        "BEGIN;\n";
    for (const Table& table : tables) {
        out += duckdb_table(table);
        for (const std::string& path : paths_of(table, manifest)) {
            out += "COPY " + sql_name(table.name) + " FROM '" + path +
                   "' (FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULLSTR '',"
                   " ALLOW_QUOTED_NULLS false, AUTO_DETECT false, MAX_LINE_SIZE 200000000);\n";
        }
    }
    return out + "COMMIT;\n";
}

std::string clickhouse_script(const std::vector<Table>& tables, const Manifest& manifest) {
    std::string out =
        "-- Reads this folder into ClickHouse: cd FOLDER && clickhouse-client --multiquery"
        " < clickhouse.sql\n"
        "-- Its TabSeparated is PostgreSQL's COPY text. Spread over machines by company_id.\n";
    for (const Table& table : tables) {
        out += clickhouse_table(table);
        for (const std::string& path : paths_of(table, manifest)) {
            out += "INSERT INTO " + sql_name(table.name) + " FROM INFILE '" + path +
                   "' FORMAT TabSeparated;\n";
        }
    }
    return out;
}

}  // namespace fintool
