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

constexpr PhraseSet kEarned({"income", "earnings", "loss", "losses", "profit", "profits",
                             "results"});
constexpr PhraseSet kOthersShare({"minority", "noncontrolling", "non controlling"});

bool is_sentence(const std::string& text) {
    return text.size() > longest_title || text.ends_with('.') || text.ends_with(':');
}

// "Equity in undistributed net income of bank subsidiaries", "Equity in earnings of subsidiaries";
// "Minority interest in equity and income of subsidiaries" is of a group.
bool is_share_in_subsidiaries(const std::string& words) {
    const bool equity = has_phrase(words, "equity in") && kEarned.any_in(words) &&
                        !kOthersShare.any_in(words);
    return (equity || kOfSubsidiaries.any_in(words)) && kSubsidiaries.any_in(words) &&
           !kUnconsolidated.any_in(words);
}

// "Investments in subsidiaries" among the assets; a cash flow of a group may buy some.
bool is_investment_in_subsidiaries(const std::string& words) {
    return (words.starts_with("investment in subsidiar") ||
            words.starts_with("investments in subsidiar")) &&
           !kUnconsolidated.any_in(words);
}

}  // namespace

bool is_of_parent_alone(const std::vector<LabelledRow>& rows) {
    bool assets = false, invested = false;
    for (const LabelledRow& row : rows) {
        const std::string words = words_of(row.label);
        if (is_share_in_subsidiaries(words)) return true;
        assets = assets || words == "total assets";
        invested = invested || is_investment_in_subsidiaries(words);
    }
    return assets && invested;
}

bool InvesteeNote::holds(const Grid& grid) {
    for (const Paragraph& paragraph : grid.above) {
        const std::string& text = paragraph.text.str();
        const std::string words = words_of(text);
        const bool sentence = is_sentence(text);
        if (sentence && kSummaries.any_in(words)) {
            open_ = kInvestees.any_in(words);
        } else if (sentence || has_phrase(words, "consolidated") ||
                   words.starts_with("note ")) {
            open_ = false;
        }
    }
    return open_;
}

}  // namespace fintool
