// Which program hands the data over, for manifests and the bookkeeping on the other side.
#pragma once

#include <cstdint>
#include <string>

namespace fintool {

std::string program_version();       // "0.1.0"
std::int64_t newest_known_schema();  // number of the newest migration

}  // namespace fintool
