// Lines of fixed-width text -> Grids: one per table that they hold, split at titles, at headers
// that start over, at prose; joined over page breaks. One GridRow per printed line.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "grid/grid.h"

namespace fintool {

// `above` are the paragraphs that stand over the block, nearest last.
std::vector<Grid> read_line_grids(const LineTable& table, const std::vector<Paragraph>& above,
                                  Diagnostics& diagnostics);

}  // namespace fintool
