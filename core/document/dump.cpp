// The document stage's golden dump: a line per paragraph, table line or row.
#include "document/document.h"

namespace fintool {
namespace {

std::string range(int first, int last) {
    return first == last ? std::to_string(first)
                         : std::to_string(first) + "-" + std::to_string(last);
}

void dump_block(std::string& out, const Paragraph& paragraph) {
    out += (paragraph.heading ? "heading " : "prose ") +
           range(paragraph.first_line, paragraph.last_line) + ": " + paragraph.text.str() + '\n';
}

void dump_block(std::string& out, const LineTable& table) {
    out += "lines:\n";
    for (const Line& line : table.lines) {
        out += "  " + std::to_string(line.number) + "|" + line.text.str() + '\n';
    }
}

void dump_block(std::string& out, const CellTable& table) {
    out += "cells:\n";
    for (const RawRow& row : table.rows) {
        out += "  " + range(row.first_line, row.last_line) + (row.ruled ? " ruled" : "");
        for (const RawCell& cell : row.cells) {
            out += " | ";
            if (cell.indent > 0) out += ">" + std::to_string(cell.indent) + " ";
            if (cell.bold) out += "*";
            out += cell.text.str();
            if (cell.colspan > 1) out += " {x" + std::to_string(cell.colspan) + "}";
            if (cell.rowspan > 1) out += " {y" + std::to_string(cell.rowspan) + "}";
        }
        out += '\n';
    }
}

}  // namespace

std::string dump(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks) {
        std::visit([&](const auto& any) { dump_block(out, any); }, block);
    }
    for (const Diagnostic& diagnostic : document.diagnostics) {
        out += "diagnostic " + std::string(diagnostic.code) + ": " + diagnostic.message + '\n';
    }
    return out;
}

}  // namespace fintool
