// Which quarter a release reports: its last day, its place in the fiscal year, the year's end.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "facts/identity_text.h"
#include "facts/reading.h"

namespace fintool {

// A document's text, apart from its structure.
struct ReleaseLines {
    std::vector<std::string_view> prose;   // paragraphs and headings in order, those of tables too
    std::vector<bool> heading;             // beside prose
    std::vector<bool> in_table;            // beside prose: words over a table's first amounts
    std::vector<DateMention> table_dates;  // in lines and cells of tables
    std::size_t opening = 0;               // paragraphs up to the one with the dateline, or a few
};
ReleaseLines lines_of(const Document& document);

// The latest day that a reported period ends on, before the release.
std::optional<Date> find_period_end(const ReleaseLines& lines, const std::optional<Date>& released);

// Whether the first paragraphs speak of a period that ended after the supposed day of release.
bool opens_with_later_end(const ReleaseLines& lines, const std::optional<Date>& released);

// The latest end of the primary statements' periods, up to the release: where prose names none, or
// one that no statement has ("fiscal 2024 ends December 31, 2023" in a form for June).
std::optional<Date> end_in_statements(const std::vector<Statement>& statements,
                                      const std::optional<Date>& named,
                                      const std::optional<Date>& released);

// "MM-DD" of the day before the year to date that ends on `end`: six or nine months; else empty.
std::string year_end_in_statements(const std::vector<Statement>& statements, Date end);

// Sets fiscal quarter, fiscal year and, where the header knew none, the fiscal year's end: the
// words that number the quarter come first, then the statements, then days in tables.
void read_fiscal_period(const ReleaseLines& lines, const std::string& by_statements,
                        Company& company, Filing& filing);

}  // namespace fintool
