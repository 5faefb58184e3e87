// Spellings of scales, as tables: see the header.
#include "statement/scale_phrases.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/word_set.h"
#include "statement/currency.h"
#include "statement/label_scale.h"
#include "statement/physical_units.h"

namespace fintool {
namespace {

struct ScalePhrase {
    std::string_view text;  // in lower case, spaces folded
    Scale scale;
};
constexpr std::array<ScalePhrase, 64> kScales = {{
    {"in thousands", Scale::thousands},
    {"in thousand", Scale::thousands},
    {"thousands of", Scale::thousands},
    {"(thousands", Scale::thousands}, {"thousands)", Scale::thousands},
    {"thousands except", Scale::thousands},
    {"thousands, except", Scale::thousands},
    {"$ thousands", Scale::thousands}, {"$thousands", Scale::thousands},
    {"dollars thousands", Scale::thousands},
    {"amounts thousands", Scale::thousands},
    {"in 000", Scale::thousands},
    {"in 1,000", Scale::thousands},
    {"(x 1,000,000", Scale::millions}, {"(x 1,000", Scale::thousands},
    {"in $000", Scale::thousands},
    {"in $ 000", Scale::thousands},
    {"000's", Scale::thousands},
    {"000\xE2\x80\x99s", Scale::thousands},
    {"000s", Scale::thousands},
    {"(000)", Scale::thousands},
    {"000 omitted", Scale::thousands},
    {"three digits omitted", Scale::thousands}, {"three zeros omitted", Scale::thousands},
    {"six zeros omitted", Scale::millions},
    {"$000,000", Scale::millions},
    {"$000", Scale::thousands},
    {"'000", Scale::thousands},
    {"in k ", Scale::thousands},
    {"in millions", Scale::millions},
    {"in million", Scale::millions},
    {"millions of", Scale::millions},
    {"(millions", Scale::millions},
    {"millions)", Scale::millions},
    {"millions except", Scale::millions},
    {"millions, except", Scale::millions},
    {"$ millions", Scale::millions},
    {"$millions", Scale::millions},
    {"$ million", Scale::millions},
    {"(r million", Scale::millions},
    {"rand million", Scale::millions},
    {"'million", Scale::millions},  // "RMB'million", as "RMB'000"
    {"\u20ac million", Scale::millions},
    {"\u00a3 million", Scale::millions},
    {"\u00a3s million", Scale::millions},
    {"\u00a5 million", Scale::millions},
    {"\u00a5million", Scale::millions},
    {"\u20acmillion", Scale::millions},
    {"\u00a3million", Scale::millions},
    {"\u00a3m", Scale::millions},
    {"\u20acm", Scale::millions},
    {"$m", Scale::millions},
    {"\u00a3000", Scale::thousands},
    {"\u00a3 000", Scale::thousands},
    {"\u20ac000", Scale::thousands},
    {"million euros", Scale::millions},
    {"$ thousand", Scale::thousands},
    {"\u20ac thousand", Scale::thousands},
    {"in billions", Scale::billions},
    {"billions of", Scale::billions},
    {"(billions", Scale::billions},
    {"billions)", Scale::billions},
    {"$ billions", Scale::billions},
    {"$billions", Scale::billions},
}};

// "thousands of barrels" is no scale of money.
bool counts_things(const std::string& line, std::size_t behind) {
    const std::string words = words_of(line.substr(behind));
    std::string_view rest = words;
    if (rest.starts_with("of ")) rest.remove_prefix(3);
    return names_physical_unit(rest.substr(0, rest.find(' ')));
}

// "MSEK", "TEUR", "CHFm": scale and currency in one word.
struct JoinedScale {
    std::string_view word;
    Scale scale;
    std::string_view currency;
};
constexpr std::array<JoinedScale, 24> kJoined = {{
    {"msek", Scale::millions, "SEK"}, {"sekm", Scale::millions, "SEK"},
    {"tsek", Scale::thousands, "SEK"}, {"ksek", Scale::thousands, "SEK"},
    {"mkr", Scale::millions, "SEK"}, {"tkr", Scale::thousands, "SEK"},
    {"mnok", Scale::millions, "NOK"}, {"nokm", Scale::millions, "NOK"},
    {"mdkk", Scale::millions, "DKK"}, {"dkkm", Scale::millions, "DKK"},
    {"meur", Scale::millions, "EUR"}, {"eurm", Scale::millions, "EUR"},
    {"teur", Scale::thousands, "EUR"}, {"keur", Scale::thousands, "EUR"},
    {"musd", Scale::millions, "USD"}, {"usdm", Scale::millions, "USD"},
    {"tusd", Scale::thousands, "USD"}, {"mchf", Scale::millions, "CHF"},
    {"chfm", Scale::millions, "CHF"}, {"tchf", Scale::thousands, "CHF"},
    {"gbpm", Scale::millions, "GBP"}, {"gbp000", Scale::thousands, "GBP"},
    {"eur000", Scale::thousands, "EUR"}, {"usd000", Scale::thousands, "USD"},
}};

// "SEK million", "CHF thousands", "EUR m": the code stands right before the scale.
std::optional<ScaleWords> scale_behind_currency(std::string_view line) {
    static constexpr WordSet millions({"m", "mn", "mln", "mio", "mill"});
    const std::string words = words_of(line);
    std::string_view before;
    for (const std::string_view word : parts_of(words, ' ')) {
        for (const JoinedScale& joined : kJoined) {
            if (joined.word == word)
                return ScaleWords{joined.scale, std::nullopt, std::string(joined.currency)};
        }
        auto scale = names_currency(before) ? scale_alone(word) : std::nullopt;
        if (!scale && names_currency(before) && millions.contains(word)) scale = Scale::millions;
        if (scale) return ScaleWords{*scale, std::nullopt, {}};
        before = word;
    }
    return std::nullopt;
}

// "(Millions of yen and thousands of U.S. dollars)": the second scale and whose it is.
void read_other_scale(const std::string& line, std::size_t behind, ScaleWords& words) {
    std::size_t first = line.size();
    for (const auto& known : kScales) {
        const std::size_t at = line.find(known.text, behind);
        if (at >= first || known.scale == words.money) continue;
        const std::string currency = read_currency(std::string_view(line).substr(at));
        if (currency.empty()) continue;
        first = at;
        words.other = known.scale;
        words.other_currency = currency;
    }
    if (first < line.size())
        words.currency = read_currency(std::string_view(line).substr(0, first));
}

}  // namespace

std::optional<ScaleWords> phrase_scale(const std::string& line) {
    // One of these stands in every phrase.
    static constexpr std::array<std::string_view, 17> kRoots = {
        "000", "omitted", "thousand", "million", "billion", "in k ", "\u00a3m", "\u20acm", "$m",
        "sek", "nok",      "dkk",     "eur",     "chf",   "usd",      "gbp",     "kr"};
    const auto stands = [&](std::string_view root) { return line.find(root) != line.npos; };
    if (std::none_of(kRoots.begin(), kRoots.end(), stands)) return std::nullopt;
    std::size_t first = line.size();
    std::optional<ScaleWords> words;
    for (const auto& known : kScales) {
        const std::size_t at = line.find(known.text);
        if (at == line.npos || at >= first) continue;
        if (at > 0 && is_alnum(line[at - 1]) && is_alnum(known.text.front())) continue;
        if (at > 0 && line[at - 1] == ',') continue;  // "415,000 shares": digits of a number
        const std::size_t behind = at + known.text.size();
        if (std::string_view(line).substr(behind).starts_with(",000")) continue;  // "in 000,000s"
        if (counts_things(line, behind)) continue;
        first = at;
        words = ScaleWords{known.scale, std::nullopt, {}};
    }
    if (words) read_other_scale(line, first, *words);
    return words ? words : scale_behind_currency(line);
}

}  // namespace fintool
