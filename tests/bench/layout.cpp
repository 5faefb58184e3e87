// Draws a look. What a medium or a calendar rules out is put right here, so that every release can
// be read by a careful person.
#include "layout.h"

#include <algorithm>
#include <array>

namespace bench {
namespace {

void draw_scale(Dice& dice, const Company& company, Layout& made) {
    if (company.scale == 1) return;
    const std::string word = company.scale == 1000 ? "thousands" : "millions";
    const auto draw = dice.between(0, 4);
    made.scale_brief = "(In " + word + ")";
    made.scale_phrase = draw == 0   ? "(In " + word + ", except per share data)"
                        : draw == 1 ? "(Dollars in " + word + ", except per share amounts)"
                        : draw == 2 ? "(in " + word + ", except per share amounts)"
                        : draw == 3 ? "(Amounts in " + word + ", except per share data)"
                                    : "(In " + word + " except for per share amounts)";
    if (draw == 1) made.scale_brief = "(Dollars in " + word + ")";
    if (company.scale == 1000 && dice.chance(10)) {
        made.scale_phrase = "(000's omitted, except per share data)";
        made.scale_brief = "(000's omitted)";
    }
    const auto where = dice.between(1, 10);
    made.scale_words = where <= 7   ? ScaleWords::under_title
                       : where <= 9 ? ScaleWords::in_stub
                                    : ScaleWords::in_title;
}

void draw_heads(Dice& dice, const Company& company, Layout& made) {
    const bool weekly = company.calendar.last_weekday >= 0;
    constexpr std::array<HeadStyle, 12> kMonthly = {
        HeadStyle::date_over_year, HeadStyle::date_over_year, HeadStyle::shared_date,
        HeadStyle::shared_date,    HeadStyle::joined,         HeadStyle::joined,
        HeadStyle::full_date,      HeadStyle::full_date,      HeadStyle::numeric_date,
        HeadStyle::stacked,        HeadStyle::named_quarter,  HeadStyle::joined};
    constexpr std::array<HeadStyle, 8> kWeekly = {
        HeadStyle::date_over_year, HeadStyle::date_over_year, HeadStyle::date_over_year,
        HeadStyle::full_date,      HeadStyle::full_date,      HeadStyle::numeric_date,
        HeadStyle::stacked,        HeadStyle::both_dates};
    made.head = weekly ? dice.pick(kWeekly) : dice.pick(kMonthly);
    // "First Quarter 2003" says which year only where fiscal years are calendar years.
    const bool named = made.head == HeadStyle::named_quarter;
    if (named && company.calendar.last_month != 12) made.head = HeadStyle::date_over_year;
    made.count_weeks = weekly && dice.chance(60);
    made.number_words = dice.chance(70);
    made.capital_heads = dice.chance(15);
    made.brief_months = dice.chance(20);
    made.wide_numeric = dice.chance(50);
    made.quarter_words = !made.count_weeks && dice.chance(15);
    made.unaudited_in_head = dice.chance(20);
    made.unaudited_in_title = !made.unaudited_in_head && dice.chance(70);
    made.change_column = dice.chance(12);
    made.note_column = dice.chance(6);
}

void draw_figures(Dice& dice, Layout& made) {
    made.dollar_apart = dice.chance(65);
    const auto dollars = dice.between(1, 10);
    made.dollars = dollars <= 7 ? 1 : dollars <= 8 ? 2 : 0;
    made.commas = !dice.chance(3);
    made.leading_zero = !dice.chance(35);
    made.minus_sign = dice.chance(4);
    constexpr std::array<const char*, 5> kDashes = {"--", "--", "-", "- -", "\xE2\x80\x94"};
    made.dash = dice.pick(kDashes);
}

void draw_text(Dice& dice, Layout& made) {
    made.table_marks = dice.chance(45);
    made.leader_dots = dice.chance(25);
    made.ruler = dice.chance(85) ? '-' : '_';
    made.rulers = dice.chance(75);
    made.head_rulers = dice.chance(65);
    made.blank_between = dice.chance(6);
    made.capital_titles = dice.chance(50);
    made.values_first = dice.chance(15);
    made.block_below = dice.chance(10);
    made.page_breaks = dice.chance(40);
    made.broken_balance = dice.chance(10);
    made.heads_again = dice.chance(50);
    made.carriage_returns = dice.chance(15);
    made.label_width = static_cast<int>(dice.between(34, 48));
    made.gap = static_cast<int>(dice.between(2, 4));
    if (made.dash == "\xE2\x80\x94" && made.medium != Medium::page) made.dash = "--";
}

void draw_page(Dice& dice, Layout& made, int year) {
    const auto draw = dice.between(1, 20);
    made.page = draw <= 4    ? PageStyle::plain
                : draw <= 11 ? PageStyle::split
                : draw <= 16 ? PageStyle::spaced
                : draw <= 19 ? PageStyle::modern
                             : PageStyle::preformatted;
    if (year >= 2016 && dice.chance(60)) made.page = PageStyle::modern;
    made.title_in_table = dice.chance(30);
    made.nested = dice.chance(12);
    made.fonts = year < 2010 && dice.chance(60);
    made.capital_tags = year < 2008 && dice.chance(40);
    made.tags_of_facts = made.page == PageStyle::modern && year >= 2016 && dice.chance(40);
    made.old_quotes = year < 2008 && dice.chance(50);
    made.indent_style = static_cast<int>(dice.between(0, 2));
}

}  // namespace

std::string words_of(const Layout& layout) {
    constexpr std::array<const char*, 3> kMedia = {"text", "tabs", "page"};
    constexpr std::array<const char*, 8> kHeads = {"date-over-year", "shared-date", "joined",
                                                   "both-dates",     "full-date",   "numeric",
                                                   "stacked",        "quarter"};
    constexpr std::array<const char*, 5> kPages = {"plain", "split", "spaced", "modern", "pre"};
    constexpr std::array<const char*, 3> kScales = {"under", "stub", "title"};
    std::string made = kMedia[static_cast<std::size_t>(layout.medium)];
    const bool page = layout.medium == Medium::page;
    if (page) made += std::string(" ") + kPages[static_cast<std::size_t>(layout.page)];
    made += std::string(" ") + kHeads[static_cast<std::size_t>(layout.head)];
    made += std::string(" scale-") + kScales[static_cast<std::size_t>(layout.scale_words)];
    const auto add = [&](bool chosen, const char* word) {
        if (chosen) made += std::string(" ") + word;
    };
    add(layout.count_weeks, "weeks");
    add(!layout.number_words, "digits");
    add(layout.capital_heads, "capitals");
    add(layout.quarter_words, "quarter-ended");
    add(layout.unaudited_in_head, "unaudited-heads");
    add(layout.change_column, "changes");
    add(layout.note_column, "notes");
    add(!layout.commas, "no-commas");
    add(layout.minus_sign, "minus");
    add(layout.nested, "nested");
    add(page && layout.title_in_table, "title-inside");
    add(layout.table_marks, "marks");
    add(!layout.rulers, "no-rulers");
    add(!layout.head_rulers, "no-head-rulers");
    add(layout.blank_between, "blanks");
    add(layout.values_first, "values-first");
    add(layout.block_below, "block-below");
    add(layout.broken_balance, layout.heads_again ? "broken-again" : "broken");
    return made;
}

Layout layout(Dice& dice, const Company& company, int year) {
    Layout made;
    const auto medium = dice.between(1, 20);
    made.medium = medium <= 9 ? Medium::text : medium == 10 ? Medium::tabs : Medium::page;
    if (year < 2000) made.medium = Medium::text;
    if (year > 2009) made.medium = Medium::page;
    draw_scale(dice, company, made);
    draw_heads(dice, company, made);
    draw_figures(dice, made);
    draw_text(dice, made);
    draw_page(dice, made, year);
    made.submission = dice.chance(15);
    // A field of a tab file holds one heading: what spans columns is said over each.
    if (made.medium == Medium::tabs && made.head != HeadStyle::full_date) {
        made.head = HeadStyle::full_date;
    }
    if (made.medium != Medium::text) made.block_below = false;
    return made;
}

}  // namespace bench
