// CellTable -> Grids: spans, spacers, split amounts, headers whose spans lie, tables that start
// over.
#include "grid/cell_grid.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"
#include "grid/cell_header.h"

using namespace fintool;

namespace {

// One row per line, cells parted by "|"; "3:text" spans three columns.
CellTable table_of(std::string_view text) {
    CellTable table;
    int line = 0;
    for (const std::string_view row_text : split(text, '\n')) {
        RawRow row;
        row.first_line = row.last_line = ++line;
        for (std::string_view cell_text : split(row_text, '|')) {
            RawCell cell;
            cell_text = trim(cell_text);
            if (cell_text.size() > 1 && is_digit(cell_text[0]) && cell_text[1] == ':') {
                cell.colspan = cell_text[0] - '0';
                cell_text.remove_prefix(2);
            }
            cell.text.append_verbatim(cell_text, 1);
            row.cells.push_back(cell);
        }
        table.rows.push_back(row);
    }
    return table;
}

std::string row_text(const GridRow& row) {
    std::string out = row.kind == GridRow::Kind::header ? "H " : "";
    out += row.label.str();
    for (const GridCell& cell : row.cells) {
        out += " [" + std::to_string(cell.first);
        if (cell.last != cell.first) out += "-" + std::to_string(cell.last);
        out += "]" + cell.text.str();
    }
    return out;
}

std::string grids_of(std::string_view text) {
    Diagnostics diagnostics;
    std::string out;
    for (const Grid& grid : read_cell_grids(lay_out(table_of(text)), {}, diagnostics)) {
        out += "grid " + std::to_string(grid.columns) + "\n";
        for (const Paragraph& paragraph : grid.above) out += "^ " + paragraph.text.str() + "\n";
        for (const GridRow& row : grid.rows) out += row_text(row) + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("cell grid: currency and brackets and percent signs join their amount") {
    CHECK(grids_of("  | | 3:2004 | | 3:2003\n"
                   "Revenue | | $ | 1,200 | | | $ | 900 | \n"
                   "Loss | | | (30 | ) | | | (1,000 | )\n"
                   "Margin | | | 12.5 | % | | | 9.0 | %") ==
          "grid 2\nH  [0]2004 [1]2003\nRevenue [0]$ 1,200 [1]$ 900\nLoss [0](30) [1](1,000)\n"
          "Margin [0]12.5% [1]9.0%\n");
}

TEST_CASE("cell grid: an amount that spans its dollar column stays in its column") {
    CHECK(
        grids_of(" | 2:2004 | | 2:2003\nA | $ | 1 | | $ | 2\nB | 2:3 | | 2:4\nC | 2:-- | | 2:5") ==
        "grid 2\nH  [0]2004 [1]2003\nA [0]$ 1 [1]$ 2\nB [0]3 [1]4\nC [0]-- [1]5\n");
}

TEST_CASE("cell grid: a header one spacer off still names its column") {
    CHECK(grids_of(" | 2004 | | | 2003 | \nA | | 1,000 | | | 2,000\nB | | 3 | | | 4") ==
          "grid 2\nH  [0]2004 [1]2003\nA [0]1,000 [1]2,000\nB [0]3 [1]4\n");
}

TEST_CASE("cell grid: a header over its first column covers the bare years beside it") {
    CHECK(grids_of(" | Three Months Ended June 30, | | Six Months Ended June 30, | \n"
                   " | 2008 | 2007 | 2008 | 2007\n"
                   " | ----- | ----- | ----- | -----\n"
                   "Revenue | $ 1,000 | $ 2 | $ 3 | $ 4\n"
                   "Cost | 1 | 2 | 3 | 4") ==
          "grid 4\nH  [0-1]Three Months Ended June 30, [2-3]Six Months Ended June 30,\n"
          "H  [0]2008 [1]2007 [2]2008 [3]2007\nRevenue [0]$ 1,000 [1]$ 2 [2]$ 3 [3]$ 4\n"
          "Cost [0]1 [1]2 [2]3 [3]4\n");
}

TEST_CASE("cell grid: a change column is not under the months") {
    CHECK(grids_of(
              " | Year Ended | | \n | 2008 | 2007 | % Change\nA | 10 | 20 | 5%\nB | 1 | 2 | 3%") ==
          "grid 3\nH  [0-1]Year Ended\nH  [0]2008 [1]2007 [2]% Change\nA [0]10 [1]20 [2]5%\n"
          "B [0]1 [1]2 [2]3%\n");
}

TEST_CASE("cell grid: titles in the table go above and the header's label stays") {
    CHECK(grids_of("5:BALANCE SHEETS\n5:(in thousands)\n(unaudited) | | 2008 | | 2007\n"
                   "Cash | | 10 | | 20\nDebt | | 1 | | 2") ==
          "grid 2\n^ BALANCE SHEETS\n^ (in thousands)\nH (unaudited) [0]2008 [1]2007\n"
          "Cash [0]10 [1]20\nDebt [0]1 [1]2\n");
}

TEST_CASE("cell grid: a second header with other periods starts a second grid") {
    CHECK(grids_of(" | 2008 | 2007\nA | 1 | 2\nB | 3 | 4\n3:Six months\n | 2006 | 2005\nC | 5 | 6\n"
                   "D | 7 | 8") ==
          "grid 2\nH  [0]2008 [1]2007\nA [0]1 [1]2\nB [0]3 [1]4\n"
          "grid 2\n^ Six months\nH  [0]2006 [1]2005\nC [0]5 [1]6\nD [0]7 [1]8\n");
}

TEST_CASE("cell grid: a footnote beside an amount stays behind it") {
    CHECK(
        grids_of(" | 2008 | | 2007 | \nA | 10 | (1) | 20 | \nB | 5 | | 6 | (a)\nC | (3) | | 7 |") ==
        "grid 2\nH  [0]2008 [1]2007\nA [0]10 (1) [1]20\nB [0]5 [1]6 (a)\nC [0](3) [1]7\n");
}

TEST_CASE("cell grid: a figure of a year's size under a header is an amount") {
    CHECK(grids_of(" | 2008 | 2007\nUnits | 2010 | 1998\nStores | 12 | 11") ==
          "grid 2\nH  [0]2008 [1]2007\nUnits [0]2010 [1]1998\nStores [0]12 [1]11\n");
}

TEST_CASE("cell grid: text without spans is put back in columns by order") {
    CHECK(grids_of(" | Three Months Ended | Six Months Ended\n"
                   " | 2008 | | 2007 | 2008 | 2007\n"
                   "Revenue | $ | 10 | | | $ | 20 | | $ | 30 | | | $ | 40\n"
                   "Cost | 1 | | | 2 | | 3 | | | 4\n"
                   "Margin | 1 | % | 2 | % | 3 | % | 4 | %\n"
                   "Loss | (5) | | | (6) | | (7) | | | (8)") ==
          "grid 4\nH  [0-1]Three Months Ended [2-3]Six Months Ended\n"
          "H  [0]2008 [1]2007 [2]2008 [3]2007\nRevenue [0]$ 10 [1]$ 20 [2]$ 30 [3]$ 40\n"
          "Cost [0]1 [1]2 [2]3 [3]4\nMargin [0]1% [1]2% [2]3% [3]4%\n"
          "Loss [0](5) [1](6) [2](7) [3](8)\n");
}

TEST_CASE("cell grid: words between amounts have a column of their own") {
    CHECK(grids_of(" | Gain | Where | Loss\nSwaps | 10 | Interest expense | (1)\n"
                   "Futures | 20 | Cost of sales | 3") ==
          "grid 3\nH  [0]Gain [1]Where [2]Loss\nSwaps [0]10 [1]Interest expense [2](1)\n"
          "Futures [0]20 [1]Cost of sales [2]3\n");
}

TEST_CASE("cell grid: a range that a forecast gives is an amount") {
    CHECK(grids_of(
              " | Low to high\nRevenue | $0.25 - $0.30\nMargin | 21% to 23%\nPhone | 58-0690070") ==
          "grid 1\nH  [0]Low to high\nRevenue [0]$0.25 - $0.30\nMargin [0]21% to 23%\n"
          "Phone [0]58-0690070\n");
}

TEST_CASE("cell grid: a star in a column of its own takes nothing from its neighbour") {
    CHECK(grids_of(" | Shares | | | | Percent | | | | Total\nA | 4,054 | | | | * | | | | 4,821\n"
                   "B | 1,051 | | | | * | | | | 5,134") ==
          "grid 3\nH  [0]Shares [1]Percent [2]Total\nA [0]4,054 [1]* [2]4,821\n"
          "B [0]1,051 [1]* [2]5,134\n");
}

TEST_CASE("cell grid: no names are dealt out over fewer columns than there are names") {
    PlacedRow row;
    for (int i = 0; i < 2; ++i) {
        PlacedCell cell;
        cell.text.append_invented(i == 0 ? "Three months ended" : "Six months ended");
        cell.first = cell.last = i;
        row.cells.push_back(cell);
    }
    ValueColumns columns;
    CHECK_FALSE(lacks_stub(row, columns));  // found by fuzzing: a table without any amounts
    for (int i = 0; i < 2; ++i) columns.extents.push_back({i + 1, i + 1});
    columns.label_column = 0;
    CHECK(lacks_stub(row, columns));
}
