// Words and signs of currencies, as tables: those of the years before the euro, too.
#include "statement/currency.h"

#include <algorithm>

#include "base/phrase_set.h"
#include "base/text.h"
#include "base/word_set.h"
#include "value/currency_sign.h"

namespace fintool {
namespace {

struct CurrencyWord {
    std::string_view words;
    std::string_view code;
};
constexpr CurrencyWord kCurrencyWords[] = {
    {"rmb", "CNY"},
    {"renminbi", "CNY"},
    {"yuan", "CNY"},
    {"cny", "CNY"},
    {"euros", "EUR"},
    {"euro", "EUR"},
    {"eur", "EUR"},
    {"pounds sterling", "GBP"},
    {"gbp", "GBP"},
    {"irish pounds", "IEP"},
    {"egyptian pounds", "EGP"},
    {"deutsche marks", "DEM"},
    {"deutsche mark", "DEM"},
    {"dm", "DEM"},
    {"french francs", "FRF"},
    {"frf", "FRF"},
    {"belgian francs", "BEF"},
    {"dutch guilders", "NLG"},
    {"nlg", "NLG"},
    {"guilders", "NLG"},
    {"italian lire", "ITL"},
    {"lire", "ITL"},
    {"spanish pesetas", "ESP"},
    {"pesetas", "ESP"},
    {"austrian schillings", "ATS"},
    {"ecu", "XEU"},
    {"japanese yen", "JPY"},
    {"yen", "JPY"},
    {"jpy", "JPY"},
    {"canadian dollars", "CAD"},
    {"cdn", "CAD"},
    {"cad", "CAD"},
    {"australian dollars", "AUD"},
    {"aud", "AUD"},
    {"new zealand dollars", "NZD"},
    {"nzd", "NZD"},
    {"hong kong dollars", "HKD"},
    {"hkd", "HKD"},
    {"singapore dollars", "SGD"},
    {"sgd", "SGD"},
    {"new taiwan dollars", "TWD"},
    {"twd", "TWD"},
    {"ntd", "TWD"},
    {"korean won", "KRW"},
    {"krw", "KRW"},
    {"indian rupees", "INR"},
    {"pakistani rupees", "PKR"},
    {"rupees", "INR"},
    {"inr", "INR"},
    {"swiss francs", "CHF"},
    {"chf", "CHF"},
    {"swedish kronor", "SEK"},
    {"swedish krona", "SEK"},
    {"sek", "SEK"},
    {"norwegian kroner", "NOK"},
    {"norwegian krone", "NOK"},
    {"nok", "NOK"},
    {"danish kroner", "DKK"},
    {"danish krone", "DKK"},
    {"dkk", "DKK"},
    {"pln", "PLN"},
    {"brazilian reais", "BRL"},
    {"reais", "BRL"},
    {"brl", "BRL"},
    {"mexican pesos", "MXN"},
    {"mxn", "MXN"},
    {"chilean pesos", "CLP"},
    {"argentine pesos", "ARS"},
    {"colombian pesos", "COP"},
    {"philippine pesos", "PHP"},
    {"peruvian soles", "PEN"},
    {"turkish lira", "TRY"},
    {"russian rubles", "RUB"},
    {"rubles", "RUB"},
    {"roubles", "RUB"},
    {"czech koruna", "CZK"},
    {"hungarian forints", "HUF"},
    {"forints", "HUF"},
    {"thai baht", "THB"},
    {"ringgit", "MYR"},
    {"rupiah", "IDR"},
    {"saudi riyals", "SAR"},
    {"dirhams", "AED"},
    {"israeli shekels", "ILS"},
    {"south african rand", "ZAR"},
    {"zar", "ZAR"},
    {"r million", "ZAR"},
    {"r 000", "ZAR"},
    {"rand million", "ZAR"},
    {"thousands of rand", "ZAR"},
    {"millions of rand", "ZAR"},
    {"nis", "ILS"},
    {"new israeli shekels", "ILS"},
    {"us dollars", "USD"},
    {"u s dollars", "USD"},
    {"usd", "USD"},
};
// "(in \u20ac)"; not "redeemed \u20ac 2.5 billion of bonds": an amount says nothing of the others.
bool names_sign(std::string_view text, std::string_view sign) {
    for (std::size_t at = text.find(sign); at != text.npos; at = text.find(sign, at + 1)) {
        const std::string_view rest = trim(text.substr(at + sign.size()));
        const auto before = static_cast<unsigned char>(at == 0 ? ' ' : text[at - 1]);
        if (before >= 0x80 || is_alnum(static_cast<char>(before))) continue;  // inside a word
        // "C$000s" is a scale.
        if (rest.empty() || !is_digit(rest.front()) || rest.starts_with("000")) return true;
    }
    return false;
}

// "RMB'000", "RMB'million": the code stands apart from its scale.
std::string words_of_scale(std::string_view text) {
    std::string apart(text);
    for (std::size_t at = apart.find('\''); at != apart.npos; at = apart.find('\'', at + 1)) {
        const std::string behind = lower(std::string_view(apart).substr(at + 1, 7));
        const bool code = at > 0 && is_upper(apart[at - 1]);
        if (code && (behind.starts_with("000") || behind == "million")) apart[at] = ' ';
    }
    return words_of(apart);
}

}  // namespace

std::string read_currency(std::string_view text) {
    if (text.find("R$") != text.npos && names_sign(text, "R$")) return "BRL";  // no rand
    const std::string words = words_of_scale(text);
    static constexpr PhraseSet names = phrases_of(kCurrencyWords, &CurrencyWord::words);
    if (const std::size_t at = names.first_in(words); at != names.npos)
        return std::string(kCurrencyWords[at].code);
    // "(in thousands of HK$)"
    for (const CurrencySign& sign : currency_signs()) {
        const bool plain = sign.of_letters() || sign.currency.empty();
        if (!plain && names_sign(text, sign.text)) return std::string(sign.currency);
    }
    return {};
}

namespace {

// "ABN 12 004 555 619": the number of an Australian business.
bool names_australian(std::string_view text) {
    for (std::size_t at = text.find("ABN "); at != text.npos; at = text.find("ABN ", at + 1)) {
        const auto number = text.substr(at + 4, 14);
        const auto digits = std::count_if(number.begin(), number.end(), is_digit);
        if (digits == 11) return true;
    }
    return false;
}

// Dollars of one country in all of the prose, "A$112.4 million": those of its tables have no sign
// of their own. Empty where any stand without one, or in US dollars.
std::string dollars_of_prose(const std::vector<std::string>& paragraphs) {
    std::string found;
    bool bare = false, australian = false;
    for (const std::string& text : paragraphs) {
        australian = australian || names_australian(text);
        if (has_phrase(words_of(text), "us dollars") || text.find("USD") != text.npos) return {};
        for (std::size_t at = text.find('$'); at != text.npos; at = text.find('$', at + 1)) {
            std::size_t begin = at;
            while (begin > 0 && is_upper(text[begin - 1])) --begin;
            const std::string sign = text.substr(begin, at + 1 - begin);
            const auto all = currency_signs();
            const auto known = std::find_if(all.begin(), all.end(),
                                            [&](const auto& one) { return one.text == sign; });
            if (sign == "$") {
                bare = true;
            } else if (known == all.end() || known->currency == "USD" ||
                       (!found.empty() && found != known->currency)) {
                return {};
            } else {
                found = known->currency;
            }
        }
    }
    if (australian && (found.empty() || found == "AUD")) return "AUD";
    return bare ? "" : found;
}

}  // namespace

ProseCurrency stated_currency(const std::vector<std::string>& paragraphs) {
    static constexpr PhraseSet all(
        {"all amounts", "all figures", "all dollar amounts", "all dollar figures",
         "all financial figures", "all financial information", "all financial data",
         "all monetary amounts", "all currency amounts", "all currency figures",
         "all dollar values", "all results"});
    std::string stated;
    for (const std::string& text : paragraphs) {
        if (text.find("ll ") == text.npos) continue;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(". ", at), text.size());
            const std::string_view sentence = std::string_view(text).substr(at, end - at);
            at = end + 2;
            constexpr std::size_t longest = 200;
            if (sentence.size() > longest || !all.any_in(words_of(sentence))) continue;
            if (!has_phrase(words_of(sentence), "in")) continue;
            const std::string currency = read_currency(sentence);
            if (!stated.empty() && !currency.empty() && currency != stated) return {};
            if (!currency.empty()) stated = currency;
        }
    }
    if (!stated.empty()) return {stated, false};
    return {dollars_of_prose(paragraphs), true};
}

bool share_name(std::string_view left, std::string_view right) {
    const auto last_word = [](std::string_view of) { return of.substr(of.rfind(' ') + 1); };
    for (const CurrencyWord& one : kCurrencyWords) {
        if (one.code != left) continue;
        for (const CurrencyWord& other : kCurrencyWords) {
            if (other.code == right && last_word(one.words) == last_word(other.words)) return true;
        }
    }
    return false;
}

bool is_dollar(std::string_view currency) {
    static constexpr WordSet dollars(
        {"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "BMD", "JMD"});
    return dollars.contains(currency);
}

bool names_exchange_rate(std::string_view label) {
    static constexpr PhraseSet rates({"rate", "rates"});
    static constexpr PhraseSet moves({"effect", "effects", "impact", "change", "changes"});
    const std::string words = words_of(label);
    if (!rates.any_in(words) || moves.any_in(words)) return false;
    const auto is_currency = [](std::string_view side) {
        constexpr std::size_t longest = 4;  // "US$", "EUR"
        return side == "$" || (side.size() <= longest && !read_currency(side).empty());
    };
    for (const std::string_view part : parts_of(label, ' ')) {
        const std::size_t between = part.find_first_of("/:");
        if (between == part.npos) continue;
        if (is_currency(part.substr(0, between)) && is_currency(part.substr(between + 1)))
            return true;
    }
    return false;
}

bool names_currency(std::string_view word) {
    static constexpr auto names = [] {
        std::string_view words[std::size(kCurrencyWords)];
        for (std::size_t i = 0; i < std::size(words); ++i) words[i] = kCurrencyWords[i].words;
        return WordSet(words);
    }();
    return names.contains(word);
}

}  // namespace fintool
