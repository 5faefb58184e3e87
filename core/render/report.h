// What is known of some companies -> one self-contained page: no scripts, nothing from elsewhere;
// every number shows its source line on hover, on tap or by keyboard.
#pragma once

#include <string>
#include <vector>

#include "query/report_data.h"

namespace fintool {

std::string render_report(const std::vector<CompanyReport>& companies);

// The page's beginning, up to <body>: styles for light, dark, phone and paper.
std::string report_head(const std::string& title);

}  // namespace fintool
