// Statements of several periods side by side. The newest release gives the order of the rows; a
// row that only an older one prints is put in behind its neighbour there. See statement_series.h.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.h"
#include "query/statement_series.h"
#include "query/statement_view.h"

namespace fintool {
namespace {

namespace at = statement_column;
using Row = std::vector<SqlValue>;

constexpr std::size_t most_periods = 8;

std::int64_t number_at(const Row& row, std::size_t column) {
    const auto* number = std::get_if<std::int64_t>(&row[column]);
    return number ? *number : 0;
}

struct Period {
    std::string label, end;
    std::int64_t months = 0;
    std::vector<const Row*> cells;  // in printed order
};

// A row of the table: one printed row, known again in other releases.
struct Line {
    std::string section, label, metric, unit;
    std::string section_words, label_words;
    std::int64_t depth = 0;
    std::map<std::size_t, SqlValue> values;    // by period
    std::map<std::size_t, std::string> hints;  // where each is printed
};

std::vector<Period> periods_of(const std::vector<const Row*>& rows) {
    std::vector<Period> periods;
    for (const Row* row : rows) {
        const std::string label = text_at(*row, at::fiscal_label);
        const std::int64_t months = number_at(*row, at::months);
        if (periods.empty() || periods.back().label != label || periods.back().months != months) {
            periods.push_back({label, text_at(*row, at::period_end), months, {}});
        }
        periods.back().cells.push_back(row);
    }
    return periods;  // newest first
}

// The spelling of the newest release stands for all: "ASSETS > Current" is "Assets > Current".
class Sections {
public:
    std::string spelling_of(const std::string& section) {
        std::string out;
        for (std::size_t at = 0; at < section.size();) {
            const std::size_t end = std::min(section.find(" > ", at), section.size());
            std::string path = out + (out.empty() ? "" : " > ") + section.substr(at, end - at);
            const std::string words = words_of(path);
            out = first_.emplace(words, std::move(path)).first->second;
            at = end + 3;
        }
        return out;
    }

private:
    std::map<std::string, std::string> first_;
};

Line line_of(const Row& row) {
    Line line{text_at(row, at::section),
              text_at(row, at::label),
              text_at(row, at::metric),
              text_at(row, at::unit),
              "",
              "",
              number_at(row, at::depth),
              {},
              {}};
    line.section_words = words_of(line.section);
    line.label_words = words_of(line.label);
    return line;
}

// "Net sales 48,210, reports/q3.txt line 41"
std::string hint_of(const Row& row) {
    return text_at(row, at::label) + " " + text_at(row, at::raw_text) + ", " +
           text_at(row, at::file) + " line " + std::to_string(number_at(row, at::line_no));
}

// The lines so far and, for each, whether this period has used it.
class Lines {
public:
    void add_period(std::size_t period, const std::vector<const Row*>& cells) {
        used_.assign(lines_.size(), false);
        std::size_t next = 0;
        const Row* before = nullptr;
        for (const Row* row : cells) {
            // Two columns of one period: the first is it.
            const bool again = before &&
                               number_at(*before, at::row_no) == number_at(*row, at::row_no) &&
                               (*before)[at::label] == (*row)[at::label];
            if (again) continue;
            before = row;
            Line line = line_of(*row);
            line.section = sections_.spelling_of(line.section);
            const std::size_t place = place_of(line, next);
            if (const SqlValue& value = (*row)[at::value]; value.index() != 0) {
                lines_[place].values.emplace(period, value);
                lines_[place].hints.emplace(period, hint_of(*row));
            }
            used_[place] = true;
            next = place + 1;
        }
    }
    const std::vector<Line>& all() const { return lines_; }

private:
    // The same label under the same heading; the same label; another label of the same metric.
    std::size_t place_of(const Line& line, std::size_t next) {
        const auto same = [&](const Line& other, int looseness) {
            if (other.unit != line.unit) return false;
            if (looseness == 2) return !line.metric.empty() && other.metric == line.metric;
            return other.label_words == line.label_words &&
                   (looseness == 1 || other.section_words == line.section_words);
        };
        for (int looseness = 0; looseness < 3; ++looseness) {
            for (std::size_t i = 0; i < lines_.size(); ++i) {
                if (!used_[i] && same(lines_[i], looseness)) return i;
            }
        }
        Line added = line;
        if (next > 0) take_heading(added, lines_[next - 1]);
        if (next < lines_.size()) take_heading(added, lines_[next]);
        lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(next), std::move(added));
        used_.insert(used_.begin() + static_cast<std::ptrdiff_t>(next), false);
        return next;
    }

    // "Liabilities > Equity" beside "Equity" in another release is one heading.
    static void take_heading(Line& line, const Line& neighbour) {
        const auto last = [](const std::string& path) {
            const std::size_t at = path.rfind(" > ");
            return words_of(at == std::string::npos ? path : path.substr(at + 3));
        };
        if (last(line.section) == last(neighbour.section)) line.section = neighbour.section;
    }

    Sections sections_;
    std::vector<Line> lines_;
    std::vector<bool> used_;
};

bool is_money(const std::string& unit) { return unit.size() == 3; }

struct Scales {
    std::int64_t money = 1, shares = 1;
    std::int64_t of(const std::string& unit) const {
        if (is_money(unit)) return money;
        return unit == "shares" ? shares : 1;
    }
};

// 1000 or 1000000 where every such amount is a multiple of it.
std::int64_t common_scale(const std::vector<Line>& lines, bool money) {
    std::int64_t scale = 1'000'000;
    bool any = false;
    for (const Line& line : lines) {
        if (money ? !is_money(line.unit) : line.unit != "shares") continue;
        for (const auto& [period, value] : line.values) {
            const auto* number = std::get_if<std::int64_t>(&value);
            if (std::holds_alternative<double>(value)) return 1;
            while (number && scale > 1 && *number % scale != 0) scale /= 1000;
            any = any || (number && *number != 0);
        }
    }
    return any ? scale : 1;
}

SqlValue scaled(const SqlValue& value, std::int64_t scale) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? SqlValue(*number / scale) : value;
}

std::string scale_word(std::int64_t scale) { return scale == 1000 ? "thousands" : "millions"; }

// "... income statement, USD thousands", "... USD and shares in thousands"
std::string title_of(const Row& first, const std::string& unit, const Scales& scales) {
    std::string title = text_at(first, at::company);
    const std::string ticker = text_at(first, at::ticker);
    if (!ticker.empty()) title += " (" + ticker + ")";
    title += ": " + std::string(statement_name(text_at(first, at::statement))) + ", " + unit;
    const std::int64_t money = unit == "percent" ? 1 : scales.money;
    if (money > 1 && money == scales.shares) return title + " and shares in " + scale_word(money);
    if (money > 1) title += " " + scale_word(money);
    if (scales.shares > 1) title += "; shares in " + scale_word(scales.shares);
    return title;
}

std::string money_of(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
        if (line.unit.size() == 3 || line.unit == "percent") return line.unit;
    }
    return lines.empty() ? "" : lines.front().unit;
}

ResultSet statement_table(const std::vector<const Row*>& rows) {
    std::vector<Period> periods = periods_of(rows);
    const std::size_t all = periods.size();
    periods.resize(std::min(all, most_periods));
    Lines lines;
    for (std::size_t i = 0; i < periods.size(); ++i) lines.add_period(i, periods[i].cells);
    const Scales scales{common_scale(lines.all(), true), common_scale(lines.all(), false)};
    ResultSet table;
    table.rows_are_series = true;
    table.title = title_of(*rows.front(), money_of(lines.all()), scales);
    table.columns.push_back({"label", " ", {}});
    for (std::size_t i = periods.size(); i-- > 0;) {
        table.columns.push_back({periods[i].label, periods[i].label + "\n" + periods[i].end,
                                 ResultSet::Style::grouped});
    }
    std::string section;
    for (const Line& line : lines.all()) {
        if (line.values.empty()) continue;  // of a share: what is no money
        const std::size_t level = open_sections(table, section, line.section);
        section = line.section;
        const auto depth = std::max(static_cast<std::size_t>(line.depth), level);
        add_label(table, line.label, std::string(2 * depth, ' '));
        for (const auto& [period, value] : line.values) {
            table.rows.back()[periods.size() - period] = scaled(value, scales.of(line.unit));
        }
        table.hints.resize(table.rows.size());
        table.hints.back().resize(table.columns.size());
        for (const auto& [period, hint] : line.hints) {
            table.hints.back()[periods.size() - period] = hint;
        }
    }
    if (all > most_periods) {
        table.notes.push_back("the newest 8 of " + std::to_string(all) +
                              " periods: `since ...` or `in ...` shows others, csv and json all");
    }
    return table;
}

}  // namespace

std::vector<ResultSet> lay_out_statements(const ResultSet& cells, const Question&) {
    std::map<std::pair<std::string, std::string>, std::vector<const Row*>> by_company;
    for (const Row& row : cells.rows) {
        by_company[{text_at(row, at::company), text_at(row, at::ticker)}].push_back(&row);
    }
    std::vector<ResultSet> tables;
    for (const auto& [company, rows] : by_company) tables.push_back(statement_table(rows));
    return tables;
}

}  // namespace fintool
