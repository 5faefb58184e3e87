// The prose of a release, and the rows of its tables that are called by a year's end -> the whole
// dates that it states, for columns that lack one. Read when the first column asks, once for all
// tables: most releases never ask.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "statement/year_end_rule.h"
#include "grid/grid.h"
#include "value/period.h"

namespace fintool {

struct StatedDate {
    Date date;
    std::optional<Length> length;  // "three months ended" right before it
    bool inception = false;        // "(inception)" right before or behind it
};

class ProseDates {
public:
    // Both outlive it.
    ProseDates(const std::vector<std::string>& prose, const std::vector<Grid>& grids)
        : prose_(prose), grids_(grids) {}

    const std::vector<StatedDate>& all();
    const std::vector<YearEndRule>& year_ends();

private:
    const std::vector<std::string>& prose_;
    const std::vector<Grid>& grids_;
    std::optional<std::vector<StatedDate>> dates_;
    std::optional<std::vector<YearEndRule>> year_ends_;
};

}  // namespace fintool
