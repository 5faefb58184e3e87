// One table, looked up by the word: see the header.
#include "value/month.h"

#include <array>

#include "base/text.h"
#include "base/word_set.h"

namespace fintool {
namespace {

struct Named {
    std::string_view word;
    unsigned month;
};
// The whole names come first: month_name() takes them by their place.
constexpr std::array<Named, 27> months = {
    {{"january", 1},   {"february", 2},  {"march", 3},  {"april", 4},     {"may", 5},
     {"june", 6},      {"july", 7},      {"august", 8}, {"september", 9}, {"october", 10},
     {"november", 11}, {"december", 12}, {"jan", 1},    {"feb", 2},       {"mar", 3},
     {"apr", 4},       {"jun", 6},       {"jul", 7},    {"aug", 8},       {"sep", 9},
     {"sept", 9},      {"oct", 10},      {"nov", 11},   {"dec", 12},      {"janurary", 1},
     {"sepember", 9},  {"octover", 10}}};
constexpr WordSet month_words = words_in_table(months, &Named::word);

}  // namespace

unsigned month_named(std::string_view word) {
    const std::size_t at = month_words.find(word);
    return at == month_words.npos ? 0 : months[at].month;
}

bool names_month(std::string_view words) {
    for (const std::string_view word : parts_of(words, ' ')) {
        if (month_named(word) != 0) return true;
    }
    return false;
}

std::string_view month_name(unsigned month) { return months[month - 1].word; }

std::optional<unsigned> weekday_named(std::string_view word) {
    static constexpr WordSet days({"sunday", "monday", "tuesday", "wednesday", "thursday", "friday",
                                   "saturday"});
    const std::size_t at = days.find(word);
    return at == days.npos ? std::nullopt : std::optional(static_cast<unsigned>(at));
}

}  // namespace fintool
