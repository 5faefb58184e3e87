// The tables, keys, indexes, comments and views as PostgreSQL's DDL. What is text sorts by its
// bytes (COLLATE "C"), as in SQLite, so that the same questions give the same order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "transfer/tables.h"

namespace fintool {

std::string_view postgres_type(TableColumn::Type type);

// CREATE TABLE with primary keys, and the comments.
std::string postgres_tables(const std::vector<Table>& tables);
// Indexes and foreign keys, made best when the rows are there.
std::string postgres_keys(const std::vector<Table>& tables);
// The pinned views and the canned queries without parameters, with their comments.
struct PostgresView {
    std::string name, sql;  // sql: CREATE VIEW and COMMENT
};
Result<std::vector<PostgresView>> postgres_views(Snapshot& snapshot);

// All of it as a file.
std::string postgres_schema(const std::vector<Table>& tables,
                            const std::vector<PostgresView>& views);

}  // namespace fintool
