// Where the parts of an amount lie in a word of text: "$(1,234.5)%(1)". A look at one word; what
// the amount says is read later.
#pragma once

#include <cstddef>
#include <string_view>

namespace fintool {

struct AmountShape {
    std::size_t open = 0;    // the first character after the currency
    std::size_t edge = 0;    // after the last digit
    bool decorated = false;  // sign, currency, group, decimals, parentheses or percent
    bool percent = false;
    bool matched = false;    // it is an amount, with nothing but marks of footnotes behind it
};

// `open`: a "(" stands before it, "(  1,234)".
AmountShape amount_shape(std::string_view text, bool open);

// Digits with groups and decimals from `at` on, "1,234.5", "1.234,5", "1'234": the end, or `at`
// where there are none. `grouped` is set where a group or decimals are among them.
std::size_t skip_digits(std::string_view text, std::size_t at, bool& grouped);

// The bytes of "'234" at the head of `text`, 0 where no group of three digits follows a mark.
std::size_t apostrophe_group(std::string_view text);

// What stands for the parentheses of a negative amount at `at`: "(", and "[", "{" and "<" where
// digits follow that are no footnote's and no year.
bool opens_loss(std::string_view text, std::size_t at);
bool closes_loss(char c);

// The end of the sign of a currency at `at`, or `at`.
std::size_t skip_currency(std::string_view text, std::size_t at);

// Most words: neither an amount nor a currency nor "n/a".
bool is_plain_word(std::string_view text);

}  // namespace fintool
