// Sentences on the fiscal year's end: see the header. Only word for word, as notes put it.
#include "statement/year_end_rule.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/text.h"
#include "base/word_set.h"
#include "statement/period_tokens.h"
#include "value/month.h"

namespace fintool {
namespace {

using Words = std::vector<std::string_view>;

constexpr WordSet near_words({"nearest", "closest"});
// "in the month of", "to the end of", "to the last day of"
constexpr WordSet between({"in", "of", "to", "the", "month", "end", "last", "day", "calendar",
                           "each"});
constexpr WordSet years({"year", "years"});

// Behind `from`, past words that say nothing themselves; the month's place, or the end.
std::size_t month_behind(const Words& words, std::size_t from) {
    std::size_t at = from;
    while (at < words.size() && between.contains(words[at])) ++at;
    return at < words.size() && month_named(words[at]) != 0 ? at : words.size();
}

unsigned day_at(const Words& words, std::size_t at) {
    unsigned day = 0;
    if (at < words.size() && words[at].size() <= 2)
        std::from_chars(words[at].data(), words[at].data() + words[at].size(), day);
    return day <= 31 ? day : 0;
}

bool speaks_of_years(const Words& words, std::size_t weekday) {
    constexpr std::size_t reach = 30;
    const std::size_t first = weekday < reach ? 0 : weekday - reach;
    return std::any_of(words.begin() + static_cast<long>(first),
                       words.begin() + static_cast<long>(weekday),
                       [](std::string_view word) { return years.contains(word); });
}

std::optional<YearEndRule> rule_at(const Words& words, std::size_t at) {
    const auto weekday = weekday_named(words[at]);
    if (!weekday || at == 0 || !speaks_of_years(words, at)) return std::nullopt;
    YearEndRule rule{std::chrono::weekday{*weekday}};
    if (words[at - 1] == "last" || words[at - 1] == "final") {
        const std::size_t month = month_behind(words, at + 1);
        if (month == words.size()) return std::nullopt;
        rule.month = month_named(words[month]);
        return rule;
    }
    constexpr std::size_t reach = 4;  // "Saturday which falls nearest"
    std::size_t near = near_words.contains(words[at - 1]) ? at : at + 1;
    while (near > at && near < words.size() && near < at + reach &&
           !near_words.contains(words[near]))
        ++near;
    if (near > at && (near >= words.size() || !near_words.contains(words[near])))
        return std::nullopt;
    const std::size_t month = month_behind(words, near + 1);
    if (month == words.size()) return std::nullopt;
    rule.month = month_named(words[month]);
    const unsigned day = day_at(words, month + 1);
    rule.nearest = day == 0 ? 31 : day;
    return rule;
}

Date day_in(const YearEndRule& rule, int year) {
    Date end = make_date(year, rule.month, rule.nearest.value_or(31));
    if (!end.ok()) {
        end = Date{std::chrono::year{year} / std::chrono::month{rule.month} / std::chrono::last};
    }
    const std::chrono::weekday falls{std::chrono::sys_days{end}};
    const int back = static_cast<int>((falls - rule.weekday).count());  // 0 to 6
    return add_days(end, rule.nearest && back > 3 ? 7 - back : -back);
}

// The rule's day that is `date` or within days of it.
std::optional<Date> day_near(const YearEndRule& rule, Date date) {
    constexpr int drift = 10;
    for (const int step : {-1, 0, 1}) {
        const Date day = day_in(rule, static_cast<int>(date.year()) + step);
        if (std::abs(days_between(date, day)) <= drift) return day;
    }
    return std::nullopt;
}

}  // namespace

std::vector<YearEndRule> read_year_end_rules(const std::vector<std::string>& prose) {
    std::vector<YearEndRule> rules;
    for (const std::string& paragraph : prose) {
        const std::string text = words_of(paragraph);
        if (text.find("day ") == text.npos) continue;
        const Words words = split(text, ' ');
        for (std::size_t at = 0; at < words.size(); ++at) {
            const auto rule = rule_at(words, at);
            if (rule && std::find(rules.begin(), rules.end(), *rule) == rules.end())
                rules.push_back(*rule);
        }
    }
    return rules;
}

std::optional<Date> year_end_near(const std::vector<YearEndRule>& rules, Date known, Date about) {
    std::optional<Date> found;
    for (const YearEndRule& rule : rules) {
        if (day_near(rule, known) != known) continue;
        const auto day = day_near(rule, about);
        if (!day || (found && *found != *day)) return std::nullopt;
        found = day;
    }
    return found;
}

}  // namespace fintool
