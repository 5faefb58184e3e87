// The sentence of a check <-> its form, in which its cells' labels and figures are numbered: "Total
// 9,952 = the 2 rows from Products to Services" is "%1 = the 2 rows from %5 to %6", and a sum of
// one cell after another only its signs: "=+". Most checks pass, and in a database every one of
// their words stands in line_items and line_item_values already.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/reading.h"

namespace fintool {

struct CheckedCell {
    std::string label, raw;
};

// Empty where the sentence does not come out of it again.
std::string form_of_sentence(std::string_view sentence, const std::vector<CheckedCell>& cells);
std::string sentence_of_form(std::string_view form, const std::vector<CheckedCell>& cells);

// Of every check, as it is stored; empty where its sentence is stored itself, which is so of those
// that do not pass.
std::vector<std::string> check_forms(const Reading& reading);

}  // namespace fintool
