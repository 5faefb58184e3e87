// Markdown tables and one plain html page, without scripts or anything from elsewhere.
#include "base/text.h"
#include "render/escape.h"
#include "render/numbers.h"
#include "render/render.h"

namespace fintool {
namespace {

std::string title_of(const ResultSet::Column& column) {
    const std::string title = fold_space(column.title);
    return column.title.empty() ? column.name : title;
}

std::string html_cell(const std::string& tag, bool right, const std::string& text) {
    return "<" + tag + (right ? " class=\"n\">" : ">") + html_text(text) + "</" + tag + ">";
}

constexpr const char* page_begin =
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>fintool</title>\n<style>\n"
    ":root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }\n"
    "table { border-collapse: collapse; margin: 1em 0; font-variant-numeric: tabular-nums; }\n"
    "caption { text-align: left; font-weight: bold; }\n"
    "th, td { padding: .2em .8em; border-bottom: 1px solid #8884; text-align: left; }\n"
    ".n { text-align: right; }\n</style>\n</head>\n<body>\n";

}  // namespace

std::string render_markdown(const ResultSet& result) {
    std::string out;
    if (!result.title.empty()) out += "**" + markdown_text(result.title) + "**\n\n";
    std::string rule = "|";
    out += "|";
    for (std::size_t i = 0; i < result.columns.size(); ++i) {
        out += " " + markdown_text(title_of(result.columns[i])) + " |";
        rule += is_numeric(result, i) ? " ---: |" : " --- |";
    }
    out += "\n" + rule + "\n";
    for (const auto& row : result.rows) {
        out += "|";
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += " " + markdown_text(people_text(row[i], result.columns[i])) + " |";
        }
        out += "\n";
    }
    return out;
}

std::string render_html(const std::vector<ResultSet>& results) {
    std::string out = page_begin;
    for (const ResultSet& result : results) {
        out += "<table>\n";
        if (!result.title.empty()) out += "<caption>" + html_text(result.title) + "</caption>\n";
        out += "<thead><tr>";
        for (std::size_t i = 0; i < result.columns.size(); ++i) {
            out += html_cell("th", is_numeric(result, i), title_of(result.columns[i]));
        }
        out += "</tr></thead>\n<tbody>\n";
        for (const auto& row : result.rows) {
            out += "<tr>";
            for (std::size_t i = 0; i < row.size(); ++i) {
                out += html_cell("td", is_number(row[i]),
                                 people_text(row[i], result.columns[i]));
            }
            out += "</tr>\n";
        }
        out += "</tbody>\n</table>\n";
        for (const std::string& note : result.notes) out += "<p>" + html_text(note) + "</p>\n";
    }
    return out + "</body>\n</html>\n";
}

}  // namespace fintool
