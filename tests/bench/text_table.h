// A statement and a look in, a fixed-width or tab-separated table out, with its titles.
#pragma once

#include <string>

#include "company.h"
#include "layout.h"
#include "printed.h"

namespace bench {

std::string text_table(const PrintedStatement& statement, const Company& company,
                       const Layout& layout);
std::string tab_table(const PrintedStatement& statement, const Company& company,
                      const Layout& layout);

// The lines over a table: company, statement, scale, unaudited.
std::vector<std::string> title_lines(const PrintedStatement& statement, const Company& company,
                                     const Layout& layout);
// The scale words of this kind of statement.
std::string scale_words(const PrintedStatement& statement, const Layout& layout);
// A note's number beside a row, where the look has notes.
std::string note_of(const PrintedRow& row, std::size_t row_no);

std::string capital_letters(std::string text);

}  // namespace bench
