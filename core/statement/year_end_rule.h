// What the prose says of the day that ends a year of 52 or 53 weeks -> that day in any year.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "value/date.h"

namespace fintool {

// "the last Friday in September", "the Saturday closest to January 31"
struct YearEndRule {
    std::chrono::weekday weekday;
    unsigned month = 12;
    std::optional<unsigned> nearest = {};  // the day to be near to; nothing: the month's last
    bool operator==(const YearEndRule&) const = default;
};

std::vector<YearEndRule> read_year_end_rules(const std::vector<std::string>& prose);

// The year end within days of `about`, by the rules that `known` keeps; nothing where it keeps
// none, or where two of them part.
std::optional<Date> year_end_near(const std::vector<YearEndRule>& rules, Date known, Date about);

}  // namespace fintool
