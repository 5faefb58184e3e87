// Currencies as headings name them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fintool {

// A currency named in words or by sign, as ISO code: "in millions of euros", "RMB", "US$ in
// thousands"; empty where none is named. A lone "$" names none.
std::string read_currency(std::string_view text);

// What one currency costs in another: "$/\u20ac average rate", "USD:EUR average FX rate".
bool names_exchange_rate(std::string_view label);

// What the prose says of all amounts.
struct ProseCurrency {
    std::string code;  // empty where it names none, or several
    // No sentence says so: its dollars are all "A$", or an Australian business number stands by.
    bool assumed = false;
};

// "All dollar amounts are in Canadian dollars unless otherwise stated".
ProseCurrency stated_currency(const std::vector<std::string>& paragraphs);

// Of an ISO code: "$" beside amounts may be that currency's.
bool is_dollar(std::string_view currency);

// Of ISO codes: whether both countries call theirs the same, "pesos" as "pesos".
bool share_name(std::string_view left, std::string_view right);

// Of one word, in lower case: "sek", "euros".
bool names_currency(std::string_view word);

}  // namespace fintool
