// The look of a release: what is drawn once for a company and some of its years.
#pragma once

#include <cstdint>
#include <string>

#include "company.h"
#include "dice.h"

namespace bench {

enum class Medium { text, tabs, page };

// How a column's heading names its period.
enum class HeadStyle {
    date_over_year,  // June 30, / 2003 over each column
    shared_date,     // June 30, over the group, years below
    joined,          // Three Months Ended June 30, over the group, years below
    both_dates,      // July 3, 2004 and June 28, 2003 over bare years
    full_date,       // June 30, 2003 over each column
    numeric_date,    // 6/30/03
    stacked,         // Three / Months / Ended / June 30, / 2003
    named_quarter    // Second Quarter over years; the date is in the title
};

enum class ScaleWords { under_title, in_stub, in_title };

// How a page lays its cells.
enum class PageStyle { plain, split, spaced, modern, preformatted };

struct Layout {
    Medium medium = Medium::text;
    HeadStyle head = HeadStyle::date_over_year;
    ScaleWords scale_words = ScaleWords::under_title;
    std::string scale_phrase;    // (In thousands, except per share data); empty for whole units
    std::string scale_brief;     // (In thousands): for a balance sheet
    bool count_weeks = false;    // 13 Weeks Ended
    bool number_words = true;    // Thirteen, not 13
    bool capital_heads = false;  // THREE MONTHS ENDED
    bool brief_months = false;   // Sept. 30
    bool wide_numeric = false;   // 06/30/2003
    bool quarter_words = false;  // Quarter Ended
    bool unaudited_in_head = false;
    bool unaudited_in_title = true;
    bool change_column = false;
    bool note_column = false;
    // figures
    bool dollar_apart = true;
    int dollars = 1;  // 0 none, 1 first row and last totals, 2 each money row
    bool commas = true;
    bool leading_zero = true;  // 0.12, not .12
    bool minus_sign = false;   // -1,234, not (1,234)
    std::string dash = "--";
    // text
    bool table_marks = false;  // <TABLE> <S> <C>
    bool leader_dots = false;
    char ruler = '-';
    bool rulers = true;
    bool head_rulers = true;
    bool blank_between = false;
    bool capital_titles = false;
    bool values_first = false;  // a wrapped label goes on below its figures
    bool block_below = false;   // the year to date in a block of its own, below
    bool page_breaks = false;
    bool broken_balance = false;  // the balance sheet goes on over a page
    bool heads_again = false;     // and repeats its heads there
    bool carriage_returns = false;
    bool submission = false;  // inside an EDGAR submission
    int label_width = 40;
    int gap = 3;
    // pages
    PageStyle page = PageStyle::split;
    bool title_in_table = false;
    bool nested = false;  // the page inside a table of layout
    bool fonts = false;
    bool capital_tags = false;
    bool tags_of_facts = false;  // inline XBRL
    bool old_quotes = false;     // &#146;
    int indent_style = 0;        // 0 &nbsp;, 1 padding-left, 2 margin on a <p>
};

// One word per choice, for who looks for the reason of a miss.
std::string words_of(const Layout& layout);

Layout layout(Dice& dice, const Company& company, int year);

}  // namespace bench
