// Printed words -> the words in them that speak of periods: lengths, dates, years, quarters, and
// what else a column heading says ("% Change", "(Restated)", "Pro Forma", "US$"). Each word alone:
// which column it belongs to, and what is missing, is for columns.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/period.h"

namespace fintool {

struct PeriodWord {
    enum class Kind {
        length,   // "three months", "13 Weeks Ended", "Year Ended", "quarter"
        quarter,  // "Third Quarter", "3Q06" (with its year), "second half"
        year_to_date,
        date,       // any part of one: "June 30, 2004", "June 30,", "June 2004", "2004"
        as_of,      // "As of", "At"
        inception,  // "from inception", "cumulative"
        change,     // "% Change", "Variance", "Increase (Decrease)", "vs."
        ratio,      // "% of sales", "per share", "%"
        rolling,    // "Rolling", "LTM": twelve months to a day, which ends no fiscal year
        other,      // "Pro Forma", "Adjustments", "Outlook": no figures as reported
        adjusted,   // "(As Adjusted)": set right for a new standard, or no figures as reported
        reported,   // "As Reported", "Actual", "Historical"
        restated,   // "(Restated)", "As Restated"
        previous,   // "As Previously Reported"
        currency,   // "US$", "RMB"
        filler,     // "(Unaudited)", "in thousands, except per share data"
    };
    Kind kind = Kind::filler;
    Length length{0};    // of a length or a quarter; a half is 6 months
    int quarter = 0;     // 1..4: the quarter that it ends
    bool ended = false;  // "ended" or "ending" belongs to it
    std::optional<int> year;
    std::optional<unsigned> month, day;
    bool fiscal = false;             // the year is a fiscal year's name: "Fiscal 2006", "FY06"
    bool starts = false;             // the first day of a stretch: "March 3, 1997 to ..."
    std::string currency;            // ISO
    std::size_t begin = 0, end = 0;  // in the text
};

// In the order of the text. Ordinary words give none, so prose gives few.
std::vector<PeriodWord> read_period_words(std::string_view text);

// The lower-case words of `text` that no period word and no filler accounts for: "north america".
std::string words_left_over(std::string_view text, const std::vector<PeriodWord>& words);

}  // namespace fintool
