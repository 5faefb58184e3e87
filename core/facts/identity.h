// Who published this, when, about which quarter: from the EDGAR header, the dateline, the headline
// and the first paragraphs ("CHATSWORTH, Calif.--(BUSINESS WIRE)--Nov. 4, 2004--").
#pragma once

#include "document/document.h"
#include "document/submission.h"
#include "facts/identity_period.h"
#include "facts/reading.h"

namespace fintool {

struct Identity {
    Company company;
    Filing filing;
};
Identity read_identity(const FilingHeader& header, const ReleaseLines& lines);
inline Identity read_identity(const FilingHeader& header, const Document& document) {
    return read_identity(header, lines_of(document));
}

// Once the statements are read: the period that they report, where the words name another or none.
void settle_period(const FilingHeader& header, const ReleaseLines& lines,
                   const std::vector<Statement>& statements, Identity& identity);

}  // namespace fintool
