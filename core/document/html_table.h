// A <table> as written -> blocks: a CellTable where it holds data; the paragraphs and tables inside
// where it only lays out the page.
#pragma once

#include <vector>

#include "document/document.h"
#include "document/html_flow.h"

namespace fintool {

struct HtmlCell {
    HtmlFlow flow;
    int colspan = 1;
    int rowspan = 1;
    int indent = 0;  // in pixels
    bool rule_above = false;
    bool rule_below = false;
};
struct HtmlRow {
    std::vector<HtmlCell> cells;
    int first_line = 0;
    int last_line = 0;
};
struct HtmlTable {
    std::vector<HtmlRow> rows;
};

std::vector<Block> read_html_table(HtmlTable table);

// Some pages print each row as a table of its own: neighbours of the same layout become one.
void join_row_tables(std::vector<Block>& blocks);

}  // namespace fintool
