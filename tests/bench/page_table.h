// A statement and a look in, an HTML table out, with its titles.
#pragma once

#include <string>

#include "company.h"
#include "layout.h"
#include "printed.h"

namespace bench {

std::string page_table(const PrintedStatement& statement, const Company& company,
                       const Layout& layout);

// Text as markup: entities for what markup reads, quotes and dashes as the look has them.
std::string marked_up(const std::string& text, const Layout& layout);

}  // namespace bench
