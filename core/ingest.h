// Bytes in, a Reading out: the pipeline. Start here.
#pragma once

#include <string_view>
#include <vector>

#include "facts/metrics.h"
#include "facts/reading.h"

namespace fintool {

// Never fails: what is not understood is in the reading's diagnostics and its status. `own`: labels
// that the user has given a meaning.
Reading read_release(std::string_view bytes, const std::vector<OwnLabel>& own = {});

}  // namespace fintool
