// Which columns each segment of a header line covers: by a ruler under it, else by its middle.
#pragma once

#include <vector>

#include "grid/grid.h"
#include "grid/line_grid_columns.h"
#include "grid/line_grid_lines.h"

namespace fintool {

struct ColumnRange {
    int first = 0;
    int last = 0;
};

std::size_t nearest_of(const Segment& segment, const std::vector<LineColumn>& columns);
// "Company-owned     Franchised     Total" over "455    1,238    1,693", the first name wider than
// its amounts: right of the labels, over the first column and beyond it on both sides.
bool stand_over_each(const std::vector<Segment>& names, const std::vector<LineColumn>& columns);

// One range per segment, in order, none overlap; empty where there are more segments than columns.
std::vector<ColumnRange> ranges_by_middle(const std::vector<Segment>& segments,
                                          const std::vector<LineColumn>& columns);
// "Quarter Ended" and "Change From" that begin where names of columns begin reach to the next one;
// `below` these names, "2019" and "Change" under "December 31," and "%" go on with one name each.
// `lefts`: where the name of each column begins, or empty.
void ranges_by_left(std::vector<ColumnRange>& ranges, const std::vector<Segment>& segments,
                    const std::vector<int>& lefts, bool below);
void ranges_by_ruler(std::vector<ColumnRange>& ranges, const std::vector<Segment>& segments,
                     const std::vector<LineColumn>& columns, const GridLine& ruler);
// "---------    June 30,    ---------" on one line: the words leave the columns under the rules.
void leave_ruled(std::vector<ColumnRange>& ranges, const std::vector<Segment>& rules,
                 const std::vector<LineColumn>& columns);
// "Three Months Ended" over the first or the middle of its columns reaches to those beside it that
// name no length of their own.
void spread_lengths(std::vector<GridRow>& rows, const std::vector<LineColumn>& columns);
// "Dec. 31,      Dec. 31," right under "Quarter Ended   Year Ended", a "% Change" in each group:
// the days stand over what the lengths stand over.
void align_days(std::vector<GridRow>& rows);
// "2003" and "2004" right over "Q1  Q2  FY  Q1  Q2  FY": each stands over all that comes again.
void spread_over_repeats(std::vector<GridRow>& rows, std::size_t columns);

// How far a line without its indentation has to move right to stand over its columns.
int lost_shift(const std::vector<Segment>& segments, const std::vector<LineColumn>& columns,
               const GridLine* ruler);

}  // namespace fintool
