// Which rows of text that prints a cell per line are sums of those above them.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"

namespace fintool {

// All the rows `parts`, or most and two at least, hold what rows right above them add up to.
bool are_sums(const std::vector<RawRow>& rows, std::size_t begin,
              const std::vector<std::size_t>& parts);

}  // namespace fintool
