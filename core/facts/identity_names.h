// Whose release this is: the EDGAR header's filers, the listing, the title, the cover and the heads
// over the statements -> name, ticker, exchange, website.
#pragma once

#include <optional>
#include <string>

#include "document/document.h"
#include "document/submission.h"
#include "facts/identity_period.h"
#include "facts/reading.h"

namespace fintool {

// Of several filers the one whose name heads the statements and is the subject of the prose; the
// first where neither names one. All that is the filing's own stays.
FilingHeader header_of_release(const FilingHeader& header, const ReleaseLines& lines);

void read_company(const FilingHeader& header, const ReleaseLines& lines, const std::string& title,
                  Company& company);

// The name over the statements of a business that the filer acquired.
std::optional<std::string> name_of_acquired(const FilingHeader& header, const ReleaseLines& lines,
                                            const Document& document);

}  // namespace fintool
