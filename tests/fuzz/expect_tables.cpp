// Texts are UTF-8 and lie in the file, cells lie in their rectangle, rows and columns agree.
#include "expect_tables.h"

namespace fintool::fuzz {
namespace {

void expect_block(const Block& block, std::size_t size) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
        expect_text(paragraph->text, size, "a paragraph");
        expect(paragraph->first_line <= paragraph->last_line, "a paragraph's lines are in order");
    } else if (const auto* lines = std::get_if<LineTable>(&block)) {
        for (const Line& line : lines->lines) expect_text(line.text, size, "a line");
    } else {
        for (const RawRow& row : std::get<CellTable>(block).rows) {
            for (const RawCell& cell : row.cells) expect_text(cell.text, size, "a raw cell");
        }
    }
}

void expect_grid(const Grid& grid, std::size_t size) {
    expect(grid.columns >= 0, "a grid has no fewer than no columns");
    for (const GridRow& row : grid.rows) {
        expect_text(row.label, size, "a label");
        int next = 0;
        for (const GridCell& cell : row.cells) {
            expect_text(cell.text, size, "a grid's cell");
            expect(cell.first >= next && cell.last >= cell.first, "cells do not overlap");
            expect(cell.last < grid.columns, "cells lie in their grid");
            next = cell.last + 1;
        }
    }
}

}  // namespace

void expect_statement(const Statement& statement, std::size_t size) {
    for (const Row& row : statement.rows) {
        expect(row.cells.size() == statement.columns.size(), "a row has a cell for each column");
        for (const Cell& cell : row.cells) {
            expect_inside(cell.span, size, "a cell");
            expect(is_valid_utf8(cell.raw), "a cell's raw text is UTF-8");
            value_in_units(row, cell);
        }
    }
    dump(statement);
}

void expect_tables(const Document& document, std::size_t size) {
    for (const Block& block : document.blocks) expect_block(block, size);
    dump(document);
    Diagnostics diagnostics = document.diagnostics;
    const auto grids = find_grids(document, diagnostics);
    for (const Grid& grid : grids) {
        expect_grid(grid, size);
        dump(grid);
    }
    ReleaseContext context;
    context.period_end = make_date(2004, 9, 30);
    context.fiscal_year_end = "03-31";
    for (const Statement& statement : read_statements(grids, context, diagnostics)) {
        expect_statement(statement, size);
    }
    for (const Diagnostic& diagnostic : diagnostics) {
        expect_inside(diagnostic.span, size, "a diagnostic");
        diagnostic_code(diagnostic.code);
    }
}

}  // namespace fintool::fuzz
