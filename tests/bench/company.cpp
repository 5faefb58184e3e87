// Made-up companies. The stem of a name is the company's number in syllables, so that no two agree.
#include "company.h"

#include <array>

#include "dice.h"

namespace bench {
namespace {

constexpr std::array<const char*, 48> kBegin = {
    "Brind", "Tarv", "Oaks",  "Quor", "Velm",  "Harl", "Penw",  "Draxt", "Lund", "Mirr",
    "Fenw",  "Galv", "Hest",  "Jorv", "Kald",  "Lorr", "Morv",  "Nesb",  "Orm",  "Pell",
    "Rusk",  "Sarn", "Thorl", "Ulv",  "Vant",  "Wexf", "Yarl",  "Zell",  "Arb",  "Belv",
    "Corw",  "Dunm", "Elst",  "Farr", "Grenv", "Holb", "Ivers", "Kest",  "Lanv", "Malv",
    "Norr",  "Ost",  "Pryd",  "Roxb", "Stav",  "Tull", "Wynd",  "Brax"};
constexpr std::array<const char*, 40> kMiddle = {
    "amer", "el",  "in",  "or",  "ard", "en",  "ist", "um",  "al",  "on",
    "id",   "erv", "and", "ol",  "ick", "um",  "ett", "av",  "orn", "ust",
    "ill",  "ant", "emb", "ost", "ur",  "ing", "ath", "ell", "omb", "ev",
    "arn",  "ydd", "oss", "ick", "ul",  "esk", "ap",  "ond", "eft", "irk"};
constexpr std::array<const char*, 8> kEnd = {"ia", "a", "on", "ex", "us", "ine", "is", "o"};
constexpr std::array<const char*, 24> kTrade = {
    "Optics",     "Instruments",    "Software",    "Foods",        "Plastics",     "Semiconductor",
    "Apparel",    "Logistics",      "Diagnostics", "Coatings",     "Controls",     "Furniture",
    "Publishing", "Communications", "Materials",   "Technologies", "Laboratories", "Machinery",
    "Stores",     "Pumps",          "Packaging",   "Networks",     "Ceramics",     "Outfitters"};
constexpr std::array<const char*, 7> kForm = {
    ", Inc.", " Corporation", " Corp.", " Incorporated", " Company", ", Ltd.", " Holdings, Inc."};
constexpr std::array<const char*, 12> kCity = {
    "TILLAMOOK, Oregon", "SALINA, Kan.",  "CONCORD, N.H.",  "DULUTH, Minn.",
    "MACON, Ga.",        "YAKIMA, Wash.", "ABILENE, Texas", "OSHKOSH, Wis.",
    "ITHACA, N.Y.",      "BANGOR, Maine", "PROVO, Utah",    "CHICO, Calif."};
constexpr std::array<const char*, 10> kFirst = {"Ada",   "Bruno", "Celia", "Dorian", "Edith",
                                                "Felix", "Greta", "Hugo",  "Imogen", "Jasper"};
constexpr std::array<const char*, 10> kLast = {"Underhay",  "Marlowe-Finch", "Tresk",   "Oduya",
                                               "Pellander", "Quist",         "Ravnsby", "Sorrell",
                                               "Thackwray", "Vanterpool"};

// A walk through all four-letter codes that meets each once: 26^4 and the step share no factor.
std::string ticker_of(std::uint64_t number) {
    std::uint64_t code = (number * 104729U + 31337U) % (26U * 26U * 26U * 26U);
    std::string text;
    for (int i = 0; i < 4; ++i, code /= 26) text += static_cast<char>('A' + code % 26);
    return text;
}

std::string stem_of(std::uint64_t number) {
    const auto begin = number % kBegin.size();
    const auto middle = (number / kBegin.size() + begin * 7) % kMiddle.size();
    const auto end = number / kBegin.size() / kMiddle.size() % kEnd.size();
    const auto more = number / kBegin.size() / kMiddle.size() / kEnd.size();
    // Two middles are spelled alike; the count of the company after the stem keeps them apart.
    const bool doubled = middle == 15 || middle == 33;
    std::string stem =
        std::string(kBegin[begin]) + kMiddle[middle] + (doubled ? "d" : "") + kEnd[end];
    return more == 0 ? stem : stem + " " + std::string(kBegin[more % kBegin.size()]) + "ham";
}

FiscalCalendar calendar_of(Dice& dice) {
    FiscalCalendar calendar;
    if (dice.chance(50)) calendar.last_month = static_cast<unsigned>(dice.between(1, 12));
    if (!dice.chance(35)) return calendar;
    constexpr std::array<int, 3> kDays = {6, 0, 5};
    calendar.last_weekday = dice.pick(kDays);
    return calendar;
}

std::int64_t scale_of(Dice& dice) {
    const auto draw = dice.between(1, 100);
    return draw <= 70 ? 1000 : draw <= 85 ? 1000000 : 1;
}

}  // namespace

Company company(std::uint64_t seed, std::uint64_t number) {
    Dice dice(seed, 1, number);
    Company made;
    made.number = number;
    made.called = stem_of(number);
    const std::string trade = dice.pick(kTrade);
    made.name = made.called + " " + trade + dice.pick(kForm);
    made.trade = trade;
    made.ticker = ticker_of(number);
    const auto market = dice.between(1, 10);
    made.exchange = market <= 5 ? "Nasdaq" : market <= 9 ? "NYSE" : "AMEX";
    made.city = dice.pick(kCity);
    made.officer = std::string(dice.pick(kFirst)) + " " + dice.pick(kLast);
    made.cik = std::to_string(2000000 + number);
    made.cik.insert(0, 10 - made.cik.size(), '0');
    made.calendar = calendar_of(dice);
    made.first_year = static_cast<int>(dice.between(1996, 2012));
    made.scale = scale_of(dice);
    return made;
}

}  // namespace bench
