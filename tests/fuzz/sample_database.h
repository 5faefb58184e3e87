// The database that questions and SQL are asked of: two releases of a made-up company, in a folder
// of the process's own, made when it is first asked for.
#pragma once

#include <string>

#include "expect.h"

namespace fintool::fuzz {

// A folder for this process's files, in memory where the system has such a place.
const std::string& folder_of_process();
const std::string& sample_database();

}  // namespace fintool::fuzz
