// Which quarter a release reports: see the header. The title and the words beside "ended" are
// believed; the day is looked for in prose and tables and must lie before the release.
#include "facts/identity_period.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/text.h"
#include "document/text_reader_lines.h"

namespace fintool {
namespace {

using std::string_view;

// 52/53-week years end near a month's end: September 28 and October 3 are "09-30".
std::optional<Date> snapped(Date date) {
    for (int days = 0; days <= 7; ++days) {
        for (const Date near : {add_days(date, days), add_days(date, -days)}) {
            if (is_month_end(near)) return near;
        }
    }
    return std::nullopt;
}

std::string month_day(Date date) {
    const std::string day = to_string(snapped(date).value_or(date)).substr(5);
    return day == "02-29" ? "02-28" : day;
}

bool ends_a_period(const std::string& before) {
    return before.ends_with("ended") || before.ends_with("ending") || before.ends_with("ended on");
}

// The day of a mention without a year: its last one before `released`.
std::optional<Date> dated(const DateMention& mention, const std::optional<Date>& released) {
    if (mention.year != 0 || !released) return date_of(mention);
    DateMention with_year = mention;
    with_year.year = static_cast<int>(released->year());
    const auto date = date_of(with_year);
    if (date && days_between(*date, *released) >= 0) return date;
    --with_year.year;
    return date_of(with_year);
}

struct Votes {
    int prose = 0, tables = 0;
};

std::map<Date, Votes> ended_days(const ReleaseLines& lines, const std::optional<Date>& released) {
    std::map<Date, Votes> votes;
    for (const string_view text : lines.prose) {
        for (const DateMention& mention : find_dates(text)) {
            const std::size_t from = mention.begin > 30 ? mention.begin - 30 : 0;
            const auto date = dated(mention, released);
            if (date && ends_a_period(words_of(text.substr(from, mention.begin - from))))
                ++votes[*date].prose;
        }
    }
    for (const DateMention& mention : lines.table_dates) {
        const auto date = dated(mention, released);
        if (date && snapped(*date)) ++votes[*date].tables;
    }
    return votes;
}

// The balance sheet's other day: the end of the last fiscal year, `months` before the quarter's.
std::optional<Date> year_end_in_tables(const ReleaseLines& lines, Date period_end, int months) {
    const Date expected = add_months(period_end, -months);
    std::map<int, int> votes;  // by days from the expected day
    for (DateMention mention : lines.table_dates) {
        if (mention.year == 0) mention.year = static_cast<int>(expected.year());
        const auto date = date_of(mention);
        const int off = date ? days_between(expected, *date) : 999;
        if (std::abs(off) <= 20) ++votes[off];
    }
    const auto best =
        std::max_element(votes.begin(), votes.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == votes.end()) return std::nullopt;
    return add_days(expected, best->first);
}

// The words of title and opening that name a quarter, else those that name a year alone.
FiscalWords words_of_release(const std::string& title, const ReleaseLines& lines) {
    const FiscalWords titled = find_fiscal_words(title);
    FiscalWords words = titled.of_quarter ? titled : FiscalWords{};
    for (std::size_t i = 0; i < lines.opening; ++i) {
        if (words.quarter != 0 && words.year != 0) break;
        const FiscalWords more = find_fiscal_words(lines.prose[i].substr(0, 400));
        if (!more.of_quarter) continue;
        if (words.quarter == 0) words = more;
        if (words.quarter == more.quarter && words.year == 0) words.year = more.year;
    }
    return words.quarter != 0 ? words : titled;
}

bool reports_a_year_to(const ReleaseLines& lines, Date period_end) {
    for (const string_view text : lines.prose) {
        for (const DateMention& mention : find_dates(text)) {
            const std::size_t from = mention.begin > 30 ? mention.begin - 30 : 0;
            const std::string before = words_of(text.substr(from, mention.begin - from));
            if (date_of(mention) == period_end &&
                (before.ends_with("year ended") || before.ends_with("years ended")))
                return true;
        }
    }
    return false;
}

std::string find_year_end(const ReleaseLines& lines, const FiscalWords& words, const Filing& filing,
                          const std::string& by_statements) {
    const Date end = *filing.period_end;
    if (filing.form.starts_with("10-K")) return month_day(end);
    if (words.quarter == 4 || (words.quarter == 0 && reports_a_year_to(lines, end)))
        return month_day(end);
    if (words.quarter != 0) {
        const auto last_year = year_end_in_tables(lines, end, words.quarter * 3);
        return month_day(last_year ? *last_year : add_months(end, (4 - words.quarter) * 3));
    }
    if (!by_statements.empty()) return by_statements;
    for (const int months : {3, 6, 9}) {
        if (const auto last_year = year_end_in_tables(lines, end, months))
            return month_day(*last_year);
    }
    return "";
}

void add_prose(std::string_view text, bool heading, bool in_table, ReleaseLines& lines,
               bool& opened) {
    lines.prose.push_back(text);
    lines.heading.push_back(heading);
    lines.in_table.push_back(in_table);
    // A form's cover may stand before the release itself.
    if (opened || lines.prose.size() > 80) return;
    opened = read_dateline(text).has_value();
    if (opened || lines.prose.size() <= 12) lines.opening = lines.prose.size();
}

// A company's name, a title, a dateline on one line: the words over a table's first amounts.
void add_head(const LineTable& table, ReleaseLines& lines, bool& opened) {
    for (const Line& line : table.lines) {
        const LineTraits traits = traits_of(line.text.str());
        if (traits.value) return;
        if (!traits.blank && !traits.ruler && !traits.mark && !traits.gaps)
            add_prose(trim(line.text.str()), true, true, lines, opened);
    }
}

}  // namespace

ReleaseLines lines_of(const Document& document) {
    ReleaseLines lines;
    bool opened = false;
    const auto add_dates = [&](std::string_view text) {
        const auto found = find_dates(text);
        lines.table_dates.insert(lines.table_dates.end(), found.begin(), found.end());
    };
    for (const Block& block : document.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            add_prose(paragraph->text.str(), paragraph->heading, false, lines, opened);
        } else if (const auto* table = std::get_if<LineTable>(&block)) {
            add_head(*table, lines, opened);
            for (const Line& line : table->lines) add_dates(line.text.str());
        } else if (const auto* cells = std::get_if<CellTable>(&block)) {
            for (const RawRow& row : cells->rows) {
                for (const RawCell& cell : row.cells) add_dates(cell.text.str());
            }
        }
    }
    return lines;
}

// Without a day of release the day that is named most often, else the latest one before it; of
// days that lie close together ("July 1", a slip "July 2") the one that is named more often.
std::optional<Date> find_period_end(const ReleaseLines& lines,
                                    const std::optional<Date>& released) {
    std::optional<Date> best;
    int most = 0;
    for (const auto& [date, votes] : ended_days(lines, released)) {
        const int count = votes.prose * 2 + votes.tables;
        const int before = released ? days_between(date, *released) : 30;
        const bool in_prose = votes.prose > 0 && before >= 3 && before <= 190;
        const bool in_tables = votes.tables > 0 && before >= 10 && before <= 120;
        if (!in_prose && !in_tables) continue;
        const bool later = released && (!best || days_between(*best, date) > 10);
        if (!later && count < most) continue;
        best = date;
        most = count;
    }
    return best;
}

std::optional<Date> end_in_statements(const std::vector<Statement>& statements,
                                      const std::optional<Date>& named,
                                      const std::optional<Date>& released) {
    using Kind = Statement::Kind;
    for (const Kind kind : {Kind::income, Kind::cashflow, Kind::balance}) {
        std::optional<Date> last;
        bool met = false;
        for (const Statement& statement : statements) {
            if (statement.kind != kind || statement.basis != Statement::Basis::gaap) continue;
            for (const Column& column : statement.columns) {
                if (!column.period || column.role != Column::Role::period) continue;
                const Date end = column.period->end;
                if (released && days_between(*released, end) > 0) continue;
                met = met || (named && std::abs(days_between(*named, end)) <= 10);
                if (!last || days_between(*last, end) > 0) last = end;
            }
        }
        // The day named may be that of the year before, whose column stands beside. Where the day
        // of the release is unknown, it is only the one that is printed most often.
        if (last) return released && met && days_between(*named, *last) < 300 ? named : last;
    }
    return named;
}

bool opens_with_later_end(const ReleaseLines& lines, const std::optional<Date>& released) {
    if (!released) return false;
    for (std::size_t i = 0; i < lines.opening; ++i) {
        for (const DateMention& mention : find_dates(lines.prose[i])) {
            const std::size_t from = mention.begin > 30 ? mention.begin - 30 : 0;
            const std::string before = words_of(lines.prose[i].substr(from, mention.begin - from));
            const auto date = date_of(mention);
            if (date && before.ends_with("ended") && days_between(*released, *date) >= 0)
                return true;
        }
    }
    return false;
}

std::string year_end_in_statements(const std::vector<Statement>& statements, Date end) {
    for (const Statement& statement : statements) {
        const bool primary =
            statement.kind != Statement::Kind::other && statement.basis == Statement::Basis::gaap;
        for (const Column& column : statement.columns) {
            if (!primary || !column.period) continue;
            const int months = column.period->months;
            if (column.period->end == end && (months == 6 || months == 9))
                return month_day(add_days(column.period->start, -1));
        }
    }
    return "";
}

void read_fiscal_period(const ReleaseLines& lines, const std::string& by_statements,
                        Company& company, Filing& filing) {
    const bool periodic = filing.form.starts_with("10-");
    const FiscalWords words = words_of_release(filing.title, lines);
    if (!filing.period_end) {
        filing.fiscal_quarter = words.quarter;
        filing.fiscal_year = words.year;
        return;
    }
    std::string& year_end = company.fiscal_year_end;
    if (year_end.empty() || filing.form.starts_with("10-K"))
        year_end = find_year_end(lines, words, filing, by_statements);
    if (year_end.size() != 5) return;
    const Date end = snapped(*filing.period_end).value_or(*filing.period_end);
    const int year = static_cast<int>(end.year());
    const auto last_day = parse_iso_date(std::to_string(year) + "-" + year_end);
    if (!last_day) return;
    const Date year_last = snapped(*last_day).value_or(*last_day);
    const int end_month = static_cast<int>(static_cast<unsigned>(end.month()));
    const int year_month = static_cast<int>(static_cast<unsigned>(year_last.month()));
    const int months_left = (year_month - end_month + 12) % 12;
    // 16 and 12 weeks do not end with calendar quarters.
    filing.fiscal_quarter = months_left % 3 == 0 ? 4 - months_left / 3 : words.quarter;
    filing.fiscal_year = end_month > year_month ? year + 1 : year;
    // The company's own words: "fiscal 2007" for a year that ends in January 2008.
    if (!periodic && words.of_quarter && words.quarter == filing.fiscal_quarter &&
        words.year != 0 && std::abs(words.year - filing.fiscal_year) == 1)
        filing.fiscal_year = words.year;
}

}  // namespace fintool
