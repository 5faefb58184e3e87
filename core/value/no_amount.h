// What is printed in the place of an amount.
#pragma once

#include <string_view>

namespace fintool {

// "n/a", "NM", "(n.m.)", "not meaningful": no number; letters of any case.
bool is_no_amount(std::string_view text);

// "nil", "none", "-0-", "--0--", "-.-", "--.--": zero. Dashes alone are read by the stages, which
// tell them from rules and signs.
bool is_nil(std::string_view text);

}  // namespace fintool
