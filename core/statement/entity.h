// Grid and rows -> whose figures they are: notes print the parent's own statements, and those of
// companies that it has only a share in, under the titles of the group's.
#pragma once

#include <vector>

#include "grid/grid.h"
#include "statement/labels.h"

namespace fintool {

// "Equity in earnings of subsidiaries", "Investments in subsidiaries": no consolidated statement
// has them, those of "Schedule I - Condensed financial information of parent" have.
bool is_of_parent_alone(const std::vector<LabelledRow>& rows);

// Goes through a release's grids in order.
class InvesteeNote {
public:
    // Whether this grid is of a company that is accounted for under the equity method, or of the
    // parent alone in a schedule behind the statements.
    bool holds(const Grid& grid);

private:
    bool open_ = false;
};

}  // namespace fintool
