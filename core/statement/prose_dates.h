// The prose of a release -> the whole dates that it states, for columns that lack one. Read when
// the first column asks, once for all tables: most releases never ask.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "statement/year_end_rule.h"
#include "value/period.h"

namespace fintool {

struct StatedDate {
    Date date;
    std::optional<Length> length;  // "three months ended" right before it
    bool inception = false;        // "(inception)" right before or behind it
};

class ProseDates {
public:
    // The paragraphs outlive it.
    explicit ProseDates(const std::vector<std::string>& prose) : prose_(prose) {}

    const std::vector<StatedDate>& all();
    const std::vector<YearEndRule>& year_ends();

private:
    const std::vector<std::string>& prose_;
    std::optional<std::vector<StatedDate>> dates_;
    std::optional<std::vector<YearEndRule>> year_ends_;
};

}  // namespace fintool
