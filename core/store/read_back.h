// A stored release against the Reading that it was made of, before it is committed: a number that
// was bound to the wrong column must not survive.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts/reading.h"
#include "store/connection.h"
#include "store/release_writer.h"

namespace fintool {

// The first table whose rows are not what the reading says; empty where all are.
std::string table_that_differs(Connection& connection, const Reading& reading,
                               const WrittenRelease& written);

// Facts in the order in which they are stored: one per name, period, unit, basis, origin and
// vintage; where a release prints a figure twice, its first place stands.
std::vector<const MetricFact*> facts_to_store(const Reading& reading, std::int64_t company_id);

}  // namespace fintool
