// Bytes in, a Reading out: the pipeline. Start here.
#pragma once

#include <string_view>

#include "facts/reading.h"

namespace fintool {

// Never fails: what is not understood is in the reading's diagnostics and its status.
Reading read_release(std::string_view bytes);

}  // namespace fintool
