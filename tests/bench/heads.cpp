// Headings: "Three Months Ended" over the columns of a length, and the dates under it in the style
// of the layout.
#include "heads.h"

#include <algorithm>
#include <functional>
#include <sstream>

namespace bench {
namespace {

std::string capitals(std::string text) {
    for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    return text;
}

std::string length_words(const Stretch& column, const Layout& layout) {
    if (layout.head == HeadStyle::named_quarter) {
        if (column.months == 3) return ordinal_word(column.quarter) + " Quarter";
        return column.months == 12 ? "Twelve Months" : number_word(column.months) + " Months";
    }
    if (layout.count_weeks && column.weeks > 0) {
        return (layout.number_words ? number_word(column.weeks) : std::to_string(column.weeks)) +
               " Weeks Ended";
    }
    if (column.months == 3 && layout.quarter_words) return "Quarter Ended";
    if (column.months == 12) return layout.quarter_words ? "Year Ended" : "Twelve Months Ended";
    return (layout.number_words ? number_word(column.months) : std::to_string(column.months)) +
           " Months Ended";
}

class HeadBuilder {
public:
    HeadBuilder(const PrintedStatement& statement, const Layout& layout)
        : statement_(statement), layout_(layout) {}

    Heads build() {
        if (statement_.kind == StatementKind::balance) {
            balance();
        } else if (layout_.head == HeadStyle::stacked) {
            stack();
        } else {
            flows();
        }
        if (layout_.unaudited_in_head) unaudited();
        if (layout_.capital_heads) {
            for (auto& level : made_.levels) {
                for (auto& cell : level) cell.words = capitals(cell.words);
            }
        }
        return made_;
    }

private:
    using Words = std::function<std::string(const Stretch&)>;

    const std::vector<Stretch>& columns() const { return statement_.columns; }

    // One cell per run of columns with the same words.
    void runs(const Words& words, bool group) {
        std::vector<HeadCell> level;
        for (int i = 0; i < static_cast<int>(columns().size()); ++i) {
            auto text = words(columns()[static_cast<std::size_t>(i)]);
            if (!level.empty() && group && level.back().words == text) {
                level.back().last = i;
            } else {
                level.push_back({i, i, std::move(text), group});
            }
        }
        made_.levels.push_back(std::move(level));
    }

    // The dates of each group of columns that has one length.
    bool groups_share_a_day() const {
        for (std::size_t i = 1; i < columns().size(); ++i) {
            const bool same =
                length_words(columns()[i], layout_) == length_words(columns()[i - 1], layout_);
            if (same &&
                month_day(columns()[i].end, false) != month_day(columns()[i - 1].end, false)) {
                return false;
            }
        }
        return true;
    }

    void dates() {
        switch (layout_.head) {
            case HeadStyle::full_date:
                runs([&](const Stretch& s) { return long_date(s.end, layout_.brief_months); },
                     false);
                return;
            case HeadStyle::numeric_date:
                runs([&](const Stretch& s) { return short_date(s.end, layout_.wide_numeric); },
                     false);
                return;
            default:
                runs([&](const Stretch& s) { return month_day(s.end, layout_.brief_months) + ","; },
                     false);
                years();
        }
    }

    void years() {
        runs([](const Stretch& s) { return year_of(s.end); }, false);
    }

    void balance() {
        const bool bare =
            layout_.head == HeadStyle::full_date || layout_.head == HeadStyle::numeric_date;
        if (bare) {
            dates();
            return;
        }
        runs([&](const Stretch& s) { return month_day(s.end, layout_.brief_months) + ","; }, false);
        years();
    }

    void flows() {
        const auto words = [&](const Stretch& s) { return length_words(s, layout_); };
        const bool shared = groups_share_a_day();
        switch (layout_.head) {
            case HeadStyle::shared_date:
                if (!shared) break;
                runs(words, true);
                runs([&](const Stretch& s) { return month_day(s.end, layout_.brief_months) + ","; },
                     true);
                // The lengths above part the groups; equal days must not join them.
                made_.levels.back() = spread(made_.levels[0], made_.levels.back());
                years();
                return;
            case HeadStyle::joined:
                if (!shared) break;
                runs(
                    [&](const Stretch& s) {
                        return words(s) + " " + month_day(s.end, layout_.brief_months) + ",";
                    },
                    true);
                years();
                return;
            case HeadStyle::both_dates:
                if (both_dates(words)) return;
                break;
            case HeadStyle::named_quarter:
                runs(words, true);
                years();
                made_.title_words = "For the periods ended " + long_date(newest().end, false) +
                                    " and " + year_of(oldest().end);
                return;
            default: break;
        }
        runs(words, true);
        dates();
    }

    const Stretch& newest() const {
        return *std::max_element(columns().begin(), columns().end(),
                                 [](const auto& a, const auto& b) { return a.end < b.end; });
    }
    const Stretch& oldest() const {
        return *std::min_element(columns().begin(), columns().end(),
                                 [](const auto& a, const auto& b) { return a.end < b.end; });
    }

    static std::vector<HeadCell> spread(const std::vector<HeadCell>& over,
                                        const std::vector<HeadCell>& below) {
        std::vector<HeadCell> level;
        for (const auto& cell : over) {
            HeadCell part = cell;
            for (const auto& words : below) {
                if (words.first <= cell.first && cell.first <= words.last) part.words = words.words;
            }
            level.push_back(part);
        }
        return level;
    }

    // "July 3, 2004 and June 28, 2003" over two columns, their years below.
    bool both_dates(const Words& words) {
        std::vector<HeadCell> level;
        std::vector<HeadCell> dates;
        for (int i = 0; i + 1 < static_cast<int>(columns().size()); i += 2) {
            const auto& left = columns()[static_cast<std::size_t>(i)];
            const auto& right = columns()[static_cast<std::size_t>(i) + 1];
            if (words(left) != words(right) || year_of(left.end) == year_of(right.end))
                return false;
            level.push_back({i, i + 1, words(left), false});
            dates.push_back({i, i + 1,
                             long_date(left.end, layout_.brief_months) + " and " +
                                 long_date(right.end, layout_.brief_months),
                             true});
        }
        made_.levels = {level, dates};
        years();
        return true;
    }

    void stack() {
        std::vector<std::vector<std::string>> stacks;
        std::size_t height = 0;
        for (const auto& column : columns()) {
            std::istringstream words(length_words(column, layout_));
            std::vector<std::string> stack;
            for (std::string word; words >> word;) stack.push_back(word);
            stack.push_back(month_day(column.end, layout_.brief_months) + ",");
            stack.push_back(year_of(column.end));
            height = std::max(height, stack.size());
            stacks.push_back(std::move(stack));
        }
        for (std::size_t level = 0; level < height; ++level) {
            std::vector<HeadCell> cells;
            for (std::size_t i = 0; i < stacks.size(); ++i) {
                const auto missing = height - stacks[i].size();
                if (level < missing) continue;
                const int column = static_cast<int>(i);
                cells.push_back({column, column, stacks[i][level - missing], false});
            }
            made_.levels.push_back(std::move(cells));
        }
    }

    // Over every flow; of balances over the newest alone, the others are audited.
    void unaudited() {
        std::vector<HeadCell> level;
        for (int i = 0; i < static_cast<int>(columns().size()); ++i) {
            const auto& column = columns()[static_cast<std::size_t>(i)];
            if (statement_.kind == StatementKind::balance && column.end != newest().end) continue;
            level.push_back({i, i, "(Unaudited)", false});
        }
        made_.levels.push_back(std::move(level));
    }

    const PrintedStatement& statement_;
    const Layout& layout_;
    Heads made_;
};

}  // namespace

Heads heads(const PrintedStatement& statement, const Layout& layout) {
    return HeadBuilder(statement, layout).build();
}

}  // namespace bench
