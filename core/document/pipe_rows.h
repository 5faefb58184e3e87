// Pipe text that renders HTML has lost its spans: the same column stands behind another number of
// pipes in every row ("Cash | | $ | 1,031 |" over "Debt | | 846 |"). This puts each row's amounts
// into columns by their order, where they are complete, and by their place, where they are not.
#pragma once

#include "document/document.h"

namespace fintool {

// The rows of one pipe table, first cell the label. Tables whose rows already agree stay as they
// are; a row whose amounts fit no column keeps its label alone, its amounts in a cell behind the
// last column.
CellTable align_pipe_rows(CellTable table);

}  // namespace fintool
