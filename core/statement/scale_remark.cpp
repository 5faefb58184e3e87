// The words of scale remarks: see the header. A plural ("millions") is a scale by itself, a short
// word ("mn", "000") beside a currency, behind "in" or in parentheses, a letter beside a currency
// alone: "(m)" may be miles, "(in mm)" the size of wafers.
#include "statement/scale_remark.h"

#include <array>
#include <vector>

#include "base/text.h"
#include "base/word_set.h"
#include "statement/currency.h"

namespace fintool {
namespace {

enum class Needs : std::uint8_t { nothing, parentheses, neighbour, money };
struct ScaleToken {
    std::string_view word;
    Scale scale;
    Needs needs;
};
constexpr std::array<ScaleToken, 43> kScaleTokens = {{
    {"thousands", Scale::thousands, Needs::nothing},
    {"thous", Scale::thousands, Needs::nothing},
    {"000s", Scale::thousands, Needs::nothing},
    {"1000s", Scale::thousands, Needs::nothing},
    {"1,000s", Scale::thousands, Needs::nothing},
    {"thousand", Scale::thousands, Needs::parentheses},
    {"000", Scale::thousands, Needs::parentheses},
    {"1000", Scale::thousands, Needs::neighbour},
    {"1,000", Scale::thousands, Needs::neighbour},
    {"k", Scale::thousands, Needs::money},
    {"t", Scale::thousands, Needs::money},  // "T\u20ac": Tausend
    {"th", Scale::thousands, Needs::neighbour},
    {"ths", Scale::thousands, Needs::neighbour},
    {"millions", Scale::millions, Needs::nothing},
    {"mils", Scale::millions, Needs::nothing},
    {"mlns", Scale::millions, Needs::nothing},
    {"000,000s", Scale::millions, Needs::nothing},
    {"1,000,000s", Scale::millions, Needs::nothing},
    {"000,000", Scale::millions, Needs::parentheses},
    {"000000", Scale::millions, Needs::parentheses},
    {"1,000,000", Scale::millions, Needs::neighbour},
    {"million", Scale::millions, Needs::parentheses},
    {"mil", Scale::millions, Needs::parentheses},
    {"mill", Scale::millions, Needs::neighbour},
    {"mln", Scale::millions, Needs::parentheses},
    {"mio", Scale::millions, Needs::parentheses},
    {"mn", Scale::millions, Needs::neighbour},
    {"mm", Scale::millions, Needs::money},
    {"m", Scale::millions, Needs::money},
    {"ms", Scale::millions, Needs::money},  // "($ M's)"
    {"mms", Scale::millions, Needs::money},
    {"ks", Scale::thousands, Needs::money},
    {"billions", Scale::billions, Needs::nothing},
    {"bils", Scale::billions, Needs::nothing},
    {"blns", Scale::billions, Needs::nothing},
    {"000,000,000s", Scale::billions, Needs::nothing},
    {"billion", Scale::billions, Needs::parentheses},
    {"bil", Scale::billions, Needs::parentheses},
    {"bln", Scale::billions, Needs::parentheses},
    {"mrd", Scale::billions, Needs::neighbour},
    {"bn", Scale::billions, Needs::neighbour},
    {"b", Scale::billions, Needs::money},
    {"bs", Scale::billions, Needs::money},
}};

// Words of money. A code beside one is what it means in such a remark and not elsewhere: somebody
// "won". Pesos and rupees of no country are taken for those of the one that prints most of them.
struct MoneyWord {
    std::string_view word;
    std::string_view currency = {};
    bool of_several = false;  // other countries have them, too
};
constexpr std::array<MoneyWord, 54> kMoney = {{
    {"$"}, {"us$"}, {"usd$"}, {"c$"}, {"cdn$"}, {"can$"}, {"cad$"}, {"a$"}, {"au$"},
    {"aud$"}, {"hk$"}, {"nt$"}, {"nz$"}, {"s$"}, {"sg$"}, {"r$"}, {"r", "ZAR"}, {"\u00a3", "GBP"},
    {"\u20ac", "EUR"}, {"\u00a5", "JPY"}, {"\u20b9", "INR"}, {"\u20a9", "KRW"}, {"\u20aa", "ILS"},
    {"ir\u00a3", "IEP"}, {"dollar"}, {"dollars"}, {"us"}, {"pound"}, {"pounds"},
    {"sterling"}, {"franc"}, {"francs"}, {"kroner"}, {"kronor"}, {"krona"},
    {"won", "KRW"}, {"rs", "INR", true}, {"rupee", "INR", true}, {"rupees", "INR", true},
    {"ps", "MXN", true}, {"peso", "MXN", true}, {"pesos", "MXN", true}, {"nlg", "NLG"},
    {"dfl", "NLG"}, {"ff", "FRF"}, {"frf", "FRF"},
    {"ptas", "ESP"}, {"pta", "ESP"}, {"esp", "ESP"}, {"iep", "IEP"}, {"itl", "ITL"},
    {"dkr", "DKK"}, {"skr", "SEK"}, {"nkr", "NOK"},
}};

constexpr WordSet kFillers({
    "in", "of", "the", "amount", "amounts", "all", "figures", "numbers", "expressed", "stated",
    "shown", "reported", "presented", "are", "is", "unaudited", "audited", "omitted", "omit", "s",
    "united", "states", "canadian", "australian", "swiss", "french", "german", "deutsche",
    "dutch", "italian", "spanish", "irish", "british", "swedish", "norwegian", "danish",
    "japanese", "korean", "indian", "hong", "kong", "singapore", "taiwan", "zealand", "mexican",
    "brazilian", "israeli", "new", "currency", "financial", "information", "data"});
constexpr WordSet kEnds({"except", "excluding", "other", "unless", "where", "save"});

constexpr WordSet kMoneyWords = words_in_table(kMoney, &MoneyWord::word);
constexpr WordSet kScaleWords = words_in_table(kScaleTokens, &ScaleToken::word);

bool is_money(const std::string& word) {
    return kMoneyWords.contains(word) || names_currency(word);
}

bool is_known(const std::string& word) {
    return kFillers.contains(word) || kScaleWords.contains(word) || is_money(word);
}

// "U.S. $M's; unaudited" -> "us", "$", "ms", "unaudited", up to "except"; a sign with the letters
// of its country is one word, apart from the scale on its other side. Nothing where any word is
// not one of such remarks: most lines are left at their first.
class Tokens {
public:
    explicit Tokens(std::string_view text) {
        for (std::size_t i = 0; i < text.size() && !ended_; ++i) {
            if (const std::size_t size = apostrophe(text, i)) {
                i += size - 1;  // "RMB'000" are two words, "000's" is one
                if (i + 1 < text.size() && is_digit(text[i + 1])) end_word();
            } else if (word_.empty() && is_millions_of_rand(text.substr(i))) {
                for (const char* part : {"r", "m"}) {
                    word_ = part;
                    end_word();
                }
                ++i;
            } else if (const std::size_t sign = sign_at(text, i)) {
                add_sign(text.substr(i, sign));
                i += sign - 1;
            } else if (is_within_number(text, i) || is_alnum(text[i]) ||
                       static_cast<unsigned char>(text[i]) >= 0x80) {
                word_ += lower(text[i]);
            } else if (text[i] != '.') {
                end_word();
            }
        }
        end_word();
        if (unknown_) words_.clear();
    }
    const std::vector<std::string>& words() const { return words_; }

private:
    static std::size_t apostrophe(std::string_view text, std::size_t at) {
        if (text[at] == '\'' || text[at] == '`') return 1;
        return text.substr(at).starts_with("\u2019") ? 3 : 0;
    }
    // "Rm"; "RM" are ringgit.
    static bool is_millions_of_rand(std::string_view text) {
        return text.starts_with("Rm") && (text.size() == 2 || !is_alnum(text[2]));
    }
    static std::size_t sign_at(std::string_view text, std::size_t at) {
        if (is_alnum(text[at])) return 0;
        for (const std::string_view sign :
             {"$", "\u00a3", "\u20ac", "\u00a5", "\u20b9", "\u20a9", "\u20aa"}) {
            if (text.substr(at).starts_with(sign)) return sign.size();
        }
        return 0;
    }
    static bool is_within_number(std::string_view text, std::size_t at) {
        return text[at] == ',' && at > 0 && is_digit(text[at - 1]) && at + 1 < text.size() &&
               is_digit(text[at + 1]);
    }
    void end_word() {
        if (word_.empty() || ended_) return;
        const bool except = kEnds.contains(word_);
        unknown_ = !except && !is_known(word_);
        ended_ = except || unknown_;
        if (!ended_) words_.push_back(word_);
        word_.clear();
    }
    // "us" before "$" is its country, "k" before "\u20ac" its scale.
    void add_sign(std::string_view sign) {
        const std::string joined = word_ + std::string(sign);
        const bool of_country = kMoneyWords.contains(joined);
        if (!of_country) end_word();
        word_ = of_country ? joined : std::string(sign);
        end_word();
    }
    std::vector<std::string> words_;
    std::string word_;
    bool ended_ = false;
    bool unknown_ = false;
};

class RemarkReader {
public:
    RemarkReader(const std::vector<std::string>& words, bool in_parentheses)
        : words_(words), in_parentheses_(in_parentheses) {}

    std::optional<ScaleRemark> read() {
        for (at_ = 0; at_ < words_.size(); ++at_) {
            if (!take(words_[at_])) return std::nullopt;
        }
        return scaled_ ? std::optional(remark_) : std::nullopt;
    }

private:
    // "in $ K", "$ in K", "EUR k", "k\u20ac", and "in mil" of what needs no money. Outside of
    // parentheses "billion dollars" may end a sentence.
    bool has_neighbour(Needs needs) const {
        const bool in = at_ > 0 && words_[at_ - 1] == "in";
        if (in && (needs != Needs::money || (at_ > 1 && is_money(words_[at_ - 2])))) return true;
        if (at_ > 0 && is_money(words_[at_ - 1])) return true;
        if (at_ + 1 >= words_.size()) return false;
        const std::string& next = words_[at_ + 1];
        return is_money(next) && (in_parentheses_ || !is_alpha(next.back()));
    }
    // "in 1,000's", "NOK 1,000"; "$1,000" is an amount.
    bool is_behind_word() const {
        return words_[at_].back() == 's' || (at_ > 0 && is_alpha(words_[at_ - 1].back()));
    }
    bool take(const std::string& word) {
        const std::size_t found = kScaleWords.find(word);
        if (found != kScaleWords.npos) return take(kScaleTokens[found]);
        if (!is_money(word)) return true;
        remark_.of_money = true;
        remark_.pounds = remark_.pounds || word == "pounds" || word == "pound";
        const std::size_t money = kMoneyWords.find(word);
        if (money == kMoneyWords.npos || !remark_.currency.empty()) return true;
        remark_.currency = kMoney[money].currency;
        remark_.country_assumed = kMoney[money].of_several;
        return true;
    }
    bool take(const ScaleToken& token) {
        if (token.word.front() == '1' && !is_behind_word()) return false;
        const bool enclosed = token.needs == Needs::parentheses && in_parentheses_;
        if (token.needs != Needs::nothing && !enclosed && !has_neighbour(token.needs)) return false;
        if (scaled_ && remark_.scale != token.scale) return false;
        remark_.scale = token.scale;
        scaled_ = true;
        return true;
    }

    const std::vector<std::string>& words_;
    bool in_parentheses_;
    std::size_t at_ = 0;
    bool scaled_ = false;
    ScaleRemark remark_;
};

std::optional<ScaleRemark> read_remark(std::string_view text, bool in_parentheses) {
    const Tokens tokens(text);
    return RemarkReader(tokens.words(), in_parentheses).read();
}

}  // namespace

std::optional<ScaleRemark> scale_remark(std::string_view line) {
    const std::string_view text = trim(line);
    if (const auto whole = read_remark(text, text.starts_with('('))) return whole;
    for (std::size_t open = text.find('('); open != text.npos; open = text.find('(', open + 1)) {
        const std::size_t close = text.find(')', open);
        if (close == text.npos) break;
        if (const auto inner = read_remark(text.substr(open, close - open), true)) return inner;
    }
    return std::nullopt;
}

}  // namespace fintool
