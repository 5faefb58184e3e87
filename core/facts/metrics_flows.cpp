// The cash flow's three totals where only the heading over them says which they are: "Net Cash
// Provided" under "Cash Flows From Operating Activities", an unlabelled sum under "Financing:".
#include <algorithm>
#include <array>

#include "base/phrase_set.h"
#include "base/text.h"
#include "base/word_set.h"
#include "facts/metrics_rows.h"
#include "facts/metrics_sums.h"

namespace fintool {
namespace {

using std::string_view;

struct Activity {
    string_view metric;
    PhraseSet<1> named;  // "Cash Flows From Operating Activities"
    WordSet<3> whole;    // all that the heading says
};
constexpr std::array<Activity, 3> kActivities = {{
    {"operating_cash_flow", PhraseSet<1>({"operating activities"}),
     WordSet<3>({"operations", "operating", "cash flows from operations"})},
    {"investing_cash_flow", PhraseSet<1>({"investing activities"}),
     WordSet<3>({"investments", "investing", "investment activities"})},
    {"financing_cash_flow", PhraseSet<1>({"financing activities"}),
     WordSet<3>({"financing", "financings", "finance activities"})},
}};

bool is_of(const Activity& activity, string_view heading) {
    const std::string words = words_of(heading);
    return activity.whole.contains(words) || activity.named.any_in(words);
}

// The outermost heading of the activity, with those that it stands under; empty: none.
std::string section_of(const Activity& activity, const std::string& section) {
    for (std::size_t end = 0; end != section.npos;) {
        const std::size_t begin = end == 0 ? 0 : end + 3;
        end = section.find(" > ", begin);
        if (is_of(activity, section.substr(begin, end - begin))) return section.substr(0, end);
    }
    return {};
}

// "Net Cash Provided (Used)", "Net cash flow": names a total and no activity.
bool names_total(string_view label) {
    static constexpr WordSet bare({"net", "cash", "flow", "flows", "provided", "used", "by", "in",
                                   "for", "from", "total", "generated", "required"});
    const std::string words = words_of(label);
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (!bare.contains(string_view(words).substr(at, end - at))) return false;
        at = end + 1;
    }
    return has_phrase(words, "cash");
}

// "Net increase in cash", "Cash at end of year" right below the last section.
bool is_of_cash(const Rows& rows, std::size_t row) {
    return rows.has_word(row, "cash") &&
           rows.has_any_word(row, {"increase", "decrease", "change", "beginning", "end"});
}

}  // namespace

void pick_flows_by_section(const Rows& rows, Picks& picks) {
    const auto& printed = rows.statement().rows;
    for (const Activity& activity : kActivities) {
        if (picks.row_of(activity.metric)) continue;
        std::optional<std::size_t> last;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const bool under = !section_of(activity, printed[row].section).empty();
            if (under && rows.has_amounts(row) && !is_of_cash(rows, row)) last = row;
        }
        if (!last || rows.unit_kind(*last) != Unit::Kind::money) continue;
        const auto first = first_summand(rows, *last);
        const bool sum =
            rows.words(*last).total && first &&
            stands_under(printed[*first], section_of(activity, printed[*last].section));
        if (sum || names_total(printed[*last].label))
            picks.offer(activity.metric, *last, kStructural);
    }
}

}  // namespace fintool
