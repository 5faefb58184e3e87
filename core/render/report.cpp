// The body of a report, a section per company. See the header.
#include "render/report.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.h"
#include "render/escape.h"
#include "render/numbers.h"
#include "render/svg_chart.h"

namespace fintool {
namespace {

using Values = std::vector<const ReportValue*>;

constexpr std::size_t charted = 12;  // of headline_metrics(): what comes behind is tabled only
constexpr std::size_t most_quarters = 12;

std::string spoken(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    if (name.starts_with("eps ")) return "EPS" + name.substr(3);
    if (!name.empty() && is_lower(name[0])) name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

// "13.1 million USD" for a headline; exact in the tables.
std::string headline(const ReportValue& value) {
    const bool money = value.unit.size() == 3 || value.unit == "shares";
    const double size = value.value < 0 ? -value.value : value.value;
    double shown = value.value;
    std::string word;
    if (money && size >= 1e9) {
        shown /= 1e9;
        word = " billion";
    } else if (money && size >= 1e6) {
        shown /= 1e6;
        word = " million";
    } else {
        return people_text(value.exact, ResultSet::Style::grouped) + " " + value.unit;
    }
    const double rounded =
        static_cast<double>(static_cast<long long>(shown * 100 + (shown < 0 ? -.5 : .5))) / 100;
    return people_text(rounded, ResultSet::Style::grouped) + word + " " + value.unit;
}

// Printed numbers whole; a computed percentage or ratio has no last printed digit: two places.
std::string shown(const ReportValue& value) {
    const bool made =
        value.origin == "computed" && (value.unit == "percent" || value.unit == "ratio");
    const double hundredths = std::round(value.value * 100) / 100;
    return people_text(made ? SqlValue(hundredths) : value.exact, ResultSet::Style::grouped);
}

std::map<std::string, Values> by_metric(const CompanyReport& report) {
    std::map<std::string, Values> out;
    std::map<std::string, std::string> units;
    for (const ReportValue& value : report.values) {
        const std::string& unit = units.emplace(value.metric, value.unit).first->second;
        if (unit == value.unit) out[value.metric].push_back(&value);
    }
    return out;
}

std::string cards(const CompanyReport& report) {
    const auto metrics = by_metric(report);
    std::string out;
    for (std::size_t i = 0; i < charted; ++i) {
        const auto found = metrics.find(headline_metrics()[i]);
        if (found == metrics.end()) continue;
        const ReportValue& last = *found->second.back();
        const std::string name = spoken(found->first);
        out += "<div class=\"card\">" + html_text(name) + " <span class=\"dim\">" +
               html_text(last.fiscal_label) + "</span><b>" + html_text(headline(last)) + "</b>" +
               svg_bars(found->second, name) + "</div>\n";
    }
    return out.empty() ? "" : "<div class=\"cards\">\n" + out + "</div>\n";
}

std::string cell(const std::string& text, const std::string& hint, const std::string& mark = "") {
    const std::string source =
        hint.empty() ? "" : " tabindex=\"0\" data-s=\"" + html_text(hint) + "\"";
    return "<td class=\"n\"" + source + ">" + html_text(text) +
           (mark.empty() ? "" : "<sup>" + html_text(mark) + "</sup>") + "</td>";
}

// Every headline metric over the newest quarters, ratios and growth below.
std::string metrics_table(const CompanyReport& report) {
    std::map<std::string, std::string> ends;  // of fiscal quarters
    for (const ReportValue& value : report.values) {
        std::string& end = ends[value.fiscal_label];
        end = std::max(end, value.period_end);
    }
    std::vector<std::pair<std::string, std::string>> quarters;
    for (const auto& [label, end] : ends) quarters.emplace_back(end, label);
    std::sort(quarters.rbegin(), quarters.rend());
    quarters.resize(std::min(quarters.size(), most_quarters));
    std::reverse(quarters.begin(), quarters.end());
    if (quarters.empty()) return "";
    std::string out =
        "<h3>Metrics, growth and margins by quarter</h3>\n<div class=\"wide\"><table>"
        "\n<thead><tr><th>metric</th>";
    for (const auto& [end, label] : quarters) {
        out += "<th class=\"n\">" + html_text(label) + "<br><span class=\"dim\">" + html_text(end) +
               "</span></th>";
    }
    out += "</tr></thead>\n<tbody>\n";
    const auto metrics = by_metric(report);
    for (const std::string& name : headline_metrics()) {
        const auto found = metrics.find(name);
        if (found == metrics.end()) continue;
        std::map<std::string, const ReportValue*> cells;
        for (const ReportValue* value : found->second) cells[value->fiscal_label] = value;
        out += "<tr><td>" + html_text(spoken(name)) + ", " +
               html_text(found->second.front()->unit) + "</td>";
        for (const auto& [end, label] : quarters) {
            const auto value = cells.find(label);
            if (value == cells.end()) {
                out += "<td></td>";
                continue;
            }
            const std::string& origin = value->second->origin;
            out += cell(shown(*value->second), value->second->hint,
                        origin == "reported" ? "" : origin.substr(0, 1));
        }
        out += "</tr>\n";
    }
    return out +
           "</tbody></table></div>\n<p class=\"dim\">d derived, c computed, n from the prose; "
           "hollow bars are not printed themselves. Hover, tap or tab to a number for its "
           "source.</p>\n";
}

std::string table(const ResultSet& result) {
    std::string out = "<div class=\"wide\"><table>\n";
    if (!result.title.empty()) out += "<caption>" + html_text(result.title) + "</caption>\n";
    out += "<thead><tr>";
    for (std::size_t i = 0; i < result.columns.size(); ++i) {
        const auto& column = result.columns[i];
        const std::string title = fold_space(column.title);
        out += std::string(is_numeric(result, i) ? "<th class=\"n\">" : "<th>") +
               html_text(column.title.empty() ? column.name : title) + "</th>";
    }
    out += "</tr></thead>\n<tbody>\n";
    for (std::size_t r = 0; r < result.rows.size(); ++r) {
        out += "<tr>";
        for (std::size_t i = 0; i < result.rows[r].size(); ++i) {
            const SqlValue& value = result.rows[r][i];
            const std::string text = people_text(value, result.columns[i]);
            const bool hinted = r < result.hints.size() && i < result.hints[r].size();
            out += is_number(value) ? cell(text, hinted ? result.hints[r][i] : "")
                                    : "<td>" + html_text(text) + "</td>";
        }
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

std::string part(const std::string& heading, const ResultSet& result, const std::string& nothing) {
    if (result.rows.empty()) {
        return nothing.empty() ? ""
                               : "<h3>" + heading + "</h3>\n<p>" + html_text(nothing) + "</p>\n";
    }
    return "<h3>" + heading + "</h3>\n" + table(result);
}

std::string section(const CompanyReport& report, std::size_t number) {
    std::string out =
        "<section id=\"c" + std::to_string(number) + "\">\n<h2>" + html_text(report.company.name) +
        (report.company.ticker.empty() ? "" : " (" + html_text(report.company.ticker) + ")") +
        "</h2>\n<p class=\"dim\">" + html_text(report.about) + "</p>\n";
    out += cards(report) + metrics_table(report);
    if (!report.statements.empty()) out += "<h3>Statements, as printed</h3>\n";
    for (const ResultSet& statement : report.statements) out += table(statement);
    out += part("Restatements", report.restatements, "No figure is printed otherwise later.");
    out += part("Checks that fail", report.failed_checks,
                "Every identity that could be tested holds (" +
                    (report.check_counts.empty() ? "no checks" : report.check_counts) + ").");
    out += part("Sentences that the statements do not bear out", report.claims, "");
    out += part("Releases", report.releases, "");
    return out + "</section>\n";
}

}  // namespace

std::string render_report(const std::vector<CompanyReport>& companies) {
    const std::string title = companies.size() == 1
                                  ? companies.front().company.name
                                  : std::to_string(companies.size()) + " companies";
    std::string out = report_head(title) + "<h1>" + html_text(title) + "</h1>\n";
    if (companies.size() > 1) {
        out += "<nav>";
        for (std::size_t i = 0; i < companies.size(); ++i) {
            const CompanyName& company = companies[i].company;
            out += "<a href=\"#c" + std::to_string(i + 1) + "\">" +
                   html_text(company.ticker.empty() ? company.name : company.ticker) + "</a>";
        }
        out += "</nav>\n";
    }
    for (std::size_t i = 0; i < companies.size(); ++i) out += section(companies[i], i + 1);
    return out + "</body>\n</html>\n";
}

}  // namespace fintool
