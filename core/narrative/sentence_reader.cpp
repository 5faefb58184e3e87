// The kind of claim that a figure makes, and the measure that it is of.
#include "narrative/sentence_reader.h"

#include <algorithm>
#include <array>

namespace fintool {

using Kind = Item::Kind;

namespace {

// The reference takes what it leaves open from the period that it is compared with.
SpokenPeriod like(const SpokenPeriod& reference, const std::optional<SpokenPeriod>& own) {
    SpokenPeriod period = reference;
    if (!own || !reference.same) return period;
    if (period.months == 0 || period.months == own->months) {
        period.months = own->months;
        if (period.ordinal == 0) period.ordinal = own->ordinal;
        period.to_date = own->to_date;
        period.instant = own->instant;
        if (own->end) period.end.reset();
    }
    if (own->year != 0 && period.year == 0) {
        period.year = own->year - period.years_back;
        period.calendar = own->calendar;
        period.years_back = 0;
    }
    period.same = false;
    return period;
}

}  // namespace

std::vector<StatedClaim> SentenceReader::read() {
    for (std::size_t at = 0; at < items_.size(); ++at) {
        if (items_[at].kind == Kind::figure) read_figure(at);
    }
    return std::move(claims_);
}

void SentenceReader::read_figure(std::size_t at) {
    const Role role = role_of(items_, at);
    switch (role.kind) {
        case Role::Kind::value: return read_value(at, role);
        case Role::Kind::change: return read_change(at, role);
        case Role::Kind::compare: return read_compare(at);
        case Role::Kind::alternative: return read_alternative(at);
        case Role::Kind::also: return read_also(at);
        case Role::Kind::none: return read_value(at, {Role::Kind::none, 0, at});
    }
}

bool SentenceReader::fits(const Measure& measure, const Figure& figure) const {
    if (measure.metric.starts_with("eps")) {
        return figure.unit.kind == Unit::Kind::money_per_share ||
               (figure.unit.kind == Unit::Kind::money && figure.exponent == 0);
    }
    if (measure.only_prose) {
        return figure.unit.kind == Unit::Kind::count || figure.unit.kind == Unit::Kind::money;
    }
    return figure.unit.kind == Unit::Kind::money;
}

StatedClaim SentenceReader::start(std::size_t at, const Measure& measure) const {
    const Item& item = items_[at];
    StatedClaim claim;
    claim.sentence = sentence_.text.str();
    claim.sentence_span = sentence_.text.span();
    claim.span =
        sentence_.text.span(sentence_.words[item.first].begin, sentence_.words[item.last].end);
    claim.metric = measure.metric;
    claim.only_prose = measure.only_prose;
    claim.instant = measure.instant;
    claim.sign = measure.sign;
    claim.figure = item.figure.figure;
    if (claim.figure.value.coefficient < 0) {  // "a net loss of ($0.03) per share"
        claim.figure.value = negate(claim.figure.value);
        claim.sign = -1;
    }
    if (measure.metric.starts_with("eps")) claim.figure.unit.kind = Unit::Kind::money_per_share;
    claim.forward = forward_;
    return claim;
}

void SentenceReader::keep(StatedClaim claim, std::size_t at, std::size_t value_item) {
    if (is_of_another_measure(at)) return;
    claims_.push_back(std::move(claim));
    made_.push_back({at, value_item});
}

// Between its semicolons: "on a constant currency basis", "rose to $5 and $7, respectively".
bool SentenceReader::is_of_another_measure(std::size_t at) const {
    const auto& words = sentence_.words;
    std::size_t begin = items_[at].first, end = items_[at].last;
    while (begin > 0 && words[begin - 1].text != ";") --begin;
    while (end < words.size() && words[end].text != ";") ++end;
    const std::vector<SpokenWord> clause(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                         words.begin() + static_cast<std::ptrdiff_t>(end));
    return speaks_of_adjusted(clause) ||
           std::any_of(clause.begin(), clause.end(),
                       [](const SpokenWord& word) { return word.text == "respectively"; });
}

std::size_t SentenceReader::value_item_of(std::size_t item) const {
    for (const Made& made : made_) {
        if (made.item == item) return made.value_item;
    }
    return item;
}

const StatedClaim* SentenceReader::claim_at(std::size_t item) const {
    for (std::size_t i = 0; i < made_.size(); ++i) {
        if (made_[i].item == item) return &claims_[i];
    }
    return nullptr;
}

std::optional<std::size_t> SentenceReader::figure_before(std::size_t at) const {
    while (at-- > 0) {
        if (items_[at].kind == Kind::figure) return at;
    }
    return std::nullopt;
}

bool SentenceReader::only_fillers(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
        if (items_[i].kind == Kind::period) continue;
        if (items_[i].kind != Kind::word || !is_filler(items_[i].text)) return false;
    }
    return true;
}

// "$13 million in revenue", "over $17 million in new orders", "the $2.2 million gross loss".
std::optional<Measure> SentenceReader::measure_after(std::size_t at) const {
    std::size_t next = at + 1;
    const bool joined = word_at(next) == "in" || word_at(next) == "of";
    if (joined) ++next;
    if (next >= items_.size() || items_[next].kind != Kind::measure) return std::nullopt;
    if (items_[next].measure.metric == "revenue" && !joined) return std::nullopt;
    return items_[next].measure;
}

// "Sales for the second quarter, which totaled $3.9 million".
std::optional<Measure> SentenceReader::measure_before(std::size_t at, const Role& role) const {
    for (std::size_t i = std::min(role.anchor + 1, at); i-- > 0;) {
        if (items_[i].kind == Kind::measure) {
            const Measure& measure = items_[i].measure;
            if (i >= role.anchor || only_fillers(i + 1, role.anchor)) return measure;
            // "highest backlog level since 2001, with 11.3 megawatts of product"
            const bool counts = items_[at].figure.figure.unit.kind == Unit::Kind::count;
            return measure.only_prose && counts ? std::optional(measure) : std::nullopt;
        }
        if (items_[i].kind == Kind::figure && i < role.anchor) return std::nullopt;
    }
    return std::nullopt;
}

// What was shipped, sold or delivered: "shipped 172 units", "4.1 megawatts of product sales".
std::optional<Measure> SentenceReader::counted(std::size_t at) const {
    static constexpr std::array<std::string_view, 5> verbs = {"shipped", "sold", "delivered",
                                                              "shipments", "deliveries"};
    const std::string& unit = items_[at].figure.figure.unit.name;
    const auto shipped = [&](std::string_view word) {
        return std::find(verbs.begin(), verbs.end(), word) != verbs.end();
    };
    bool found = at > 0 && shipped(word_at(at - 1));
    found = found || (at > 1 && word_at(at - 1) == "of" && shipped(word_at(at - 2)));
    for (std::size_t i = at + 1; i < items_.size() && i < at + 6 && !found; ++i) {
        const bool sales = items_[i].kind == Kind::measure && items_[i].measure.metric == "revenue";
        if (items_[i].kind == Kind::figure || word_at(i) == "," || word_at(i) == "and") break;
        found = shipped(word_at(i)) || sales || word_at(i) == "sales";
    }
    if (!found) return std::nullopt;
    return Measure{(unit == "MW" ? "megawatts" : unit) + "_shipped", 1, false, true};
}

std::optional<Measure> SentenceReader::measure_of(std::size_t at, const Role& role) const {
    const bool count = items_[at].figure.figure.unit.kind == Unit::Kind::count;
    if (count && at > 0 && items_[at - 1].kind != Kind::measure) {
        const auto before =
            role.kind == Role::Kind::value ? measure_before(at, role) : std::nullopt;
        if (before && before->only_prose) return before;
        return counted(at);
    }
    if (const auto after = measure_after(at)) return after;
    if (role.kind != Role::Kind::value) return std::nullopt;
    return measure_before(at, role);
}

// "has shipped over 4,000 systems": since ever, when no period is named.
bool SentenceReader::is_cumulative(std::size_t at) const {
    for (std::size_t i = at; i-- > 0 && i + 6 > at;) {
        if (word_at(i) == "has" || word_at(i) == "have") return true;
    }
    return false;
}

void SentenceReader::read_value(std::size_t at, const Role& role) {
    const auto measure = measure_of(at, role);
    if (!measure || !fits(*measure, items_[at].figure.figure)) return;
    if (is_compared(role)) return read_compared(at, *measure);
    StatedClaim claim = start(at, *measure);
    if (!value_period(at, claim.period)) return;
    claim.cumulative = measure->only_prose && !claim.period && is_cumulative(at);
    keep(std::move(claim), at);
}

// The value that a change is of: the figure right before it, or the measure that changes.
std::optional<std::size_t> SentenceReader::base_of_change(const Role& role) const {
    static constexpr std::array<std::string_view, 6> links = {"representing", "is", "from",
                                                              "over",         "or", "compared"};
    for (std::size_t i = role.anchor; i-- > 0;) {
        if (items_[i].kind == Kind::measure) return i;
        // "an increase of $7.7 million from the prior quarter and an increase of $40.0 million"
        if (items_[i].kind == Kind::figure) return value_item_of(i);
        if (items_[i].kind == Kind::period) continue;
        const auto word = items_[i].text;
        const bool link = std::find(links.begin(), links.end(), word) != links.end();
        if (!is_filler(word) && !link) return std::nullopt;
    }
    return std::nullopt;
}

void SentenceReader::read_change(std::size_t at, const Role& role) {
    const auto base = base_of_change(role);
    if (!base) return;
    const StatedClaim* value = items_[*base].kind == Kind::figure ? claim_at(*base) : nullptr;
    if (items_[*base].kind == Kind::figure && (!value || value->kind != StatedClaim::Kind::value)) {
        return;
    }
    const auto reference = period_after(at, After::reference);
    if (!reference) return;
    Measure measure = items_[*base].measure;
    if (value) measure = {value->metric, value->sign, value->instant, value->only_prose};
    StatedClaim claim = start(at, measure);
    claim.kind = StatedClaim::Kind::change;
    claim.direction = role.direction;
    claim.period = value ? value->period : period_before(at);
    claim.reference = like(*reference, claim.period);
    const bool percent = claim.figure.unit.kind == Unit::Kind::percent;
    if (!percent && !fits(measure, claim.figure)) return;
    keep(std::move(claim), at, value ? *base : at);
}

// "compared to a net loss of $370,000": a value by its words, a comparison by its place.
bool SentenceReader::is_compared(const Role& role) const {
    std::size_t at = role.anchor;
    if (at >= items_.size() || items_[at].kind != Kind::measure || at == 0) return false;
    for (--at; at > 0; --at) {
        const auto word = word_at(at);
        if (compares(word)) return true;
        if (word != "to" && word != "with" && word != "gaap") return false;
    }
    return false;
}

// "compared to $0.8 million, or 10% of revenue, for the same period last year".
void SentenceReader::read_compare(std::size_t at) {
    std::optional<Measure> measure = measure_after(at);
    const StatedClaim* base = base_of_comparison(at);
    if (!measure && base) {
        measure = Measure{base->metric, base->sign, base->instant, base->only_prose};
    }
    if (measure && fits(*measure, items_[at].figure.figure)) read_compared(at, *measure);
}

// The nearest value of the same unit before it.
const StatedClaim* SentenceReader::base_of_comparison(std::size_t at) const {
    for (auto figure = figure_before(at); figure; figure = figure_before(*figure)) {
        const StatedClaim* base = claim_at(*figure);
        if (!base || base->kind != StatedClaim::Kind::value) continue;
        if (base->figure.unit == items_[at].figure.figure.unit) return base;
    }
    return nullptr;
}

void SentenceReader::read_compared(std::size_t at, const Measure& measure) {
    auto spoken = period_after(at, After::compared);
    if (!spoken) spoken = period_between(at);
    if (!spoken) return;
    const StatedClaim* base = base_of_comparison(at);
    StatedClaim claim = start(at, measure);
    claim.period = like(*spoken, base ? base->period : std::nullopt);
    std::size_t value_item = at;
    for (const Made& made : made_) {
        if (base == &claims_[static_cast<std::size_t>(&made - made_.data())]) {
            value_item = made.value_item;
        }
    }
    keep(std::move(claim), at, value_item);
}

// "or 18%", "or $0.06 per share", "or 2% of revenue".
void SentenceReader::read_alternative(std::size_t at) {
    const auto previous = figure_before(at);
    const StatedClaim* base = previous ? claim_at(*previous) : nullptr;
    if (!base || previous.value() + 4 < at) return;
    const Figure& figure = items_[at].figure.figure;
    const Measure measure{base->metric, base->sign, base->instant, base->only_prose};
    if (figure.unit.kind == Unit::Kind::percent) {
        const bool of_revenue = word_at(at + 1) == "of" && at + 2 < items_.size() &&
                                items_[at + 2].kind == Kind::measure &&
                                items_[at + 2].measure.metric == "revenue";
        if (!of_revenue && base->kind != StatedClaim::Kind::change) return;
        StatedClaim claim = start(at, measure);
        claim.kind = of_revenue ? StatedClaim::Kind::share_of_revenue : StatedClaim::Kind::change;
        claim.direction = base->direction;
        claim.period = base->period;
        claim.reference = base->reference;
        return keep(std::move(claim), at, value_item_of(*previous));
    }
    if (figure.unit.kind != Unit::Kind::money_per_share || base->metric != "net_income") return;
    if (base->kind != StatedClaim::Kind::value) return;
    bool diluted = false;
    for (std::size_t i = items_[at].first; i <= items_[at].last; ++i) {
        diluted = diluted || sentence_.words[i].text == "diluted";
    }
    // "$0.07 per share (diluted)"
    for (std::size_t i = items_[at].last + 1; i <= items_[at].last + 4; ++i) {
        if (i >= sentence_.words.size()) break;
        const std::string& word = sentence_.words[i].text;
        diluted = diluted || word == "diluted";
        if (word != "per" && word != "share" && word != "(") break;
    }
    const Measure eps{diluted ? "eps_diluted" : "eps", base->sign, false, false};
    StatedClaim claim = start(at, eps);
    claim.period = base->period;
    keep(std::move(claim), at, *previous);
}

// "up 74% from prior quarter and 82% from the same period last year".
void SentenceReader::read_also(std::size_t at) {
    const auto previous = figure_before(at);
    const StatedClaim* base = previous ? claim_at(*previous) : nullptr;
    const Figure& figure = items_[at].figure.figure;
    if (base && base->kind == StatedClaim::Kind::change &&
        base->figure.unit.kind == figure.unit.kind) {
        const auto reference = period_after(at, After::reference);
        if (!reference) return;
        const Measure measure{base->metric, base->sign, base->instant, base->only_prose};
        StatedClaim claim = start(at, measure);
        claim.kind = StatedClaim::Kind::change;
        claim.direction = base->direction;
        claim.period = base->period;
        claim.reference = like(*reference, base->period);
        return keep(std::move(claim), at, value_item_of(*previous));
    }
    read_value(at, {Role::Kind::none, 0, at});
}

}  // namespace fintool
