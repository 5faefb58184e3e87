// A remark that says nothing but how amounts are printed: "($ MM)", "(\u20ac m)", "(000 omitted)".
// Every word of it must be one that such remarks are made of, so that short forms ("M", "K", "mn")
// can be read where prose or a label would mean something else by them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "value/unit.h"

namespace fintool {

struct ScaleRemark {
    Scale scale = Scale::ones;
    std::string currency;  // ISO code where a word names it that means it in remarks alone: "Won"
    bool country_assumed = false;  // of pesos and rupees whose country is not named
    bool of_money = false;  // "($ MM)" says nothing of shares, "(MM)" would
    bool pounds = false;    // of money or of weight, as the table is
};

// Of a whole line, else of the first parentheses in it that are such a remark; what "except" opens
// is left out. Nothing where two scales are named.
std::optional<ScaleRemark> scale_remark(std::string_view line);

}  // namespace fintool
