// Puts a release together: prose, tables, what surrounds them, and the keys of all its cells.
#include "release.h"

#include <sstream>

#include "layout.h"
#include "page_table.h"
#include "prose.h"
#include "statements.h"
#include "text_table.h"

namespace bench {
namespace {

std::string wrapped(const std::string& paragraph, std::size_t width) {
    std::string out;
    std::string line;
    std::istringstream words(paragraph);
    for (std::string word; words >> word;) {
        if (!line.empty() && line.size() + 1 + word.size() > width) {
            out += line + "\n";
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
    }
    return out + line + "\n";
}

// Columns from `first` on, `count` of them.
PrintedStatement part_of(const PrintedStatement& whole, std::size_t first, std::size_t count) {
    PrintedStatement part = whole;
    const auto cut = [&](auto& list) {
        list = {list.begin() + static_cast<std::ptrdiff_t>(first),
                list.begin() + static_cast<std::ptrdiff_t>(first + count)};
    };
    cut(part.columns);
    for (auto& row : part.rows) {
        if (!row.figures.empty()) cut(row.figures);
    }
    return part;
}

std::string page_turn(const Layout& layout, int page) {
    if (!layout.page_breaks) return "\n\n";
    const std::string number = "\n" + std::string(36, ' ') + std::to_string(page) + "\n";
    return layout.table_marks ? number + "<PAGE>\n\n" : number + "\f\n";
}

std::string text_release(const Prose& said, const std::vector<PrintedStatement>& statements,
                         const Company& company, const Layout& layout) {
    std::string out = said.headline + "\n\n";
    for (const auto& paragraph : said.before) {
        out += (layout.medium == Medium::tabs ? paragraph + "\n" : wrapped(paragraph, 78)) + "\n";
    }
    int page = 3;
    for (const auto& statement : statements) {
        out += page_turn(layout, page++);
        if (layout.medium == Medium::tabs) {
            out += tab_table(statement, company, layout);
        } else if (layout.block_below && statement.columns.size() == 4) {
            out += text_table(part_of(statement, 0, 2), company, layout) + "\n\n";
            out += text_table(part_of(statement, 2, 2), company, layout);
        } else {
            out += text_table(statement, company, layout);
        }
    }
    out += "\n\n";
    for (const auto& paragraph : said.after) out += paragraph + "\n";
    return out;
}

std::string page_release(const Prose& said, const std::vector<PrintedStatement>& statements,
                         const Company& company, const Layout& layout) {
    std::string out =
        "<html>\n<head><title>" + marked_up(said.headline, layout) + "</title></head>\n<body>\n";
    if (layout.nested) out += "<table width=\"620\"><tr><td>\n";
    out += "<p align=\"center\"><b>" + marked_up(said.headline, layout) + "</b></p>\n";
    for (const auto& paragraph : said.before) {
        const auto text = marked_up(paragraph, layout);
        out += layout.page == PageStyle::modern
                   ? "<div style=\"margin-top:6pt\"><span style=\"font-size:10pt\">" + text +
                         "</span></div>\n"
                   : "<p>" + std::string(layout.fonts ? "<font size=\"2\">" : "") + text +
                         (layout.fonts ? "</font>" : "") + "</p>\n";
    }
    for (const auto& statement : statements) {
        if (layout.page_breaks) out += "<hr>\n";
        out += page_table(statement, company, layout);
    }
    for (const auto& paragraph : said.after) out += "<p>" + marked_up(paragraph, layout) + "</p>\n";
    if (layout.nested) out += "</td></tr></table>\n";
    return out + "</body>\n</html>\n";
}

// The header that EDGAR puts around a filing.
std::string submitted(const std::string& body, const Company& company, Day end, bool page) {
    std::string capital = capital_letters(company.name);
    std::string day = iso(end);
    std::erase(day, '-');
    const std::string accession = company.cik + "-" + year_of(end).substr(2) + "-" + day.substr(2);
    std::string year_end = iso(quarter_end(company.calendar, 2001, 4)).substr(5);
    std::erase(year_end, '-');
    return "<SEC-DOCUMENT>" + accession + ".txt : " + day + "\n<SEC-HEADER>" + accession +
           ".hdr.sgml : " + day + "\nACCESSION NUMBER:\t\t" + accession +
           "\nCONFORMED SUBMISSION TYPE:\t8-K\nPUBLIC DOCUMENT COUNT:\t\t1\n"
           "CONFORMED PERIOD OF REPORT:\t" +
           day +
           "\n\nFILER:\n\n\tCOMPANY DATA:\n"
           "\t\tCOMPANY CONFORMED NAME:\t\t\t" +
           capital + "\n\t\tCENTRAL INDEX KEY:\t\t\t" + company.cik +
           "\n\t\tFISCAL YEAR END:\t\t\t" + year_end +
           "\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>EX-99.1\n"
           "<SEQUENCE>1\n<FILENAME>release." +
           (page ? "htm" : "txt") + "\n<TEXT>\n" + body + "</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n";
}

// Whole units as SQLite prints them: no fraction where there is none.
std::string value_of(const Figure& figure, std::int64_t scale) {
    std::int64_t below = 1;
    for (int i = 0; i < figure.places; ++i) below *= 10;
    const std::int64_t above = figure.coefficient * scale;
    if (above % below == 0) return std::to_string(above / below);
    const std::int64_t size = above < 0 ? -above : above;
    std::string rest = std::to_string(size % below);
    rest.insert(0, std::to_string(below).size() - 1 - rest.size(), '0');
    while (rest.back() == '0') rest.pop_back();
    return (above < 0 ? "-" : "") + std::to_string(size / below) + "." + rest;
}

// S kind / C end months before, whether that day can be known / L unit when metric turned label
// values Where a calendar of weeks is headed in months, no release prints the day before the
// period.
std::string keys_of(const PrintedStatement& statement, std::int64_t scale, const Layout& look) {
    constexpr std::array<const char*, 3> kKinds = {"income", "balance", "cashflow"};
    constexpr std::array<const char*, 3> kUnits = {"USD", "USD/share", "shares"};
    constexpr std::array<const char*, 3> kWhens = {"column", "before", "end"};
    std::string out = "S\t" + std::string(kKinds[static_cast<std::size_t>(statement.kind)]) + "\n";
    for (const auto& column : statement.columns) {
        out += "C\t" + iso(column.end) + "\t" + std::to_string(column.months) + "\t" +
               iso(column.before) +
               (column.weeks > 0 && !look.count_weeks ? "\tabout" : "\texact") + "\n";
    }
    for (const auto& row : statement.rows) {
        if (row.figures.empty()) continue;
        out += "L\t" + std::string(kUnits[static_cast<std::size_t>(row.unit)]) + "\t" +
               kWhens[static_cast<std::size_t>(row.when)] + "\t" + row.metric + "\t" +
               (row.turned ? "-" : "+") + "\t" + row.label;
        for (const auto& figure : row.figures) {
            out += "\t" + value_of(figure, row.unit == UnitKind::per_share ? 1 : scale);
        }
        out += "\n";
    }
    return out;
}

std::string with_carriage_returns(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

}  // namespace

Release release(std::uint64_t seed, const Company& company, const Ledger& books, int year,
                int quarter) {
    Dice style(seed, 3, company.number);
    const Wording words = wording(style);
    Coverage coverage;
    coverage.prior_first = style.chance(10);
    coverage.year_to_date = style.chance(85);
    coverage.quarter_in_fourth = style.chance(85);
    coverage.balance_year_end = style.chance(70);
    // A look lasts four years.
    const auto era = static_cast<std::uint64_t>(year / 4);
    Dice looks(seed, 4, company.number * 1000 + era);
    const Layout look = layout(looks, company, year);
    Dice dice(seed, 5, company.number * 10000 + static_cast<std::uint64_t>(year * 4 + quarter));
    const Prose said = prose(dice, company, books, words, year, quarter);
    const auto statements = statements_of(company, books, words, coverage, year, quarter);
    const bool page = look.medium == Medium::page;
    Release made;
    made.name = std::to_string(year) + "-q" + std::to_string(quarter) + (page ? ".html" : ".txt");
    made.bytes = page ? page_release(said, statements, company, look)
                      : text_release(said, statements, company, look);
    if (look.submission) {
        made.bytes =
            submitted(made.bytes, company, quarter_end(company.calendar, year, quarter), page);
    }
    made.look = words_of(look);
    if (look.carriage_returns) made.bytes = with_carriage_returns(made.bytes);
    for (const auto& statement : statements) made.keys += keys_of(statement, company.scale, look);
    return made;
}

}  // namespace bench
