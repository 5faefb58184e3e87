// Sentences as words: years behind "fiscal", then a number of weeks. See the header.
#include "statement/stated_weeks.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/text.h"
#include "base/word_set.h"

namespace fintool {
namespace {

using std::string_view;
using WeeksOfYears = std::map<int, int>;

constexpr std::size_t longest_text = 20000;
constexpr int usual_weeks = 52;

int number_in(string_view word, std::size_t digits) {
    const bool number =
        word.size() == digits && std::all_of(word.begin(), word.end(), is_digit);
    return number ? std::stoi(std::string(word)) : 0;
}

// "Fiscal years 2014 and 2013 spanned 52 weeks each. Fiscal year 2012 spanned 53 weeks": each year
// with its weeks. "Fiscal 2002; the 53 weeks ended January 3, 2004" is of two years, "the 52 or
// 53-week period" of none.
void read_weeks(string_view text, WeeksOfYears& found) {
    static constexpr WordSet leads({"year", "years", "and", "was", "were", "is", "are", "had",
                                    "has", "have", "spanned", "spans", "contained", "contains",
                                    "included", "includes", "comprised", "consisted", "consists",
                                    "of", "a", "the", "each"});
    const std::string words = words_of(text);
    std::vector<int> years;
    bool fiscal = false;
    int count = 0;
    for (const string_view word : parts_of(words, ' ')) {
        const int year = number_in(word, 4);
        const bool weeks = word == "weeks" || word == "week";
        if (fiscal && weeks && (count == usual_weeks || count == usual_weeks + 1)) {
            for (const int one : years) {
                const auto [at, first] = found.emplace(one, count);
                if (!first && at->second != count) at->second = 0;  // said both ways: neither
            }
        }
        count = number_in(word, 2);
        if (fiscal && year != 0) {
            years.push_back(year);
        } else if (word == "fiscal" || (count == 0 && !leads.contains(word))) {
            fiscal = word == "fiscal";
            years.clear();
        }
    }
}

WeeksOfYears weeks_in_prose(const std::vector<std::string>& prose) {
    WeeksOfYears found;
    for (const std::string& text : prose) {
        const bool speaks = text.find("53") != text.npos && text.find("week") != text.npos;
        if (!speaks || text.size() > longest_text) continue;
        for (const string_view sentence : parts_of(text, '.')) read_weeks(sentence, found);
    }
    return found;
}

// The fiscal year that ends on the day; 0 where some companies call it by the year before.
int fiscal_year_of(Date end) {
    const int year = static_cast<int>(end.year());
    const unsigned month = static_cast<unsigned>(end.month());
    if (month == 1 && static_cast<unsigned>(end.day()) <= 7) return year - 1;
    return month > 6 ? year : 0;
}

// A year whose start was counted back by 52 weeks.
bool is_year_of_weeks(const Period& period) {
    const int days = days_between(period.start, period.end) + 1;
    return period.kind == Period::Kind::duration && period.months == 12 && days == usual_weeks * 7;
}

}  // namespace

void settle_weeks(const std::vector<std::string>& prose,
                  const std::vector<Statement*>& statements) {
    const WeeksOfYears weeks = weeks_in_prose(prose);
    if (weeks.empty()) return;
    for (Statement* statement : statements) {
        for (Column& column : statement->columns) {
            if (!column.period || !is_year_of_weeks(*column.period)) continue;
            const auto stated = weeks.find(fiscal_year_of(column.period->end));
            if (stated == weeks.end() || stated->second != usual_weeks + 1) continue;
            column.period->start = add_days(column.period->start, -7);
        }
    }
}

}  // namespace fintool
