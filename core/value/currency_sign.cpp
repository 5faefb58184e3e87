// A table, sorted by the first byte, so that most words are told apart by one look: see the header.
#include "value/currency_sign.h"

#include <array>

#include "base/text.h"

namespace fintool {
namespace {

// By first byte, then the longest first. Letters that amounts of the 1990s have in the place of a
// sign ("L1,234" in pounds, "Y1,234" in yen) are not here: they name other things as well.
constexpr std::array kSigns = std::to_array<CurrencySign>({
    {"$CDN", "CAD"}, {"$Cdn", "CAD"}, {"$CAN", "CAD"}, {"$US", "USD"}, {"$", ""},
    {"AUD$", "AUD"}, {"AU$", "AUD"}, {"AUD", "AUD"}, {"A$", "AUD"},
    {"BRL", "BRL"},
    {"CDN$", "CAD"}, {"Cdn$", "CAD"}, {"CAN$", "CAD"}, {"Can$", "CAD"}, {"CAD$", "CAD"},
    {"CAD", "CAD"}, {"CHF", "CHF"}, {"CNY", "CNY"}, {"C$", "CAD"},
    {"DKK", "DKK"}, {"DKr", "DKK"}, {"Dfl.", "NLG"}, {"DM", "DEM"},
    {"EUR", "EUR"},
    {"FRF", "FRF"}, {"FF", "FRF"},
    {"GBP", "GBP"},
    {"HKD", "HKD"}, {"HK$", "HKD"},
    {"IR\u00a3", "IEP"}, {"INR", "INR"},
    {"JPY", "JPY"},
    {"KRW", "KRW"},
    {"Lit.", "ITL"},
    {"MXN", "MXN"},
    {"NZD", "NZD"}, {"NZ$", "NZD"}, {"NT$", "TWD"}, {"NTD", "TWD"}, {"NIS", "ILS"},
    {"NOK", "NOK"}, {"NLG", "NLG"}, {"NKr", "NOK"},
    {"Ptas.", "ESP"}, {"Ps.", "MXN"}, {"PLN", "PLN"},
    {"RMB", "CNY"}, {"Rs.", "INR"}, {"R$", "BRL"}, {"Rs", "INR"},
    {"SGD", "SGD"}, {"SEK", "SEK"}, {"SKr", "SEK"}, {"S$", "SGD"},
    {"U.S.$", "USD"}, {"U.S. $", "USD"}, {"USD$", "USD"}, {"US$", "USD"}, {"US $", "USD"},
    {"USD", "USD"},
    {"ZAR", "ZAR"},
    {"\u00a3", "GBP"}, {"\u00a5", "JPY"},
    {"\u20a9", "KRW"}, {"\u20aa", "ILS"}, {"\u20ac", "EUR"}, {"\u20b9", "INR"},
});

constexpr std::size_t byte_of(char c) { return static_cast<unsigned char>(c); }

// Of each first byte the signs that it opens.
struct Range {
    std::uint8_t begin = 0, end = 0;
};
constexpr std::array<Range, 256> kByFirst = [] {
    std::array<Range, 256> ranges{};
    for (std::size_t i = 0; i < kSigns.size(); ++i) {
        Range& range = ranges[byte_of(kSigns[i].text.front())];
        if (range.end == 0) range.begin = static_cast<std::uint8_t>(i);
        range.end = static_cast<std::uint8_t>(i + 1);
    }
    return ranges;
}();

}  // namespace

bool CurrencySign::of_letters() const {
    return is_alpha(text.front()) && (is_alpha(text.back()) || text.back() == '.');
}

std::span<const CurrencySign> currency_signs() { return kSigns; }

const CurrencySign* currency_sign_at(std::string_view text) {
    if (text.empty()) return nullptr;
    const Range range = kByFirst[byte_of(text.front())];
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const CurrencySign& sign = kSigns[i];
        if (!text.starts_with(sign.text)) continue;
        const std::string_view behind = text.substr(sign.text.size());
        if (is_alpha(sign.text.back()) && !behind.empty() && is_alpha(behind.front())) continue;
        return &sign;
    }
    return nullptr;
}

}  // namespace fintool
