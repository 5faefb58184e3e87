// Tab-separated tables: a field per column, a "$" in its number's field or in one of its own.
#include "figures.h"
#include "heads.h"
#include "text_table.h"

namespace bench {
namespace {

std::string field(const CellWords& cell, const Layout& layout) {
    const std::string dollar = !layout.dollar_apart ? "" : cell.dollar ? "$\t" : "\t";
    const std::string glued = !layout.dollar_apart && cell.dollar ? "$" : "";
    return "\t" + dollar + glued + cell.body + cell.closing;
}

}  // namespace

std::string tab_table(const PrintedStatement& statement, const Company& company,
                      const Layout& layout) {
    std::string out;
    for (const auto& line : title_lines(statement, company, layout)) out += line + "\n";
    out += "\n";
    const auto above = heads(statement, layout);
    const auto stub =
        layout.scale_words == ScaleWords::in_stub ? scale_words(statement, layout) : "";
    for (std::size_t i = 0; i < above.levels.size(); ++i) {
        if (i + 1 == above.levels.size()) out += stub;
        int column = 0;
        for (const auto& cell : above.levels[i]) {
            // What spans columns is said over each of them.
            for (; column < cell.first; ++column) out += layout.dollar_apart ? "\t\t" : "\t";
            for (; column <= cell.last; ++column) {
                out += (layout.dollar_apart ? "\t\t" : "\t") + cell.words;
            }
        }
        out += "\n";
    }
    bool first = true;
    for (const auto& row : statement.rows) {
        out += std::string(static_cast<std::size_t>(row.depth) * 2, ' ') + row.label;
        for (const auto& figure : row.figures) {
            out += field(cell_words(figure, row, first, layout), layout);
        }
        if (!row.figures.empty()) first = false;
        out += "\n";
    }
    return out;
}

}  // namespace bench
