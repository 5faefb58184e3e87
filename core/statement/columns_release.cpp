// The last resort for what a header, its title and its neighbours leave open: the quarter that the
// release reports, its fiscal year, and dates that its prose states. See columns_parts.h.
#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/text.h"
#include "statement/columns_release.h"

namespace fintool {

namespace {

class Lender {
public:
    Lender(const ReleaseContext& context, ProseDates& prose, ColumnTable& table)
        : context_(context), prose_(prose), table_(table) {
        if (context.fiscal_year_end.size() == 5) {
            year_end_ = parse_iso_date("2004-" + context.fiscal_year_end);
        }
        // What the table itself dates goes before what the release is thought to report.
        for (const ColumnParts& column : table.columns) {
            if (!column.dated() || column.role != Column::Role::period) continue;
            const Date end = make_date(*column.year, *column.month, *column.day);
            if (end.ok() && (!newest_ || days_between(*newest_, end) > 0)) newest_ = end;
        }
        if (!newest_) newest_ = context.period_end;
        if (!newest_ && context.released_on) newest_ = quarter_before(*context.released_on);
    }

    void lend() {
        if (is_torn()) return;
        lend_years();
        lend_days();
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            if (!asks(table_.columns[i])) continue;
            if (!table_.instants) lend_length(year_end_, stated(), i, table_);
            if (table_.columns[i].inception) lend_start(i);
        }
    }

private:
    // "2nd Quarter 2005" released on July 27, 2005, and no day anywhere: that of the calendar. Soon
    // after it nobody has closed another.
    std::optional<Date> quarter_before(Date released) const {
        constexpr int soonest = 5, latest = 35;
        const Date last = month_end(static_cast<int>(released.year()),
                                    static_cast<unsigned>(released.month()));
        const int month = static_cast<int>(static_cast<unsigned>(released.month()));
        const Date end = add_months(last, -(month % 3 == 0 ? 3 : month % 3));
        const int days = days_between(end, released);
        const auto names_it = [&](const ColumnParts& column) {
            return column.quarter != 0 && column.year == static_cast<int>(end.year()) &&
                   3U * static_cast<unsigned>(column.quarter) == static_cast<unsigned>(end.month());
        };
        const bool named =
            std::any_of(table_.columns.begin(), table_.columns.end(), names_it);
        return named && days >= soonest && days <= latest ? std::optional(end) : std::nullopt;
    }

    // The dates of the prose; tables of other kinds (there may be hundreds) do without.
    const std::vector<StatedDate>& stated() const {
        static const std::vector<StatedDate> none;
        return table_.primary ? prose_.all() : none;
    }

    // A column with month and day only, that the other may be mistaken for: "December 1," and
    // "December 3," are the same quarter of two years.
    bool is_rival(const ColumnParts& column, const ColumnParts& other) const {
        if (!asks(other) || other.year || !other.day || !(other.length == column.length))
            return false;
        const Date day = make_date(2003, *column.month, std::min(*column.day, 28U));
        const Date its = make_date(2003, *other.month, std::min(*other.day, 28U));
        return std::abs(days_between(day, its)) <= fiscal_drift_days;
    }

    // "Sep 30," without a year: the last one that the release can report.
    std::optional<int> year_of(std::size_t i) const {
        const ColumnParts& column = table_.columns[i];
        const auto latest = context_.period_end ? context_.period_end : context_.released_on;
        if (!asks(column) || column.year || !column.day || !latest) return std::nullopt;
        const auto is_latest = [&](const ColumnParts& it) {
            return it.month == static_cast<unsigned>(latest->month()) &&
                   it.day == static_cast<unsigned>(latest->day());
        };
        if (column.to_come && !is_latest(column)) return std::nullopt;
        int year = static_cast<int>(latest->year());
        for (std::size_t j = 0; j < table_.columns.size(); ++j) {
            const ColumnParts& other = table_.columns[j];
            if (j == i || !is_rival(column, other)) continue;
            if (is_latest(column) == is_latest(other)) return std::nullopt;
            if (is_latest(other)) return year - 1;
        }
        const unsigned day = std::min(*column.day, last_day_of(year, *column.month));
        return days_between(*latest, make_date(year, *column.month, day)) > 10 ? year - 1 : year;
    }

    void lend_years() {
        std::vector<std::optional<int>> years;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) years.push_back(year_of(i));
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            ColumnParts& column = table_.columns[i];
            if (!years[i]) continue;
            column.year = years[i];
            column.day = std::min(*column.day, last_day_of(*years[i], *column.month));
            table_.note(i, "year", "the release");
        }
    }

    // Does the fiscal year move with the weekdays? Then a year back is 52 weeks, not 12 months.
    bool ends_with_months() const {
        if (!is_month_end(*newest_)) return false;
        if (!year_end_) return true;
        return is_month_end(*year_end_) || static_cast<unsigned>(year_end_->month()) == 2;
    }

    // A quarter ends on the weekday or the day of the month that the others end on: "On September
    // 21, 1993, the Court denied" is near the end of a year that ended on a Friday.
    static bool may_end(Date date, Date other) {
        return days_between(date, other) % 7 == 0 || date.day() == other.day() ||
               (is_month_end(date) && is_month_end(other));
    }

    // The reported quarter's end moved by whole quarters: the year end by the prose's rule, the day
    // that it states near there, else the month end, else 13 weeks each.
    Date moved(int months) const {
        const Date end = *newest_;
        if (months == 0) return end;
        const Date about = add_months(end, months);
        if (table_.primary && months % 12 == 0) {
            if (const auto day = year_end_near(prose_.year_ends(), end, about)) return *day;
        }
        if (ends_with_months()) return about;
        std::optional<Date> best;
        for (const StatedDate& date : stated()) {
            const int off = std::abs(days_between(date.date, about));
            if (off > 10 || !may_end(date.date, end)) continue;
            if (!best || off < std::abs(days_between(*best, about))) best = date.date;
        }
        return best ? *best : add_days(end, months / 3 * 13 * 7);
    }

    int fiscal_quarter_of_release() const {
        if (!year_end_ || !newest_) return 0;
        const auto month_of = [](Date date) {
            return static_cast<int>(static_cast<unsigned>(nearest_month_end(date).month()));
        };
        const int months = (month_of(*newest_) - month_of(*year_end_) + 12) % 12;
        return months == 0 ? 4 : months % 3 == 0 ? months / 3 : 0;
    }

    static int rank(const ColumnParts& column) { return *column.year * 4 + column.quarter; }
    // "March 31, 2020 2019" over one column, nothing over its neighbour: which is which the release
    // does not know.
    bool is_torn() const {
        return std::any_of(table_.columns.begin(), table_.columns.end(), [](const auto& column) {
            return asks(column) && column.torn && !column.year;
        });
    }
    static bool lacks_day(const ColumnParts& column) {
        return asks(column) && !column.month && column.year;
    }

    // Columns with a year or a quarter but no day: the newest is the one that is reported.
    void lend_days() {
        if (!newest_) return;
        const bool one_quarter = all_in_one_quarter(table_);
        const ColumnParts* newest = nullptr;
        bool quarters = false;
        for (const ColumnParts& column : table_.columns) {
            if (!asks(column) || !column.year) continue;
            quarters = quarters || column.quarter > 0;
            if (!newest || rank(column) > rank(*newest)) newest = &column;
        }
        if (newest) {
            ColumnParts anchor = *newest;
            if (ends_with_year(anchor)) anchor.quarter = 4;
            for (std::size_t i = 0; i < table_.columns.size(); ++i) {
                if (lacks_day(table_.columns[i])) lend_day(i, anchor, quarters);
            }
        }
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            ColumnParts& column = table_.columns[i];
            const int reported = fiscal_quarter_of_release();
            const bool its_quarter = column.quarter == 0 ||
                                     (one_quarter && (reported == 0 || column.quarter == reported));
            // "First Quarter ... Fourth Quarter | Full Year": no year ends with another quarter.
            const bool year_of_quarters = !one_quarter && reported != 0 && reported != 4 &&
                                          column.length && months_of(*column.length) == 12;
            const bool silent =
                asks(column) && column.undated() && its_quarter && !year_of_quarters;
            if (silent && (column.length || column.year_to_date || column.as_of)) {
                set_end(i, *newest_);
            }
        }
    }

    // "First quarter | Second quarter | First half | Full year" at the end of the year: the year is
    // what is reported, not its second quarter.
    bool ends_with_year(const ColumnParts& newest) const {
        const bool whole = newest.quarter != 0 && fiscal_quarter_of_release() == 4;
        return whole && std::any_of(table_.columns.begin(), table_.columns.end(),
                                    [&](const ColumnParts& column) {
                                        return asks(column) && column.quarter == 0 &&
                                               column.year == newest.year && column.length &&
                                               months_of(*column.length) == 12;
                                    });
    }

    void lend_day(std::size_t i, const ColumnParts& anchor, bool quarters) {
        const ColumnParts& column = table_.columns[i];
        const int base = *anchor.year, released = static_cast<int>(newest_->year());
        // "Q1 FY2005" in 2004; "2012" of a year that ends in February 2013. At the end of fiscal
        // 2026 "Fiscal Year 2027" is a forecast.
        const bool ahead = base == released + 1 && (quarters || anchor.fiscal) &&
                           fiscal_quarter_of_release() != 4;
        const bool behind = base == released - 1 && static_cast<unsigned>(newest_->month()) <= 2;
        // "2013 | Q4 | Q3 | Q2 | Q1" below those of 2014
        const bool calendar = year_end_ && static_cast<unsigned>(year_end_->month()) == 12;
        if (base < released && calendar && column.quarter != 0 && ends_with_months())
            return set_end(i, month_end(*column.year, 3 * static_cast<unsigned>(column.quarter)));
        if (base != released && !ahead && !behind) return;
        const int years = *column.year - base;
        if (const auto end = end_of_year_before(column)) {
            set_end(i, *end);
            return;
        }
        if (table_.instants && !quarters) {
            // Bare years over a balance sheet: all year ends, or only the newest is known.
            const bool year_ends = fiscal_quarter_of_release() == 4;
            if (column.fiscal && year_end_ && !year_ends) {
                lend_year_end_before(i);
            } else if (years == 0 || year_ends) {
                set_end(i, moved(12 * years));
            }
            return;
        }
        if (quarters) {
            const int reported = fiscal_quarter_of_release();
            // "Third Quarter | Nine Months | Year-to-Date": all end with the third quarter.
            // "4Q19 | 3Q19 | 4Q18 | 2019 | 2018": beside fourth quarters a bare year is all of it.
            const bool whole = column.quarter == 0 && anchor.quarter == 4 &&
                               (column.fiscal || (!column.length && !column.named));
            const bool to_date = whole || column.year_to_date ||
                                 (column.length && column.quarter == 0 &&
                                  months_of(*column.length) == 3 * anchor.quarter);
            const int quarter = to_date ? anchor.quarter : column.quarter;
            if (quarter == 0 || (reported != 0 && reported != anchor.quarter)) return;
            set_end(i, moved(12 * years + 3 * (quarter - anchor.quarter)));
            if (whole && !column.fiscal) table_.columns[i].year_to_date = true;
            return;
        }
        // "FY98" under "Three Months Ended June 30," is that quarter of the year.
        const bool whole_year =
            column.length ? months_of(*column.length) == 12 : column.fiscal;
        if (column.length && whole_year && !year_end_ && prints_last_year_only()) return;
        if (whole_year && year_end_ && fiscal_quarter_of_release() != 4) return lend_year_end(i);
        set_end(i, moved(12 * years));
    }

    // The last day of the fiscal year that ends in `year`.
    Date end_of_year(int year) const {
        const Date end = add_months(*year_end_, 12 * (year - 2004));
        const bool february = static_cast<unsigned>(end.month()) == 2 && is_month_end(end);
        return february ? month_end(year, 2) : end;
    }

    // "Fiscal 2003", "Year-End 2003": the last day of that year, where it has ended.
    void lend_year_end(std::size_t i) {
        const Date end = end_of_year(*table_.columns[i].year);
        if (days_between(end, *newest_) >= 0) set_end(i, end);
    }

    // "May 1, 2004 | Year-End 2003": of a year that ends in January or February nobody says which
    // of its years names it; what stands beside a quarter is the last one before it.
    void lend_year_end_before(std::size_t i) {
        const Date next = end_of_year(*table_.columns[i].year + 1);
        const int days = days_between(next, *newest_);
        const bool by_start = static_cast<unsigned>(year_end_->month()) <= 2;
        if (by_start && days >= 0 && days <= 366) return set_end(i, next);
        lend_year_end(i);
    }

    // "Three months 2019 | 2018 | Full year 2018": an interim report, whose day ends no year. With
    // fourth quarters as many years are printed.
    bool prints_last_year_only() const {
        std::set<int> parts, years;
        for (const ColumnParts& column : table_.columns) {
            if (!asks(column) || !column.length || !column.year) continue;
            (months_of(*column.length) == 12 ? years : parts).insert(*column.year);
        }
        return years.size() < parts.size();
    }

    // "2024 half year | 2023 half year | 2023 full year": the year ended where the half began.
    std::optional<Date> end_of_year_before(const ColumnParts& year) const {
        const bool whole = year.length && months_of(*year.length) == 12;
        if (!whole || !prints_last_year_only()) return std::nullopt;
        for (const ColumnParts& column : table_.columns) {
            if (!asks(column) || !column.dated() || !column.length) continue;
            if (make_date(*column.year, *column.month, *column.day) != *newest_) continue;
            const int length = months_of(*column.length);
            const int months = column.quarter > 0 ? 3 * column.quarter : length;
            if (months != 6 && months != 9 && column.quarter == 0) continue;
            const Date end = moved(-months);
            const bool told = !year_end_ || nearest_month_end(end).month() ==
                                                nearest_month_end(*year_end_).month();
            if (told && static_cast<int>(end.year()) == *year.year) return end;
        }
        return std::nullopt;
    }

    void set_end(std::size_t i, Date end) {
        ColumnParts& column = table_.columns[i];
        column.year = static_cast<int>(end.year());
        column.month = static_cast<unsigned>(end.month());
        column.day = static_cast<unsigned>(end.day());
        table_.note(i, "date", "the release");
    }

    // "Inception to date" with the day of the inception in the prose only.
    void lend_start(std::size_t i) {
        ColumnParts& column = table_.columns[i];
        if (column.start) return;
        std::set<std::string> days;
        for (const StatedDate& date : stated()) {
            if (!date.inception) continue;
            days.insert(to_string(date.date));
            column.start = date.date;
        }
        if (days.size() != 1) column.start.reset();
        if (column.start) table_.note(i, "start", "the release");
    }

    const ReleaseContext& context_;
    ProseDates& prose_;
    ColumnTable& table_;
    std::optional<Date> year_end_;
    std::optional<Date> newest_;  // the end of the newest period, which other columns count from
};

}  // namespace

void borrow_from_release(const ReleaseContext& context, ProseDates& prose, ColumnTable& table) {
    Lender(context, prose, table).lend();
}

}  // namespace fintool
