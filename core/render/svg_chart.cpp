// Bars over a zero line; losses hang below it, derived quarters are drawn hollow. See the header.
#include "render/svg_chart.h"

#include <algorithm>
#include <cmath>

#include "render/escape.h"
#include "render/numbers.h"
#include "value/date.h"

namespace fintool {
namespace {

// All charts are of one size, so that their labels are.
constexpr double width = 240, height = 90, label_height = 18;
constexpr int fewest_steps = 8;  // a few bars do not fill a chart

std::string number(double value) {
    const auto tenths = static_cast<long long>(std::llround(value * 10));
    std::string out = std::to_string(std::llabs(tenths) / 10);
    if (tenths % 10 != 0) out += "." + std::to_string(std::llabs(tenths) % 10);
    return (tenths < 0 ? "-" : "") + out;
}

// Quarters since the first value.
int quarters_after(const ReportValue& first, const ReportValue& value) {
    const auto from = parse_iso_date(first.period_end), to = parse_iso_date(value.period_end);
    if (!from || !to) return 0;
    return static_cast<int>(std::lround(days_between(*from, *to) / 91.31));
}

struct Scale {
    double low = 0, high = 0;
    double y(double value) const {
        return high > low ? (high - value) / (high - low) * height : height;
    }
};

std::string bar(const ReportValue& value, double x, double bar_width, const Scale& scale) {
    const double zero = scale.y(0), end = scale.y(value.value);
    const double top = std::min(zero, end), size = std::max(1.0, std::fabs(end - zero));
    const std::string kind = std::string(value.value < 0 ? "loss" : "gain") +
                             (value.origin == "reported" ? "" : " made");
    return "<rect class=\"" + kind + "\" x=\"" + number(x) + "\" y=\"" + number(top) +
           "\" width=\"" + number(bar_width) + "\" height=\"" + number(size) + "\"><title>" +
           html_text(value.fiscal_label + ": " +
                     people_text(value.exact, ResultSet::Style::grouped) + " " + value.unit + " (" +
                     value.hint + ")") +
           "</title></rect>";
}

std::string label(const std::string& text, double x, const char* anchor) {
    return "<text x=\"" + number(x) + "\" y=\"" + number(height + 14) + "\" text-anchor=\"" +
           anchor + "\">" + html_text(text) + "</text>";
}

}  // namespace

std::string svg_bars(const std::vector<const ReportValue*>& values, const std::string& name) {
    if (values.empty()) return "";
    Scale scale;
    for (const ReportValue* value : values) {
        scale.low = std::min(scale.low, value->value);
        scale.high = std::max(scale.high, value->value);
    }
    const ReportValue &first = *values.front(), &last = *values.back();
    const int steps = quarters_after(first, last) + 1;
    const double step = width / std::max(fewest_steps, steps), bar_width = step * 0.7;
    std::string out = "<svg role=\"img\" viewBox=\"0 0 " + number(width) + " " +
                      number(height + label_height) + "\" preserveAspectRatio=\"xMinYMid meet\">";
    out += "<title>" + html_text(name + ", " + first.fiscal_label + " to " + last.fiscal_label) +
           "</title>";
    for (const ReportValue* value : values) {
        const double x = quarters_after(first, *value) * step + (step - bar_width) / 2;
        out += bar(*value, x, bar_width, scale);
    }
    const std::string zero = number(scale.y(0));
    out += "<line x1=\"0\" x2=\"" + number(width) + "\" y1=\"" + zero + "\" y2=\"" + zero + "\"/>";
    out += label(first.fiscal_label, 0, "start");
    if (values.size() > 1) out += label(last.fiscal_label, std::max(steps * step, 140.0), "end");
    return out + "</svg>";
}

}  // namespace fintool
