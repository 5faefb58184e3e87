// One metric over the quarters -> bars as inline SVG, with a title for each bar.
#pragma once

#include <string>
#include <vector>

#include "query/report_data.h"

namespace fintool {

// Bars stand at their dates: a quarter that is missing is a gap. Nothing for no values.
std::string svg_bars(const std::vector<const ReportValue*>& values, const std::string& name);

}  // namespace fintool
