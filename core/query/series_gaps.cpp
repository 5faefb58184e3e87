// Gaps by dates; labels only name them. See the header.
#include "query/series_gaps.h"

#include <charconv>
#include <optional>

#include "query/series_sql.h"
#include "value/date.h"

namespace fintool {
namespace {

namespace at = series_column;

constexpr int most_ranges = 6;

bool same_series(const std::vector<SqlValue>& a, const std::vector<SqlValue>& b) {
    return a[at::company] == b[at::company] && a[at::ticker] == b[at::ticker] &&
           a[at::metric] == b[at::metric] && a[at::unit] == b[at::unit];
}

std::optional<int> number_at(std::string_view text, std::size_t begin) {
    int number = 0;
    if (begin >= text.size()) return std::nullopt;
    const auto [end, error] =
        std::from_chars(text.data() + begin, text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

double days_between_ends(Question::Step step) {
    switch (step) {
        case Question::Step::year: return 365.25;
        case Question::Step::half: return 182.62;
        default: return 91.31;
    }
}

// "Q3 FY2004" + 2 quarters is "Q1 FY2005", "FY2004" + 2 years "FY2006"; empty for other labels.
std::string label_after(std::string_view label, int steps) {
    if (label.substr(0, 2) == "FY") {
        const auto year = number_at(label, 2);
        return year ? "FY" + std::to_string(*year + steps) : "";
    }
    const bool quarter = label.size() > 5 && label[0] == 'Q' && label.substr(2, 3) == " FY";
    const auto year = quarter ? number_at(label, 5) : std::nullopt;
    if (!year) return "";
    const int index = *year * 4 + (label[1] - '1') + steps;
    return "Q" + std::to_string(index % 4 + 1) + " FY" + std::to_string(index / 4);
}

}  // namespace

SeriesGaps find_gaps(const ResultSet& series, Question::Step step) {
    const double days = days_between_ends(step);
    SeriesGaps gaps;
    bool one_series = true;
    int ranges = 0;
    for (std::size_t i = 1; i < series.rows.size(); ++i) {
        const auto& before = series.rows[i - 1];
        const auto& row = series.rows[i];
        if (!same_series(before, row)) {
            one_series = false;
            continue;
        }
        const auto from = parse_iso_date(text_at(before, at::period_end));
        const auto to = parse_iso_date(text_at(row, at::period_end));
        if (!from || !to) continue;
        const int steps = static_cast<int>(days_between(*from, *to) / days + 0.5);
        if (steps < 2) continue;
        gaps.missing += static_cast<std::size_t>(steps - 1);
        const std::string label = text_at(before, at::fiscal_label);
        const std::string first = label_after(label, 1), last = label_after(label, steps - 1);
        if (first.empty()) continue;
        if (++ranges > most_ranges) {
            if (ranges == most_ranges + 1) gaps.ranges += ", ...";
            continue;
        }
        gaps.ranges += (gaps.ranges.empty() ? "" : ", ") + first;
        if (steps > 2) gaps.ranges += " - " + last;
    }
    if (!one_series) gaps.ranges.clear();
    return gaps;
}

}  // namespace fintool
