// The ways in which amounts are printed: signs of currencies, marks of footnotes, losses, groups,
// and what stands in an amount's place.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "document/text_reader_words.h"
#include "ingest.h"
#include "statement/cells.h"
#include "statement/number_style.h"
#include "value/currency_sign.h"
#include "value/no_amount.h"

using namespace fintool;

namespace {

// How many amounts end a line of two of them.
std::size_t amounts_of(std::string_view amount) {
    std::string line = "Gross profit";
    for (int i = 0; i < 2; ++i) line += std::string(8, ' ') + std::string(amount);
    const auto words = words_in(line);
    return words.size() - first_trailing_amount(words);
}

ReadCell cell_of(std::string_view text, NumberStyle style = {}) {
    MappedText mapped;
    mapped.append_verbatim(text, 0);
    return read_cell(mapped, style);
}

std::string value_of(std::string_view text, NumberStyle style = {}) {
    const Cell cell = cell_of(text, style).cell;
    const auto* number = std::get_if<Number>(&cell.value);
    return number ? to_string(number->value) : "none";
}

Grid table_of(const std::vector<std::string>& cells) {
    Grid grid;
    grid.columns = 1;
    for (const std::string& text : cells) {
        GridRow row;
        row.kind = GridRow::Kind::value;
        row.cells.resize(1);
        row.cells[0].text.append_verbatim(text, 0);
        grid.rows.push_back(row);
    }
    return grid;
}

}  // namespace

TEST_CASE("amounts: text shows a currency by its sign or its letters") {
    for (const auto& [text, currency] : std::vector<std::pair<std::string, std::string>>{
             {"HK$1,234", "HKD"},     {"HK$ 1,234", "HKD"},    {"NOK 1,234", "NOK"},
             {"EUR1,234", "EUR"},     {"1,234 EUR", "EUR"},    {"1,234\u20ac", "EUR"},
             {"DM 1,234", "DEM"},     {"Cdn$1,234", "CAD"},    {"$US 1,234", "USD"},
             {"U.S. $1,234", "USD"},  {"US $ 1,234", "USD"},   {"IR\u00a31,234", "IEP"},
             {"Rs 1,234", "INR"},     {"Ps.1,234", "MXN"},     {"(NOK 1,234)", "NOK"},
             {"\u20b91,234", "INR"},  {"CHF(1,234)", "CHF"}}) {
        CAPTURE(text);
        CHECK(amounts_of(text) == 2);
        const Cell cell = cell_of(text).cell;
        const auto* number = std::get_if<Number>(&cell.value);
        REQUIRE(number);
        const bool behind = text.front() == '1';  // the cells' reader leaves it alone
        CHECK(number->currency == (behind ? "" : currency));
    }
    CHECK_FALSE(currency_sign_at("NOKIA"));
    CHECK_FALSE(currency_sign_at("Rsum"));
    // Letters close behind words belong to them, and open no year.
    const auto words = words_in("Sales in NOK  1,234     NOK 1998");
    CHECK(words[2].kind == Word::Kind::word);
    CHECK(words.back().year);
}

TEST_CASE("amounts: marks of footnotes may touch the digits") {
    for (const std::string text : {"1,234r", "1,234A", "(1,234)a", "1,234\u2020", "1,234\u00b9",
                                   "1,234(*)", "1,234(a),(b)", "1,234{1}", "1,234/1", "1,234#"}) {
        CAPTURE(text);
        CHECK(amounts_of(text) == 2);
        CHECK(cell_of(text).understood);
        CHECK(value_of(text) == (text[0] == '(' ? "-1234" : "1234"));
    }
    // Scales, models, fractions.
    for (const std::string text : {"1,234k", "1,234m", "10K", "737r", "36 1/8", "1/8"}) {
        CAPTURE(text);
        const auto words = words_in("Gross profit        " + std::string(text));
        CHECK(words.back().kind == Word::Kind::word);
    }
}

TEST_CASE("amounts: brackets and minus signs of a loss") {
    for (const std::string text : {"[1,234]", "{1,234}", "(1,234.)", "(1,234]", "-$ 1,234",
                                   "$ ( 1,234)", "$-1,234"}) {
        CAPTURE(text);
        CHECK(amounts_of(text) == 2);
        CHECK(value_of(text) == "-1234");
    }
    for (const std::string text : {"[1]", "[2003]", "<12>"}) {
        CAPTURE(text);
        CHECK(value_of(text).front() != '-');
    }
    const std::string full = "Operating loss    81,001( 32,025)   86,364( 1,406)";
    CHECK(words_in(full).size() - first_trailing_amount(words_in(full)) == 4);
    CHECK(value_of("1,234 CR") == "none");  // a gain or a loss as its row is
    CHECK_FALSE(cell_of("1,234 CR").understood);
}

TEST_CASE("amounts: what stands for none") {
    for (const std::string text : {"--.--", "-.-", "$ --.--", "--0--", "nil", "None"}) {
        CAPTURE(text);
        CHECK(amounts_of(text) == 2);
        CHECK(std::holds_alternative<Dash>(cell_of(text).cell.value));
    }
    for (const std::string text : {"Not meaningful", "not applicable", "(n/m)", "*NM"}) {
        CAPTURE(text);
        CHECK(amounts_of(text) == 2);
        CHECK(std::holds_alternative<NotMeaningful>(cell_of(text).cell.value));
        CHECK(cell_of(text).understood);
    }
    CHECK_FALSE(is_nil("-"));  // a dash is told from a rule and a sign by its stage
    CHECK_FALSE(is_nil("-5.-"));
}

TEST_CASE("amounts: groups are parted by what their tables part them by") {
    CHECK(value_of("1'234'567.5") == "1234567.5");
    CHECK(value_of("(1\u2019234)") == "-1234");
    CHECK(value_of("'98") == "none");
    CHECK(amounts_of("41'310") == 2);
    CHECK(amounts_of("41.310,5") == 2);
    CHECK(amounts_of("30.09.1998") == 0);

    const Grid statement = table_of({"41.310", "28.744", "12.566", "612", "(703)", "2.839"});
    const auto german = find_number_styles({statement, table_of({"7.412", "5.154"})});
    CHECK(german[0].point_groups);
    CHECK(german[1].point_groups);
    CHECK(value_of("41.310", german[0]) == "41310");
    // Three decimals: of 0.612 as well, or beside a number that says how the release groups.
    CHECK_FALSE(find_number_styles({table_of({"41.310", "28.744", "12.566", "0.612", "2.839", "12",
                                              "14"})})[0].point_groups);
    CHECK_FALSE(find_number_styles({statement, table_of({"1,234", "0.29"})})[0].point_groups);
    const Grid decimals = table_of({"41.310", "28.744", "12.566", "5.154", "2.839"});
    CHECK_FALSE(find_number_styles({decimals})[0].point_groups);
}

TEST_CASE("amounts: a minus one blank before its amount is its sign and a dash elsewhere nil") {
    const std::string head =
        "Halden Tool Works, Inc. reports third quarter results\n\n"
        "CONSOLIDATED STATEMENTS OF OPERATIONS\n(In thousands)\n\n"
        "                            Three Months Ended\n"
        "                               September 30,\n"
        "                             1998       1997\n"
        "                          -------    -------\n"
        "Net sales                  41,310     39,877\n"
        "Cost of sales              43,156     41,008\n";
    const auto loss = read_release(head + "Operating loss          $ - 1,846  $ - 1,131\n"
                                          "Other income                  612        655\n"
                                          "Net loss                  - 1,234      - 476\n");
    REQUIRE(loss.statements.size() == 1);
    const auto& rows = loss.statements[0].rows;
    REQUIRE(rows.size() == 5);
    CHECK(rows[2].label == "Operating loss");
    CHECK(value_in_units(rows[2], rows[2].cells[0]) == Decimal{-1846000});
    CHECK(value_in_units(rows[4], rows[4].cells[1]) == Decimal{-476000});
    CHECK(rows[2].cells[0].raw == "- 1,846");
    const auto soft = read_release(head + "Operating loss            \u00ad1,846    \u00ad1,131\n");
    REQUIRE(soft.statements.size() == 1);
    const Row& last = soft.statements[0].rows.back();
    CHECK(value_in_units(last, last.cells[1]) == Decimal{-1131000});

    // Columns so tight that a nil stands one blank before the amount beside it.
    const auto nil = read_release("Halden Tool Works, Inc. reports third quarter results\n\n"
                                  "CONSOLIDATED STATEMENTS OF OPERATIONS\n(In thousands)\n\n"
                                  "                     Three Months Ended\n"
                                  "                        September 30,\n"
                                  "                       1998    1997\n"
                                  "                    ------- -------\n"
                                  "Net sales           141,310 139,877\n"
                                  "Cost of sales       143,156 141,008\n"
                                  "Gain on sale              - 140,024\n"
                                  "Net income (loss)    (1,846) 138,893\n");
    REQUIRE(nil.statements.size() == 1);
    const auto& tight = nil.statements[0].rows;
    REQUIRE(tight.size() == 4);
    CHECK(std::holds_alternative<Dash>(tight[2].cells[0].value));
    CHECK(value_in_units(tight[2], tight[2].cells[1]) == Decimal{140024000});
}
