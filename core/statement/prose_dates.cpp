// Whole dates of paragraphs, with the length that stands before them: see the header.
#include "statement/prose_dates.h"

#include "statement/period_phrase.h"

namespace fintool {

namespace {

using Kind = PeriodWord::Kind;

std::vector<StatedDate> dates_in(const std::vector<std::string>& prose) {
    std::vector<StatedDate> stated;
    for (const std::string& paragraph : prose) {
        const std::vector<PeriodWord> words = read_period_words(paragraph);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const PeriodWord& word = words[i];
            if (word.kind != Kind::date || !word.year || !word.month || !word.day) continue;
            StatedDate found{make_date(*word.year, *word.month, *word.day), {}, false};
            const auto near = [&](const PeriodWord& a, const PeriodWord& b) {
                return b.begin <= a.end + 15;
            };
            if (i > 0 && near(words[i - 1], word)) {
                const PeriodWord& before = words[i - 1];
                const bool ended = before.ended && before.length.count > 0;
                if (ended) found.length = before.length;
                found.inception = before.kind == Kind::inception;
            }
            const bool behind = i + 1 < words.size() && near(word, words[i + 1]);
            if (behind && words[i + 1].kind == Kind::inception) found.inception = true;
            stated.push_back(found);
        }
    }
    return stated;
}

}  // namespace

const std::vector<StatedDate>& ProseDates::all() {
    if (!dates_) dates_ = dates_in(prose_);
    return *dates_;
}

const std::vector<YearEndRule>& ProseDates::year_ends() {
    if (!year_ends_) year_ends_ = read_year_end_rules(prose_);
    return *year_ends_;
}

}  // namespace fintool
