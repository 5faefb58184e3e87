// What a line over a table, or a column's heading, says of its scale; no figure is asked here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statement/statement.h"

namespace fintool {

// What a line such as "(In thousands, except per share data)" says.
struct ScaleWords {
    Scale money = Scale::ones;
    std::optional<Scale> shares;  // where the words settle it; nothing where only dollars are named
    std::string currency;         // "RMB", "EUR" ... as ISO code; empty where none is named
    bool assumed = false;  // not of a statement before: figures showed it, or a table states it
    bool pounds = false;          // of money or of weight, as the table is
    std::optional<Scale> units = {};  // "net sales in millions and unit sales in thousands"
    bool only_shares = false;     // "(shares in thousands)": other tables' dollars have another
    bool excepts_money = false;   // "in thousands, except net income and per share amounts"
    std::string other_currency = {};  // "(Millions of yen and thousands of U.S. dollars)": "USD"
    Scale other = Scale::ones;    // ... in thousands
    bool whole_prices = false;    // "in thousands except average prices"
    bool country_assumed = false;  // "Ps.": of which country is not said
    bool whole_statistics = false;  // "... except per share amounts and statistical data"
};
// Nothing where the text names no scale; text longer than a title is prose and names none.
std::optional<ScaleWords> read_scale(std::string_view text);

// "Weighted average shares (in millions)": what the row's label or heading says.
std::optional<Scale> own_scale(const Row& row);

// "Homes (Dollars in thousands)" -> "Homes": a remark below the names of all columns.
std::string_view without_scale(std::string_view heading);

// The statement's scale from the lines over it (nearest first) and its header, else nothing.
std::optional<ScaleWords> stated_scale(const Grid& grid);

// "Millions of Yen" over two columns, "Thousands of U.S. Dollars" over the third: each has its own
// scale, and `stated` becomes the first one's. "(Millions of yen and thousands of U.S. dollars)"
// over the table speaks of its columns by their currency.
void read_column_scales(std::vector<Column>& columns, std::optional<ScaleWords>& stated);

// "Average closing price", "except average prices".
bool names_prices(std::string_view text);
// "statistical data", "operating data".
bool names_statistics(std::string_view text);

}  // namespace fintool
