// Things are counted where a label names them as counted: "Number of", a state at some day. The
// noun alone is often money: "Restaurants" of a segment's revenues.
#include "statement/counted_rows.h"

#include <algorithm>
#include <array>

#include "base/phrase_set.h"
#include "base/text.h"
#include "base/word_set.h"
#include "statement/label_scale.h"
#include "statement/physical_units.h"
#include "statement/unit_words.h"

namespace fintool {
namespace {

struct CountPhrase {
    std::string_view phrase, noun;
};
constexpr std::array<CountPhrase, 55> kCounts = {{
    {"turnover days", "days"},
    {"days sales outstanding", "days"},
    {"days payable outstanding", "days"},
    {"days payables outstanding", "days"},
    {"days inventory outstanding", "days"},
    {"days in inventory", "days"},
    {"days of inventory", "days"},
    {"patient days", "days"},
    {"degree days", "degree days"},
    {"headcount", "employees"},
    {"employee count", "employees"},
    {"full time equivalent employees", "employees"},
    {"full time employees", "employees"},
    {"registered representatives", "representatives"},
    {"store count", "stores"},
    {"stores at end", "stores"},
    {"stores at beginning", "stores"},
    {"stores at period end", "stores"},
    {"stores open", "stores"},
    {"stores in operation", "stores"},
    {"restaurants open", "restaurants"},
    {"restaurants in operation", "restaurants"},
    {"passengers carried", "passengers"},
    {"passengers boarded", "passengers"},
    {"passengers enplaned", "passengers"},
    {"enplaned passengers", "passengers"},
    {"revenue passengers", "passengers"},
    {"block hours", "hours"},
    {"flight hours", "hours"},
    {"wells drilled", "wells"},
    {"wells completed", "wells"},
    {"gross wells", "wells"},
    {"net wells", "wells"},
    {"gross acres", "acres"},
    {"net acres", "acres"},
    {"rooms available", "rooms"},
    {"available rooms", "rooms"},
    {"room nights", "nights"},
    {"licensed beds", "beds"},
    {"available beds", "beds"},
    {"beds in service", "beds"},
    {"access lines", "lines"},
    {"minutes of use", "minutes"},
    {"basic subscribers", "subscribers"},
    {"cellular subscribers", "subscribers"},
    {"wireless subscribers", "subscribers"},
    {"homes passed", "homes"},
    {"homes delivered", "homes"},
    {"homes closed", "homes"},
    {"policies in force", "policies"},
    {"square feet", "square feet"},
    {"square footage", "square feet"},
    {"kilowatt hour sales", "kWh"},
    {"gallons consumed", "gallons"},
    {"gallons sold", "gallons"},
}};

// What stands at an end, or in an average number of them.
constexpr WordSet kNouns({"subscribers", "customers",  "employees", "stores",      "restaurants",
                          "branches",    "offices",    "locations", "communities", "tractors",
                          "trailers",    "trucks",     "units",     "homes",       "rooms",
                          "beds",        "hospitals",  "aircraft",  "wells",       "stations",
                          "clubs",       "centers",    "students",  "members",     "passengers",
                          "patients",    "physicians", "vehicles",  "railcars",    "lines",
                          "communities", "schools",    "theatres",  "screens",     "hotels",
                          "properties"});

// "Number of active customer accounts": the first plural behind "number of"; empty for shares.
std::string_view noun_of_number(std::string_view words) {
    constexpr std::string_view number_of = "number of ", average = "average ";
    if (words.starts_with(average)) words.remove_prefix(average.size());
    if (!words.starts_with(number_of)) return {};
    for (const std::string_view word : parts_of(words.substr(number_of.size()), ' ')) {
        if (word == "shares" || word == "options" || word == "warrants") return {};
        if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) return word;
    }
    return {};
}

// "Subscribers at end of period", "Company-owned restaurants open": the noun before such an end.
std::string_view noun_at_end(std::string_view words) {
    static constexpr std::array<std::string_view, 12> ends = {
        " at end of period", " at end of quarter", " at end of year", " at period end",
        " at quarter end",   " at year end",       " end of period",  " end of year",
        " in operation",     " in service",        " at june 30",     " at december 31"};
    for (const std::string_view end : ends) {
        if (!words.ends_with(end)) continue;
        words.remove_suffix(end.size());
        const std::size_t blank = words.rfind(' ');
        const std::string_view noun = blank == words.npos ? words : words.substr(blank + 1);
        return kNouns.contains(noun) ? noun : std::string_view{};
    }
    return {};
}

// Those of banks ("CREDIT DATA AND QUALITY STATISTICS") are in dollars.
bool names_statistics(std::string_view words) {
    for (const std::string_view end : {" data", " information", " unaudited"}) {
        if (words.ends_with(end)) words.remove_suffix(end.size());
    }
    static constexpr std::array<std::string_view, 7> headings = {
        "statistics",          "operating statistics", "selected operating statistics",
        "traffic statistics",  "statistical",          "key operating statistics",
        "operational statistics"};
    return std::find(headings.begin(), headings.end(), words) != headings.end();
}

bool is_bare_count(const Row& row) {
    if (row.unit.kind != Unit::Kind::money || row.own_scale || row.dollar_sign) return false;
    const std::string words = words_of(row.label);
    if (words.empty() || names_amount(words) || speaks_of_money(row.label)) return false;
    // "Assets under management, by class" over "Alternatives 449".
    const std::string heading = words_of(innermost_heading(row.section));
    if (names_amount(heading) || speaks_of_money(heading)) return false;
    bool any = false;
    for (const Cell& cell : row.cells) {
        const auto* number = std::get_if<Number>(&cell.value);
        if (!number) continue;
        if (number->value.places > 0 || !number->currency.empty() || cell.scale) return false;
        any = any || !number->percent;
    }
    return any;
}

}  // namespace

std::string counted_noun(std::string_view words) {
    if (const std::string_view noun = noun_at_end(words); !noun.empty()) return std::string(noun);
    static constexpr PhraseSet phrases = phrases_of(kCounts, &CountPhrase::phrase);
    if (const std::size_t known = phrases.first_in(words); known != phrases.npos)
        return std::string(kCounts[known].noun);
    return std::string(noun_of_number(words));
}

bool averages_things(std::string_view words) {
    constexpr std::string_view average = "average number of ";
    const std::size_t at = words.find(average);
    if (at == words.npos) return false;
    const std::string_view last = words.substr(words.rfind(' ') + 1);
    return last != "units" && kNouns.contains(last);
}

void assume_counts(Statement& statement, Diagnostics& diagnostics) {
    if (statement.kind != Statement::Kind::other) return;
    const bool titled = names_statistics(words_of(statement.title));
    const Row* first = nullptr;
    int more = -1;
    for (Row& row : statement.rows) {
        const bool under = titled || names_statistics(words_of(innermost_heading(row.section)));
        if (!under || !is_bare_count(row)) continue;
        row.unit = {Unit::Kind::count, "units"};
        row.scale = Scale::ones;
        if (first == nullptr) first = &row;
        ++more;
    }
    if (first == nullptr) return;
    const std::string others = more > 0 ? " and " + std::to_string(more) + " more" : "";
    diagnostics.push_back({"unit-assumed", first->cells.front().span,
                           "\"" + first->label + "\"" + others +
                               ": whole figures under statistics are taken for counts"});
}

}  // namespace fintool
