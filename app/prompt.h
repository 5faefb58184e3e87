// Questions asked one after the other, on a terminal.
#pragma once

#include "commands.h"

namespace fintool::app {

int run_prompt(const Common& common, const QueryOptions& options);

}  // namespace fintool::app
