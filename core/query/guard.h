// What a statement from outside may do on a connection: read. The list of attacks that this stops
// is the table in tests/query_test.cpp.
#pragma once

struct sqlite3;

namespace fintool {

// Limits and switches first, the allow-list last: from then on even our own PRAGMAs are refused.
void harden(sqlite3* db);

}  // namespace fintool
