// The database's own schema -> its tables as another engine needs them: columns with plain types,
// keys, indexes, meanings, and to which release, company or nothing a row belongs.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "query/snapshot.h"

namespace fintool {

struct TableColumn {
    // What SQLite calls INTEGER has 64 bits; a column without a type holds values of either kind.
    enum class Type { bigint, numeric, real, text, date, timestamp, bytes };
    std::string name;
    Type type = Type::text;
    bool required = false;
    std::string meaning;
};

struct ForeignKey {
    std::string column, table, target;
};

struct TableIndex {
    std::string name;
    std::vector<std::string> columns;
    bool unique = false;
    std::string where;  // of a partial one: "cik IS NOT NULL"
};

struct Table {
    // What a row belongs to. Inputs of metrics belong to a release, too, but may come from those of
    // another one: they are handed over when all releases are there.
    enum class Owner { none, company, release, inputs };
    std::string name, meaning;
    Owner owner = Owner::none;
    std::vector<TableColumn> columns;
    std::vector<std::string> key;
    std::vector<ForeignKey> foreign;
    std::vector<TableIndex> indexes;
};

// In an order in which each table stands behind those that it points to. Also makes the temporary
// table that rows_of_owner() needs.
Result<std::vector<Table>> read_tables(Snapshot& snapshot);

bool is_of_releases(const Table& table);  // release or inputs
// The rows of one company or release, whose number is ?1, or, of tables that belong to none, of the
// whole table; in an order of their own.
std::string rows_of_owner(const Table& table);
std::string rows_of_table(const Table& table);
// Which rows on the other side belong to the companies or releases whose numbers stand in
// `numbers`.
std::string owned_by(const Table& table, const std::string& numbers);

std::string joined(const std::vector<std::string>& names, const std::string& between = ", ");
// "\"value\"": a name as SQL.
std::string sql_name(const std::string& name);

}  // namespace fintool
