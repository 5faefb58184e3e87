// Telling rows, as a table, and what makes a statement: totals, net income, the three sections of a
// cash flow.
#include "statement/kind_rows.h"

#include <algorithm>
#include <array>

#include "base/phrase_set.h"
#include "base/text.h"
#include "base/word_set.h"
#include "grid/cell_text.h"
#include "statement/cross_check.h"

namespace fintool {
namespace {

using Kind = Statement::Kind;

struct TellingRow {
    Kind kind;
    std::string_view phrase;  // in words_of(label)
    bool whole;               // the whole label, not a part of it
};

// Rows that an income statement, a balance sheet or a cash flow has and the others have not.
constexpr TellingRow kTelling[] = {
    {Kind::income, "revenue", true},
    {Kind::income, "revenues", true},
    {Kind::income, "net revenues", false},
    {Kind::income, "net revenue", false},
    {Kind::income, "total revenues", false},
    {Kind::income, "total revenue", false},
    {Kind::income, "net sales", false},
    {Kind::income, "sales", true},
    {Kind::income, "cost of sales", false},
    {Kind::income, "cost of revenues", false},
    {Kind::income, "cost of revenue", false},
    {Kind::income, "cost of goods sold", false},
    {Kind::income, "cost of products sold", false},
    {Kind::income, "gross profit", false},
    {Kind::income, "gross margin", true},
    {Kind::income, "general and administrative", false},
    {Kind::income, "research and development", false},
    {Kind::income, "operating income", false},
    {Kind::income, "income from operations", false},
    {Kind::income, "loss from operations", false},
    {Kind::income, "operating loss", false},
    {Kind::income, "before income taxes", false},
    {Kind::income, "before taxes", false},
    {Kind::income, "before provision", false},
    {Kind::income, "provision for income taxes", false},
    {Kind::income, "income tax expense", false},
    {Kind::income, "income taxes", true},
    {Kind::income, "total interest income", false},
    {Kind::income, "net interest income", false},
    {Kind::income, "total interest expense", false},
    {Kind::income, "provision for loan losses", false},
    {Kind::income, "premiums earned", false},
    {Kind::income, "earned premiums", false},
    {Kind::income, "net investment income", false},
    {Kind::income, "weighted average", false},
    {Kind::income, "per share", false},
    {Kind::income, "diluted", false},
    {Kind::balance, "total assets", true},
    {Kind::balance, "total current assets", true},
    {Kind::balance, "total current liabilities", true},
    {Kind::balance, "total liabilities", false},
    {Kind::balance, "accounts payable", false},
    {Kind::balance, "retained earnings", false},
    {Kind::balance, "accumulated deficit", false},
    {Kind::balance, "additional paid in capital", false},
    {Kind::balance, "capital in excess of par", false},
    {Kind::balance, "common stock", false},
    {Kind::balance, "total stockholders equity", false},
    {Kind::balance, "total shareholders equity", false},
    {Kind::balance, "total equity", false},
    {Kind::balance, "total deposits", false},
    {Kind::balance, "goodwill", false},
    {Kind::balance, "inventories", true},
    {Kind::balance, "property plant and equipment", false},
    {Kind::balance, "net current assets", false},
    {Kind::balance, "total assets less current liabilities", false},
    {Kind::balance, "creditors amounts falling due", false},
    {Kind::balance, "called up share capital", false},
    {Kind::balance, "share premium", false},
    {Kind::cashflow, "operating activities", false},
    {Kind::cashflow, "investing activities", false},
    {Kind::cashflow, "financing activities", false},
    {Kind::cashflow, "investing cash flow", true},
    {Kind::cashflow, "financing cash flow", true},
    {Kind::cashflow, "beginning of", false},
    {Kind::cashflow, "end of", false},
    {Kind::cashflow, "increase in cash", false},
    {Kind::cashflow, "decrease in cash", false},
    {Kind::cashflow, "change in cash", false},
    {Kind::cashflow, "depreciation and amortization", false},
    {Kind::cashflow, "capital expenditures", false},
};

// The words of a label without its footnote marks: "Total assets (1)", "Total assets(a)*".
std::string name_of(std::string_view label) {
    for (label = trim(label); !label.empty(); label = trim(label)) {
        const bool bracket = label.back() == ')' || label.back() == ']';
        const std::size_t mark = bracket ? label.find_last_of("([") : label.size() - 1;
        if (mark == label.npos || mark == 0 || !names_footnote(label.substr(mark))) break;
        label = label.substr(0, mark);
    }
    return words_of(label);
}

// "Cash used for investing", "Net cash provided by operations": activities that go without saying.
std::string with_activities(std::string words) {
    constexpr std::string_view operations = "operations";
    if (!has_phrase(words, "cash")) return words;
    if (words.ends_with(" operations"))
        words.replace(words.size() - operations.size(), operations.size(), "operating activities");
    if (words.ends_with(" investing") || words.ends_with(" financing")) words += " activities";
    return words;
}

}  // namespace

// Each telling row counts once, however often it is printed.
KindVotes count_votes(const std::vector<LabelledRow>& rows) {
    static constexpr PhraseSet telling = phrases_of(kTelling, &TellingRow::phrase);
    std::array<bool, std::size(kTelling)> found{};
    const auto look_at = [&](std::string_view text) {
        if (text.empty()) return;
        const std::string words = with_activities(name_of(text));
        telling.find(words, [&](std::size_t i) {
            if (!kTelling[i].whole || words == kTelling[i].phrase) found[i] = true;
            return false;
        });
    };
    const std::string* section = nullptr;
    for (const auto& row : rows) {
        look_at(row.label);
        if (section == nullptr || *section != row.section) look_at(row.section);
        section = &row.section;
    }
    KindVotes votes;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i]) ++votes.of[static_cast<std::size_t>(kTelling[i].kind)];
    }
    return votes;
}

namespace {

bool has_net_income(const std::vector<LabelledRow>& rows) {
    return std::any_of(rows.begin(), rows.end(),
                       [](const LabelledRow& row) { return is_net_income_label(row.label); });
}

// "Income before income taxes" and earnings per share: between them is the net income, whatever it
// is called ("Income"). A reconciliation leads to adjusted earnings.
bool leads_to_per_share(const std::vector<LabelledRow>& rows) {
    static constexpr PhraseSet reconciled({"non gaap", "adjusted", "adjustment", "adjustments",
                                           "excluding", "reconciliation"});
    static constexpr PhraseSet before({"before income taxes", "before taxes", "before tax",
                                       "before provision", "before income tax"});
    static constexpr PhraseSet per_share({"per share", "per common share", "eps"});
    bool pretax = false, result = false;
    for (const LabelledRow& row : rows) {
        const std::string words = words_of(row.section + ' ' + row.label);
        if (reconciled.any_in(words)) return false;
        pretax = pretax || before.any_in(words);
        result = result || (pretax && per_share.any_in(words));
    }
    return result;
}

// Amounts without labels are a table that was not understood, whatever its title says. A balance
// sheet may leave all its totals unlabelled.
bool is_labelled(Kind kind, const std::vector<LabelledRow>& rows) {
    const auto unlabelled = std::count_if(rows.begin(), rows.end(),
                                          [](const LabelledRow& row) { return row.label.empty(); });
    return static_cast<std::size_t>(unlabelled) * (kind == Kind::balance ? 2U : 3U) <= rows.size();
}

}  // namespace

bool has_both_totals(const std::vector<LabelledRow>& rows) {
    bool assets = false, both = false;
    for (const auto& row : rows) {
        const std::string words = name_of(row.label);
        assets = assets || words == "total assets";
        both = both || (words.starts_with("total liabilities and") && words.size() > 22);
    }
    return assets && both;
}

namespace {

// "Selected balance sheet data": total assets, equity by any name, and no income of five years.
bool has_assets_and_equity(const std::vector<LabelledRow>& rows) {
    bool assets = false, equity = false;
    for (const auto& row : rows) {
        const std::string words = name_of(row.label);
        assets = assets || words == "total assets";
        equity = equity || (!words.starts_with("total liabilities") &&
                            (words.ends_with("stockholders equity") ||
                             words.ends_with("shareholders equity") ||
                             words == "stockholders deficit" || words == "shareholders deficit"));
    }
    return assets && equity && !has_net_income(rows);
}

// Rows under "ASSETS" and "Current assets": the first page of a balance sheet, its totals
// unlabelled.
bool has_asset_sections(const std::vector<LabelledRow>& rows) {
    bool assets = false, current = false;
    for (const auto& row : rows) {
        const std::string words = words_of(row.section);
        assets = assets || words.starts_with("assets");
        current = current || has_phrase(words, "current assets");
    }
    return assets && current;
}

// Rows under "Assets", or down to "Total assets", and under "Liabilities and stockholders' equity",
// however few.
bool has_both_sides(const std::vector<LabelledRow>& rows) {
    bool assets = false, both = false;
    for (const auto& row : rows) {
        const std::string words = words_of(row.section);
        assets = assets || words.starts_with("assets") || name_of(row.label) == "total assets";
        both = both || (assets && words.starts_with("liabilities"));
    }
    return both;
}

// "CASH FLOWS SUMMARY": what operations, investing and financing brought in, and no more; "CASH
// FLOWS" over "Provided by operating activities"; "Cash used for investing".
bool has_three_flows(const std::vector<LabelledRow>& rows) {
    static constexpr std::array<std::string_view, 3> activities = {
        "operating activities", "investing activities", "financing activities"};
    return std::all_of(activities.begin(), activities.end(), [&](std::string_view activity) {
        return std::any_of(rows.begin(), rows.end(), [&](const LabelledRow& row) {
            const std::string words = with_activities(words_of(row.label));
            const bool flow = has_phrase(words, "cash") || words.starts_with("provided by ") ||
                              words.starts_with("used ") || words.starts_with("provided used ") ||
                              words.starts_with("used provided ");
            return flow && has_phrase(words, activity);
        });
    });
}

// "Cash flow from operating activities" over "Change in cash and cash equivalents".
bool leads_to_change_in_cash(const std::vector<LabelledRow>& rows) {
    bool operations = false;
    return std::any_of(rows.begin(), rows.end(), [&](const LabelledRow& row) {
        const std::string words = words_of(row.label);
        operations = operations || words.ends_with("cash flow from operating activities");
        return operations && has_phrase(words, "change in cash");
    });
}

}  // namespace

bool has_core(Kind kind, const std::vector<LabelledRow>& rows, const KindVotes& votes) {
    if (!is_labelled(kind, rows)) return false;
    switch (kind) {
        case Kind::income:
            return rows.size() >= 4 && (has_net_income(rows) || leads_to_per_share(rows));
        case Kind::balance:
            // "Selected balance sheet data": total assets, total liabilities, total equity.
            return votes[kind] >= 3 || has_assets_and_equity(rows) ||
                   (rows.size() >= 5 && (has_both_totals(rows) || has_both_sides(rows) ||
                                         has_asset_sections(rows)));
        case Kind::cashflow:
            return (votes[kind] >= 3 || leads_to_change_in_cash(rows)) &&
                   (rows.size() >= 5 || has_three_flows(rows));
        case Kind::other: return false;
    }
    return false;
}

Kind kind_by_rows(const std::vector<LabelledRow>& rows, const KindVotes& votes) {
    constexpr int kEnough = 4;
    Kind best = Kind::other;
    for (const Kind kind : {Kind::cashflow, Kind::balance, Kind::income}) {
        if (votes[kind] < kEnough || !has_core(kind, rows, votes)) continue;
        if (best == Kind::other || votes[kind] > votes[best] + 2) best = kind;
    }
    return best;
}

bool leads_to_net_income(const std::vector<LabelledRow>& rows, const KindVotes& votes) {
    const bool below = rows.size() > 6 && !has_net_income({rows.begin(), rows.begin() + 6});
    return kind_by_rows(rows, votes) == Kind::income || (below && has_net_income(rows));
}

bool is_summary(const std::vector<LabelledRow>& rows) {
    static constexpr WordSet few({"sales", "net sales", "total sales", "revenue", "revenues",
                                  "net revenue", "net revenues", "total revenue", "total revenues",
                                  "operating revenues", "operating revenue", "turnover",
                                  "net turnover", "net interest income"});
    static constexpr PhraseSet per_share({"per share", "eps"});
    static constexpr PhraseSet earned({"income", "earnings", "loss"});
    bool sales = false, shares = false;
    for (const LabelledRow& row : rows) {
        sales = sales || few.contains(name_of(row.label));
        const std::string words = words_of(row.section + ' ' + row.label);
        // "Per common share:" over "Net income - basic"; not "Book value per common share".
        const bool common = has_phrase(words, "per common share") && earned.any_in(words);
        shares = shares || common || per_share.any_in(words);
    }
    return sales && shares && has_net_income(rows) && is_labelled(Kind::income, rows);
}

}  // namespace fintool
