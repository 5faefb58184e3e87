// The program's schema -> the database's: migrations, views, canned queries, dictionary,
// vocabulary.
#pragma once

#include <string>

#include "store/connection.h"

namespace fintool {

constexpr std::int64_t fintool_application_id = 0x46494E54;  // "FINT"

// The number of the newest migration that this program holds.
std::int64_t newest_schema();
std::int64_t schema_of(Connection& connection);  // PRAGMA user_version

// Applies the migrations that are missing, in the caller's transaction.
void migrate_schema(Connection& connection);
// Migrations, and views, canned queries, dictionary and vocabulary where their texts have changed:
// all in one transaction, so that no schema is ever there without its views.
void bring_up_to_date(Connection& connection);

// Tables, indexes and views as a person reads them; canned queries left out.
std::string dump_schema(Connection& connection);
// What differs from the schema that the program would make, in one sentence; empty: nothing.
std::string schema_difference(Connection& connection);

// "2026-11-21T13:45:00Z": now, or SOURCE_DATE_EPOCH.
std::string timestamp();

}  // namespace fintool
