// Telling words, as tables. A sentence opens the tables of an investee, the next one closes them:
// "Summary financial information for the projects, which are accounted for under the equity
// method, were as follows:" over "Balance Sheets" and "Statements of Operations".
#include "statement/entity.h"

#include <algorithm>

#include "base/phrase_set.h"
#include "base/text.h"
#include "statement/titles.h"

namespace fintool {
namespace {

constexpr PhraseSet kOfSubsidiaries({"undistributed net income of", "undistributed income of",
                                     "undistributed earnings of", "undistributed net earnings of",
                                     "undistributed profits of", "undistributed net profits of"});
constexpr PhraseSet kSubsidiaries({"subsidiary", "subsidiaries", "subsidiary bank",
                                   "subsidiary banks"});
// Subsidiaries that a group, too, has only a share in.
constexpr PhraseSet kUnconsolidated({"unconsolidated", "non consolidated", "nonconsolidated",
                                     "affiliates", "affiliated", "associated", "foreign"});

constexpr PhraseSet kSummaries(
    {"summary financial information", "summarized financial information",
     "summarised financial information", "condensed financial information",
     "combined financial information", "summary financial data", "summarized financial data",
     "condensed financial data", "summary of financial information", "summarized balance sheet",
     "summarized results of operations", "summary results of operations",
     "summarized statements of operations", "summarized statements of income"});
constexpr PhraseSet kInvestees({"equity method", "unconsolidated", "investee", "investees",
                                "joint venture", "joint ventures", "affiliates",
                                "affiliated companies"});

// "SCHEDULE I - CONDENSED FINANCIAL INFORMATION OF REGISTRANT": the parent's own statements.
constexpr PhraseSet kSchedules(
    {"schedule i condensed financial information", "financial information of parent",
     "financial information of the parent", "financial information of registrant",
     "financial information of the registrant", "condensed financial information of subsidiary"});

bool is_sentence(const std::string& text) {
    return text.size() > longest_title || text.ends_with('.') || text.ends_with(':');
}

}  // namespace

bool is_of_parent_alone(const std::vector<LabelledRow>& rows) {
    return std::any_of(rows.begin(), rows.end(), [](const LabelledRow& row) {
        const std::string words = words_of(row.label);
        return kOfSubsidiaries.any_in(words) && kSubsidiaries.any_in(words) &&
               !kUnconsolidated.any_in(words);
    });
}

bool InvesteeNote::holds(const Grid& grid) {
    for (const Paragraph& paragraph : grid.above) {
        const std::string& text = paragraph.text.str();
        const std::string words = words_of(text);
        const bool sentence = is_sentence(text);
        if (!sentence && kSchedules.any_in(words)) {
            open_ = true;
        } else if (sentence && kSummaries.any_in(words)) {
            open_ = kInvestees.any_in(words);
        } else if (sentence || has_phrase(words, "consolidated") ||
                   words.starts_with("note ")) {
            open_ = false;
        }
    }
    return open_;
}

}  // namespace fintool
