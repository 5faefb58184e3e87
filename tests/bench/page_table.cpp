// HTML tables as thirty years of word processors wrote them: one cell per figure, or a "$", a
// figure and a ")" in cells of their own, with or without spacers, fonts, styles and inline tags.
#include "page_table.h"

#include <algorithm>

#include "figures.h"
#include "heads.h"
#include "text_table.h"

namespace bench {
namespace {

class PageTable {
public:
    PageTable(const PrintedStatement& statement, const Company& company, const Layout& layout)
        : statement_(statement),
          company_(company),
          layout_(layout),
          heads_(heads(statement, layout)) {}

    std::string write() {
        if (!layout_.title_in_table) titles();
        out_ += modern() ? "<table style=\"border-collapse:collapse;width:100%\">\n"
                         : "<table border=\"0\" cellspacing=\"0\" cellpadding=\"0\" "
                           "width=\"100%\">\n";
        if (layout_.title_in_table) title_rows();
        head_rows();
        bool first = true;
        for (std::size_t i = 0; i < statement_.rows.size(); ++i) {
            row(statement_.rows[i], i, first);
            if (!statement_.rows[i].figures.empty()) first = false;
        }
        out_ += "</table>\n";
        return out_;
    }

private:
    bool modern() const { return layout_.page == PageStyle::modern; }

    // Cells of markup that one printed column takes, its spacer before it counted.
    int cells_of_column() const {
        switch (layout_.page) {
            case PageStyle::plain: return 1;
            case PageStyle::split: return 3;
            case PageStyle::modern: return 6;
            default: return 4;
        }
    }
    int label_cells() const { return modern() ? 3 : 1; }

    static bool changed(const Layout& layout, int column) {
        return layout.change_column && column % 2 == 1;
    }

    // From the first cell of a column to the last of another, changes between them included.
    int span(int first, int last) const {
        int cells = 0;
        for (int i = first; i <= last; ++i) {
            cells += cells_of_column();
            if (i < last && changed(layout_, i)) cells += cells_of_column();
        }
        return cells;
    }
    int all_cells() const {
        const int count = static_cast<int>(statement_.columns.size());
        int cells = label_cells() + (layout_.note_column ? 1 : 0);
        for (int i = 0; i < count; ++i) {
            cells += cells_of_column() * (changed(layout_, i) ? 2 : 1);
        }
        return cells;
    }

    std::string inked(const std::string& text, bool bold = false) const {
        std::string made = bold ? "<b>" + text + "</b>" : text;
        if (modern()) {
            return "<span style=\"font-family:'Times New Roman',serif;font-size:10pt;"
                   "font-weight:" +
                   std::string(bold ? "700" : "400") + "\">" + text + "</span>";
        }
        return layout_.fonts ? "<font size=\"2\">" + made + "</font>" : made;
    }

    void cell(const std::string& text, int columns, const std::string& more = "") {
        out_ += "<td";
        if (columns > 1) out_ += " colspan=\"" + std::to_string(columns) + "\"";
        if (modern()) {
            out_ += " style=\"padding:2px 1pt;vertical-align:bottom" +
                    std::string(more.empty() ? "" : ";text-align:right") + "\"";
        } else {
            out_ += more;
        }
        out_ += ">" + text + "</td>";
    }

    std::string blank() const { return modern() ? "" : "&nbsp;"; }

    void titles() {
        out_ += "<p align=\"center\">";
        const auto lines = title_lines(statement_, company_, layout_);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i > 0) out_ += "<br>\n";
            out_ += inked(marked_up(lines[i], layout_), i < 2);
        }
        out_ += "</p>\n";
    }

    void title_rows() {
        for (const auto& line : title_lines(statement_, company_, layout_)) {
            out_ += "<tr>";
            cell(inked(marked_up(line, layout_), true), all_cells(), " align=\"center\"");
            out_ += "</tr>\n";
        }
    }

    void head_rows() {
        for (std::size_t i = 0; i < heads_.levels.size(); ++i) {
            const bool last = i + 1 == heads_.levels.size();
            out_ += "<tr valign=\"bottom\">";
            const bool stub = last && layout_.scale_words == ScaleWords::in_stub;
            cell(stub ? inked(marked_up(scale_words(statement_, layout_), layout_)) : blank(),
                 label_cells());
            if (layout_.note_column) cell(last ? inked("Note", true) : blank(), 1);
            int column = 0;
            for (const auto& head : heads_.levels[i]) {
                for (; column < head.first; ++column) empty_head(column, false);
                head_cell(head, last);
                column = head.last + 1;
            }
            const int count = static_cast<int>(statement_.columns.size());
            for (; column < count; ++column) empty_head(column, false);
            out_ += "</tr>\n";
        }
    }

    void empty_head(int column, bool with_words) {
        cell(blank(), cells_of_column());
        if (changed(layout_, column)) change_head(with_words);
    }

    void change_head(bool with_words) {
        cell(with_words ? inked("% Change", true) : blank(), cells_of_column(),
             " align=\"center\"");
    }

    void head_cell(const HeadCell& head, bool last) {
        const auto words = inked(marked_up(head.words, layout_), true);
        const int cells = span(head.first, head.last);
        if (modern()) {
            cell("", 3);
            cell(words, cells - 3, " align=\"center\"");
        } else if (layout_.page == PageStyle::spaced) {
            cell(blank(), 1);
            cell(words, cells - 1, " align=\"center\" nowrap");
        } else {
            cell(words, cells, " align=\"center\"");
        }
        if (changed(layout_, head.last)) change_head(last);
    }

    std::string indented(const PrintedRow& row) const {
        std::string label = marked_up(row.label, layout_);
        if (modern()) return label;
        if (layout_.indent_style == 0) {
            std::string before;
            for (int i = 0; i < row.depth * 2; ++i) before += "&nbsp;";
            return before + label;
        }
        if (layout_.indent_style == 2) {
            const int left = row.depth * 10 + 10;
            return "<p style=\"margin-left:" + std::to_string(left) + "pt;text-indent:-10pt\">" +
                   label + "</p>";
        }
        return label;
    }

    void label(const PrintedRow& row) {
        const bool padded = modern() || layout_.indent_style == 1;
        out_ += "<td";
        if (modern()) out_ += " colspan=\"3\"";
        if (padded && row.depth > 0) {
            out_ += " style=\"padding-left:" + std::to_string(row.depth * 9) + "pt\"";
        }
        out_ += ">" + inked(indented(row), row.figures.empty()) + "</td>";
    }

    void row(const PrintedRow& row, std::size_t row_no, bool first) {
        if (row.total && layout_.rulers && layout_.fonts) ruler();
        out_ += layout_.page == PageStyle::spaced && row_no % 2 == 0
                    ? "<tr valign=\"bottom\" bgcolor=\"#CCEEFF\">"
                    : "<tr valign=\"bottom\">";
        label(row);
        if (layout_.note_column) {
            const auto note = note_of(row, row_no);
            cell(note.empty() ? blank() : inked(note), 1);
        }
        for (std::size_t i = 0; i < statement_.columns.size(); ++i) {
            const int column = static_cast<int>(i);
            if (row.figures.empty()) {
                empty_head(column, false);
                continue;
            }
            figure(cell_words(row.figures[i], row, first, layout_), row);
            if (changed(layout_, column)) change(row, i);
        }
        out_ += "</tr>\n";
    }

    void change(const PrintedRow& row, std::size_t right) {
        const auto& columns = statement_.columns;
        const bool newer = columns[right].end > columns[right - 1].end;
        figure(newer ? change_words(row.figures[right], row.figures[right - 1])
                     : change_words(row.figures[right - 1], row.figures[right]),
               row);
    }

    std::string body(const CellWords& words, const PrintedRow& row) const {
        std::string text = marked_up(words.body, layout_);
        if (!layout_.tags_of_facts || row.tag.empty()) return text;
        return "<ix:nonFraction unitRef=\"usd\" contextRef=\"c1\" decimals=\"-3\" "
               "name=\"us-gaap:" +
               row.tag + "\" format=\"ixt:num-dot-decimal\">" + text + "</ix:nonFraction>";
    }

    void figure(const CellWords& words, const PrintedRow& row) {
        const std::string right = " align=\"right\" nowrap";
        const std::string dollar = words.dollar ? "$" : "";
        if (layout_.page == PageStyle::plain) {
            cell(inked(dollar + body(words, row) + words.closing), 1, right);
            return;
        }
        if (modern()) {
            cell("", 3);
            const bool closing = !words.closing.empty();
            if (words.dollar) cell(inked("$"), 1);
            cell(inked(body(words, row) + words.closing), words.dollar ? 1 : 2, right);
            cell(closing ? "" : inked(""), 1);
            return;
        }
        if (layout_.page == PageStyle::spaced) cell(blank(), 1);
        cell(words.dollar ? inked("$") : blank(), 1, words.dollar ? right : "");
        cell(inked(body(words, row)), 1, right);
        cell(words.closing.empty() ? blank() : inked(words.closing), 1, " nowrap");
    }

    void ruler() {
        out_ += "<tr>";
        cell(blank(), label_cells());
        if (layout_.note_column) cell(blank(), 1);
        for (std::size_t i = 0; i < statement_.columns.size(); ++i) {
            cell("<hr size=\"1\" noshade>", cells_of_column());
            if (changed(layout_, static_cast<int>(i))) cell(blank(), cells_of_column());
        }
        out_ += "</tr>\n";
    }

    const PrintedStatement& statement_;
    const Company& company_;
    const Layout& layout_;
    Heads heads_;
    std::string out_;
};

// Names of tags in capitals, as old programs wrote them.
std::string with_capital_tags(std::string markup) {
    for (std::size_t i = 0; i + 1 < markup.size(); ++i) {
        if (markup[i] != '<') continue;
        for (++i; i < markup.size() && markup[i] != ' ' && markup[i] != '>'; ++i) {
            if (markup[i] >= 'a' && markup[i] <= 'z') markup[i] = static_cast<char>(markup[i] - 32);
        }
    }
    return markup;
}

}  // namespace

std::string marked_up(const std::string& text, const Layout& layout) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '&') {
            out += "&amp;";
        } else if (text[i] == '<') {
            out += "&lt;";
        } else if (text[i] == '\'') {
            out += layout.old_quotes ? "&#146;" : "&#8217;";
        } else if (text.compare(i, 3, "\xE2\x80\x94") == 0) {
            out += layout.old_quotes ? "&#151;" : "&#8212;";
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string page_table(const PrintedStatement& statement, const Company& company,
                       const Layout& layout) {
    if (layout.page == PageStyle::preformatted) {
        Layout plain = layout;
        plain.table_marks = false;
        if (plain.dash.size() > 2) plain.dash = "--";
        return "<pre>\n" + marked_up(text_table(statement, company, plain), layout) + "</pre>\n";
    }
    std::string made = PageTable(statement, company, layout).write();
    return layout.capital_tags ? with_capital_tags(std::move(made)) : made;
}

}  // namespace bench
