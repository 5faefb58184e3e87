// SQLite's memory, pooled: Debian builds SQLite without its own lookaside, so that each node of
// each parsed view is one malloc, under a lock, with sums. A process that only wants to ask a
// question spent a third of its instructions there.
#pragma once

#include <cstdint>

namespace fintool {

// From now on small pieces come from lists of this thread's own. Before the first use of SQLite in
// the process; later it changes nothing.
void pool_sqlite_memory();

// What SQLite may hold at most in this process, pooled or not, in bytes; beyond it a statement ends
// with SQLITE_NOMEM. Until then there is no limit.
void limit_sqlite_memory(std::int64_t bytes);

}  // namespace fintool
