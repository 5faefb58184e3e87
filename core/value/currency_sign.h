// Signs and codes of currencies as they stand beside amounts: "$ 1,234", "HK$1,234", "NOK 1,234".
#pragma once

#include <span>
#include <string_view>

namespace fintool {

struct CurrencySign {
    std::string_view text;
    std::string_view currency;  // ISO code; empty: dollars of a country that it does not name
    bool of_letters() const;    // "NOK", "Rs.": a word, where no amount follows
};
std::span<const CurrencySign> currency_signs();

// The longest that `text` starts with, in its own case; nullptr where none does. One of letters
// ends where the word does or digits begin: "CHF", "EUR1,234", not "CHFA".
const CurrencySign* currency_sign_at(std::string_view text);

}  // namespace fintool
