// Sentences of our own around a quarter's figures.
#include "prose.h"

#include <algorithm>

#include "figures.h"
#include "statement_rows.h"

namespace bench {
namespace {

// $13.1 million, rounded to the nearest tenth.
std::string dollars(std::int64_t value, std::int64_t scale) {
    const std::int64_t size = (value < 0 ? -value : value) * scale;
    if (size < 100000) return "$" + grouped(size);
    const auto tenths =
        size >= 10000000000 ? (size + 50000000) / 100000000 : (size + 50000) / 100000;
    return "$" + grouped(tenths / 10) + "." + std::to_string(tenths % 10) +
           (size >= 10000000000 ? " billion" : " million");
}

constexpr std::array<const char*, 8> kQuotes = {
    "We kept to the plan that we set out at the beginning of the year, and it shows",
    "Our people did what they said they would do, in a market that made it no easier",
    "Orders held up in the regions that matter to us, and our plants ran as they should",
    "We are pleased with the quarter and know how much is left to do",
    "Customers chose us for what we deliver rather than for what we promise",
    "We spent with care, and put what we saved into the products of next year",
    "The quarter was a mixed one, and we have acted on what went wrong",
    "Our new line reached its first customers, and their answers encourage us"};

constexpr std::array<const char*, 8> kMore = {
    "The company moved its service staff closer to its customers during the quarter and expects "
    "shorter ways to pay for the move within the year.",
    "Management sees no change in the terms on which the company buys its materials, and has "
    "renewed the contracts with its principal suppliers.",
    "The company went on hiring engineers at its home plant and closed a small office that it no "
    "longer needed.",
    "Two of the company's larger customers extended their agreements; no single customer was more "
    "than a tenth of sales.",
    "The board of directors met during the quarter and left the company's policies as they are.",
    "Prices were steady in all of the company's lines, and discounts stayed where they had been.",
    "The company introduced its products at three trade fairs and received a number of inquiries "
    "that it is now following up.",
    "Work on the new warehouse goes on as planned, and the old one will be given up when it is "
    "ready."};

constexpr std::array<const char*, 3> kForward = {
    "Statements in this release that look ahead rest on what the company knows today. Demand, "
    "prices, competition, the supply of materials and the outcome of disputes may turn out "
    "otherwise, and the company undertakes no duty to bring such statements up to date.",
    "This announcement contains forward-looking statements. They are subject to risks that the "
    "company describes in its filings, and actual results may differ materially from them.",
    "Except for facts of the past, what is said here is a matter of expectation. Readers are asked "
    "not to rely on it unduly."};

std::string first_paragraph(const Company& company, const Ledger& books, const Wording& words,
                            Day released, const Stretch& now, const Stretch& then) {
    const auto money = [&](Line line, const Stretch& over) {
        return dollars(flow(books, line, over), company.scale);
    };
    std::string sales = words.revenue;
    if (sales.starts_with("Total ")) sales = "R" + std::string("evenues");
    const auto result = flow(books, Line::net_income, now);
    std::string quarter = ordinal_word(now.quarter);
    quarter[0] = static_cast<char>(quarter[0] + 32);
    return company.city + ", " + long_date(released, false) + " -- " + company.name + " (" +
           company.exchange + ": " + company.ticker + ") today reported results for the " +
           quarter + " quarter of fiscal " + std::to_string(now.year) + ", which ended " +
           long_date(now.end, false) + ". " + sales + " for the quarter were " +
           money(Line::revenue, now) + ", compared with " + money(Line::revenue, then) +
           " in the same quarter of the year before. Net " + (result < 0 ? "loss" : "income") +
           " for the quarter was " + money(Line::net_income, now) + ".";
}

}  // namespace

Prose prose(Dice& dice, const Company& company, const Ledger& books, const Wording& words, int year,
            int quarter) {
    const Stretch now = stretch(company.calendar, year, quarter, 1);
    const Stretch then = stretch(company.calendar, year - 1, quarter, 1);
    const Day released =
        now.end + std::chrono::days(quarter == 4 ? dice.between(42, 74) : dice.between(18, 44));
    Prose made;
    made.headline = company.name + " Reports " + ordinal_word(quarter) + " Quarter Fiscal " +
                    std::to_string(year) + " Results";
    made.before.push_back(first_paragraph(company, books, words, released, now, then));
    made.before.push_back("\"" + std::string(dice.pick(kQuotes)) + ",\" said " + company.officer +
                          ", chief executive of " + company.called + ". \"" +
                          std::string(dice.pick(kQuotes)) + ".\"");
    const auto paragraphs = dice.between(1, 4);
    for (std::int64_t i = 0; i < paragraphs; ++i) {
        made.before.push_back(std::string(dice.pick(kMore)) + " " + dice.pick(kMore));
    }
    std::string trade = company.trade;
    for (char& c : trade) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    made.before.push_back("About " + company.called + ": " + company.name + " works in " + trade +
                          " and exists only in the tests of a program.");
    made.before.emplace_back(dice.pick(kForward));
    made.after.push_back("Contact: Investor relations, " + company.name + ", " + company.city);
    return made;
}

}  // namespace bench
