// Dates and parts of dates: "June 30, 2004", "JULY 2,2005", "Sep-04", "6/30/98", "2004-09-30",
// "FY06", a bare "2004". A day that its month does not have is read as the month's last.
#include <algorithm>

#include "base/text.h"
#include "statement/period_scan.h"
#include "value/date.h"

namespace fintool {

namespace {

using Kind = PeriodWord::Kind;

PeriodWord date_word(std::optional<int> year, std::optional<unsigned> month,
                     std::optional<unsigned> day) {
    PeriodWord word;
    word.kind = Kind::date;
    word.year = year;
    word.month = month;
    word.day = day;
    if (month && day) {
        const auto last = std::chrono::year_month_day_last{
            std::chrono::year{year.value_or(2004)},
            std::chrono::month_day_last{std::chrono::month{*month}}};
        word.day = std::min(*day, static_cast<unsigned>(last.day()));
    }
    return word;
}

Matched one(std::size_t end, PeriodWord word) { return {end, {std::move(word)}}; }

bool is_day(const TokenScan& scan, std::size_t at) {
    const int number = scan.number(at);
    // "December 12 Months Ended": it counts what follows.
    const bool counts = scan.is(at + 1, "months") || scan.is(at + 1, "weeks");
    return number >= 1 && number <= 31 && scan.text(at).size() <= 2 && !scan.is(at + 1, "%") &&
           !counts;
}

std::size_t skip(const TokenScan& scan, std::size_t at, std::string_view mark) {
    return scan.is(at, mark) ? at + 1 : at;
}

std::size_t skip_ordinal_ending(const TokenScan& scan, std::size_t at) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (scan.is(at, ending) && scan.glued(at)) return at + 1;
    }
    return at;
}

// What follows the day: ", 2004", " 2004", ",2005", ", '04", ", 04".
ReadYear read_year_after_day(const TokenScan& scan, std::size_t at) {
    std::size_t next = skip(scan, skip(scan, at, "."), ",");
    const bool comma = next > at;
    const ReadYear year = read_year(scan, next, comma);
    if (year.end == 0) return {};
    // "December 31, 13 weeks" and "June 30, 31 and 28": no year of two digits.
    const bool short_year = scan.text(year.end - 1).size() == 2 && !scan.is(next, "'");
    const bool counts_on = is_length_unit(scan.text(year.end)) || scan.is(year.end, "and") ||
                           (scan.is(year.end, "-") && is_length_unit(scan.text(year.end + 1)));
    return short_year && counts_on ? ReadYear{} : year;
}

// "June 30, 2004", "APR 1", "September 2004", "Sep-04"; a month alone is a word like any other.
Matched read_month_first(const TokenScan& scan, std::size_t at) {
    const unsigned month = scan.month(at);
    if (month == 0) return {};
    std::size_t next = skip(scan, at + 1, ".");
    const bool dash = scan.is(next, "-") && scan.glued(next);
    // "Jun-30-2004", "Jun-30-04"
    if (dash && is_day(scan, next + 1) && scan.is(next + 2, "-") && scan.glued(next + 2)) {
        const ReadYear year = read_year(scan, next + 3, true);
        const auto day = static_cast<unsigned>(scan.number(next + 1));
        if (year.end != 0) return one(year.end, date_word(year.year, month, day));
    }
    if (dash || scan.is(next, "'")) {
        const ReadYear year = read_year(scan, dash ? next + 1 : next, true);
        if (year.end != 0) return one(year.end, date_word(year.year, month, std::nullopt));
    }
    if (is_day(scan, next)) {
        auto day = static_cast<unsigned>(scan.number(next));
        next = skip_ordinal_ending(scan, next + 1);
        if (month == 2 && day >= 28 && scan.is(next, "/") && is_day(scan, next + 1)) {
            day = 29;  // "February 29/28,": the last day of each year's
            next += 2;
        }
        const ReadYear year = read_year_after_day(scan, next);
        if (year.end != 0) return one(year.end, date_word(year.year, month, day));
        return one(next, date_word(std::nullopt, month, day));
    }
    const ReadYear year = read_year(scan, skip(scan, next, ","), false);
    if (year.end != 0) return one(year.end, date_word(year.year, month, std::nullopt));
    return {};
}

// "Jan-Mar 2019", "January to March", "1-3/2019": whole months, and the last of them ends it.
Matched read_month_range(const TokenScan& scan, std::size_t at) {
    const bool numbers = scan.is_number(at) && scan.is(at + 1, "-") && scan.glued(at + 1) &&
                         scan.is_number(at + 2) && scan.is(at + 3, "/") && scan.glued(at + 3);
    unsigned first = scan.month(at), last = 0;
    std::size_t end = 0;
    if (numbers) {
        if (scan.text(at).size() > 2 || scan.text(at + 2).size() > 2) return {};
        first = static_cast<unsigned>(std::clamp(scan.number(at), 0, 13));
        last = static_cast<unsigned>(std::clamp(scan.number(at + 2), 0, 13));
        if (first < 1 || first > last || last > 12 || scan.text(at + 4).size() != 4) return {};
        end = at + 4;
    } else {
        const std::size_t link = skip(scan, at + 1, ".");
        const bool joined = scan.is(link, "-") || scan.is(link, "to") || scan.is(link, "through");
        last = first != 0 && joined ? scan.month(link + 1) : 0;
        if (last == 0) return {};
        end = skip(scan, link + 2, ".");
        if (is_day(scan, end)) return {};
    }
    const ReadYear year = read_year(scan, skip(scan, end, ","), false);
    PeriodWord length;
    length.kind = Kind::length;
    length.length = {static_cast<int>((last + 12 - first) % 12 + 1), Length::In::months};
    length.ended = true;
    const auto ending = year.end != 0 ? std::optional(year.year) : std::nullopt;
    return {year.end != 0 ? year.end : end, {length, date_word(ending, last, 31)}};
}

// "30 June 2004", "31st December, 2019", "30-Jun-04"
Matched read_day_first(const TokenScan& scan, std::size_t at) {
    if (!is_day(scan, at)) return {};
    std::size_t next = skip_ordinal_ending(scan, at + 1);
    next = skip(scan, next, "-");
    const unsigned month = scan.month(next);
    if (month == 0) return {};
    const auto day = static_cast<unsigned>(scan.number(at));
    next = skip(scan, next + 1, ".");
    const std::size_t last = skip(scan, skip(scan, next, ","), "-");
    const ReadYear year = read_year(scan, last, scan.is(last - 1, "-"));
    if (year.end != 0) return one(year.end, date_word(year.year, month, day));
    // "13 weeks ended 30 June": taken; "June 30 March 31" gives its number to the month before.
    return is_day(scan, next) ? Matched{} : one(next, date_word(std::nullopt, month, day));
}

// "6/30/98", "06/30/2004", "9-30-04", "31.12.2019", "2004-09-30", and "6/30" alone.
Matched read_numeric(const TokenScan& scan, std::size_t at) {
    const std::string_view mark = scan.text(at + 1);
    if (!scan.is_number(at) || (mark != "/" && mark != "-" && mark != ".")) return {};
    if (!scan.glued(at + 1) || !scan.glued(at + 2) || !scan.is_number(at + 2)) return {};
    const bool three =
        scan.is(at + 3, mark) && scan.glued(at + 3) && scan.glued(at + 4) && scan.is_number(at + 4);
    const int first = scan.number(at), second = scan.number(at + 2), third = scan.number(at + 4);
    const auto fits = [](int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    };
    const auto dated = [&](std::size_t end, std::optional<int> year, int month, int day) {
        return one(end, date_word(year, static_cast<unsigned>(month), static_cast<unsigned>(day)));
    };
    if (three && is_year(scan.text(at)) && fits(second, third))
        return dated(at + 5, first, second, third);
    if (three) {
        const std::size_t digits = scan.text(at + 4).size();
        if (digits != 2 && !is_year(scan.text(at + 4))) return {};
        const int year = digits == 2 ? full_year(third) : third;
        if (fits(first, second)) return dated(at + 5, year, first, second);
        if (fits(second, first)) return dated(at + 5, year, second, first);
        return {};
    }
    if (mark == "/" && fits(first, second)) return dated(at + 3, std::nullopt, first, second);
    return {};
}

// "Fiscal 2006", "fiscal year 2006", "FY06", "FY'06", "FY-2006", "Year-End 2006"
Matched read_fiscal_year(const TokenScan& scan, std::size_t at) {
    std::size_t next = scan.is(at, "fiscal") || scan.is(at, "fy") ? at + 1 : at;
    if (scan.is(next, "year") || scan.is(next, "years")) ++next;
    const bool ends = next > at && scan.is(skip(scan, next, "-"), "end");
    if (ends) next = skip(scan, next, "-") + 1;
    if (next == at || (scan.is(at, "year") && !ends)) return {};
    if (scan.is(at, "fy") && scan.is(next, "-") && scan.glued(next)) ++next;
    const ReadYear year = read_year(scan, next, true);
    const bool short_year = year.end != 0 && scan.text(year.end - 1).size() == 2;
    if (year.end == 0 || (short_year && is_length_unit(scan.text(year.end)))) return {};
    PeriodWord word = date_word(year.year, std::nullopt, std::nullopt);
    word.fiscal = true;
    return one(year.end, word);
}

// "2004" that is no amount and no part of a larger number: "$2004", "1,2004", "2004.5", "2004%".
Matched read_bare_year(const TokenScan& scan, std::size_t at) {
    const ReadYear year = read_year(scan, at, false);
    if (year.end == 0) return {};
    const std::size_t after = year.end;
    const bool amount = at > 0 && (scan.is(at - 1, "$") || scan.is(at - 1, "#"));
    const bool joined = scan.glued(at) && at > 0 &&
                        (scan.is(at - 1, ".") || (scan.is(at - 1, ",") && scan.is_number(at - 2)));
    const bool goes_on =
        scan.glued(after) &&
        (scan.is(after, "%") || ((scan.is(after, ".") || scan.is(after, ",")) &&
                                 scan.glued(after + 1) && scan.is_number(after + 1)));
    if (amount || joined || goes_on) return {};
    PeriodWord word = date_word(year.year, std::nullopt, std::nullopt);
    word.fiscal = year.fiscal;
    return one(after, std::move(word));
}

}  // namespace

int TokenScan::number(std::size_t at) const {
    if (!is_number(at) || tokens[at].text.size() > 4) return -1;
    int value = 0;
    for (const char c : tokens[at].text) value = value * 10 + (c - '0');
    return value;
}

ReadYear read_year(const TokenScan& scan, std::size_t at, bool bare_two_digits) {
    const bool apostrophe = scan.is(at, "'");
    if (apostrophe) ++at;
    const std::size_t digits = scan.text(at).size();
    const int number = scan.number(at);
    if (is_year(scan.text(at))) {
        const bool two = scan.is(at + 1, "/") && scan.glued(at + 1) && scan.glued(at + 2) &&
                         scan.text(at + 2).size() == 2 && !scan.glued(at + 3) &&
                         scan.number(at + 2) == (number + 1) % 100;
        return two ? ReadYear{number + 1, at + 3, true} : ReadYear{number, at + 1};
    }
    if (digits == 2 && number >= 0 && (apostrophe || bare_two_digits)) {
        return {full_year(number), at + 1};
    }
    return {};
}

Matched read_date(const TokenScan& scan, std::size_t at) {
    // Most words begin no date.
    const bool opens = scan.is_number(at) || scan.is(at, "'") || scan.is(at, "fiscal") ||
                       scan.is(at, "fy") || scan.is(at, "year") || scan.month(at) != 0;
    if (!opens) return {};
    for (const auto matcher : {read_month_range, read_month_first, read_day_first, read_numeric,
                               read_fiscal_year, read_bare_year}) {
        Matched matched = matcher(scan, at);
        if (matched.end != 0) return matched;
    }
    return {};
}

}  // namespace fintool
