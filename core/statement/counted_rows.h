// What a row counts whose label says that it counts things.
#pragma once

#include <string>
#include <string_view>

namespace fintool {

// "days" of "Inventory turnover days", "stores" of "Number of stores", "subscribers" of
// "Subscribers at end of period"; empty for all others.
std::string counted_noun(std::string_view words);  // words_of(label)

// "restaurants" of "The following table shows the number and mix of company and franchise
// restaurants", "homes" of "Homes closed by region:"; empty where the sentence speaks of money,
// too.
std::string counted_by_sentence(std::string_view words);

// "Average number of employees": no share count.
bool averages_things(std::string_view words);

}  // namespace fintool
