// The list of all diagnostic codes: what a document can disappoint us with.
#include "base/diagnostic.h"

#include <algorithm>
#include <cassert>

namespace fintool {

const std::vector<DiagnosticCode>& diagnostic_codes() {
    static const std::vector<DiagnosticCode> all = {
        {"no-statements", Severity::error, "no income statement, balance sheet or cash flow"},
        {"unreadable-column", Severity::doubt, "a column of amounts whose period is not stated"},
        {"period-from-context", Severity::note,
         "a column took its length, date or year from outside its own header"},
        {"unit-by-arithmetic", Severity::note,
         "a row that its words call shares is money: its total adds up with it"},
        {"unit-assumed", Severity::doubt,
         "share capital that its words may call a count is taken for money, decimals among "
         "whole thousands for plain numbers, or whole figures under statistics for counts"},
        {"vintage-assumed", Severity::doubt,
         "a column \"As Adjusted\" is taken for last year set right, as reported"},
        {"date-after-release", Severity::doubt,
         "a column's printed date lies after the day of the release"},
        {"currency-assumed", Severity::doubt,
         "a statement names no currency; that of the release's others was taken, or dollars where "
         "it prints their signs; or its pesos or rupees name no country"},
        {"scale-assumed", Severity::doubt, "no scale is printed; it was chosen by other evidence"},
        {"unreadable-cell", Severity::doubt, "text in a column of amounts that is no amount"},
        {"misaligned-amount", Severity::doubt, "an amount that falls in no column, or in two"},
        {"long-header", Severity::doubt,
         "more rows over the columns than a header has: none of them is read"},
        {"amount-too-large", Severity::doubt,
         "a figure that its scale makes larger than can be held has no value"},
        {"long-sentence", Severity::note,
         "a sentence longer than any written one is not read for claims"},
        {"another-company", Severity::doubt,
         "the statements are those of a business that the filer acquired: no metrics are taken"},
        {"second-company", Severity::doubt,
         "two statements have other amounts for the same periods: one is taken for a second "
         "company's or a part's, without metrics"},
        {"classes-apart", Severity::doubt,
         "classes of stock have different earnings per share: none is the company's"},
        {"notes-assumed", Severity::doubt,
         "small rising numbers in a column without a name are taken for those of notes"},
        {"schedule-disagrees", Severity::doubt,
         "an EX-27 data schedule gives another value than the statements"},
        {"unreadable-text", Severity::error, "bytes that are no text (binary, or damaged)"},
    };
    return all;
}

const DiagnosticCode& diagnostic_code(std::string_view name) {
    const auto& all = diagnostic_codes();
    const auto it = std::find_if(all.begin(), all.end(),
                                 [&](const DiagnosticCode& code) { return code.name == name; });
    assert(it != all.end());
    return *it;
}

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::doubt: return "doubt";
        case Severity::error: return "error";
    }
    return "";
}

}  // namespace fintool
