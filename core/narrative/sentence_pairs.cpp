// Figures that come two by two: for the quarter and the year to date, in all and per share.
#include "base/word_set.h"
#include "narrative/sentence_reader.h"

namespace fintool {

using Kind = Item::Kind;

// "$9.7 million and $18.8 million for the three and six months ended June 30, 2015, respectively".
bool SentenceReader::read_pair(std::size_t at, const Role& role) {
    const auto is = [&](std::size_t item, Kind kind) {
        return item < items_.size() && items_[item].kind == kind;
    };
    if (word_at(at + 1) != "and" || !is(at + 2, Kind::figure)) return false;
    std::size_t next = at + 3;
    while (word_at(next) == "for" || word_at(next) == "in" || word_at(next) == "during") ++next;
    const bool quarter = word_at(next) == "three" || word_at(next) == "quarter" ||
                         (is(next, Kind::period) && items_[next].period.months == 3);
    if (!quarter || word_at(next + 1) != "and" || !is(next + 2, Kind::period)) return false;
    const SpokenPeriod longer = items_[next + 2].period;
    if (longer.months <= 3 || !longer.end || longer.instant) return false;
    std::size_t last = next + 3;
    if (word_at(last) == ",") ++last;
    if (word_at(last) != "respectively" || speaks_of_adjusted(clause_of(at))) return false;
    const auto measure = measure_of(at, role);
    if (!measure || measure->instant) return false;
    const bool both = fits(*measure, items_[at].figure.figure) &&
                      fits(*measure, items_[at + 2].figure.figure);
    if (!both) return false;
    for (const std::size_t figure : {at, at + 2}) {
        StatedClaim claim = start(figure, *measure);
        claim.period = longer;
        if (figure == at) claim.period->months = 3;
        if (figure == at) claim.period->to_date = false;
        claims_.push_back(std::move(claim));
        made_.push_back({figure, figure});
    }
    return true;
}

// "$0.06 per diluted share", "$0.07 per share (diluted)".
bool SentenceReader::is_diluted(std::size_t at) const {
    for (std::size_t i = items_[at].first; i <= items_[at].last; ++i) {
        if (sentence_.words[i].text == "diluted") return true;
    }
    for (std::size_t i = items_[at].last + 1; i <= items_[at].last + 4; ++i) {
        if (i >= sentence_.words.size()) break;
        const std::string& word = sentence_.words[i].text;
        if (word == "diluted") return true;
        if (word != "per" && word != "share" && word != "(") break;
    }
    return false;
}

// "net income available to common stockholders of $87.2 million, or $0.76 per diluted share": the
// amount is not net income, what there is per share is.
void SentenceReader::read_per_common_share(std::size_t at, std::size_t income) {
    static constexpr WordSet joins({"to", "the", "of", "was", "for", "available", "attributable",
                                    "applicable", "common", "stockholders", "shareholders",
                                    "stockholders'", "shareholders'", "stock"});
    const auto& figure = items_[at].figure.figure;
    if (figure.unit.kind != Unit::Kind::money_per_share || income + 4 < at) return;
    bool common = false;
    int sign = 0;
    for (std::size_t i = items_[income].first; i-- > 0 && sign == 0;) {
        const std::string& word = sentence_.words[i].text;
        common = common || word == "common";
        if (word == "income" || word == "earnings") sign = 1;
        if (word == "loss") sign = -1;
        if (sign == 0 && !joins.contains(word)) return;
        if (sign != 0 && (i == 0 || sentence_.words[i - 1].text != "net")) return;
    }
    if (!common || sign == 0) return;
    StatedClaim claim = start(at, {is_diluted(at) ? "eps_diluted" : "eps", sign, false, false});
    if (!value_period(income, claim.period)) return;
    if (!claim.period) claim.period = period_of_heading(at);
    keep(std::move(claim), at);
}

}  // namespace fintool
