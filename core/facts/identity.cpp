// Header, dateline, headline and first paragraphs -> who, when, which quarter: see the header.
#include "facts/identity.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "base/text.h"
#include "facts/identity_text.h"

namespace fintool {
namespace {

using std::string_view;

struct Lines {
    std::vector<string_view> prose;   // paragraphs, headings too, in order
    std::vector<bool> heading;        // beside prose
    std::vector<string_view> tables;  // lines and cells of tables
};

Lines lines_of(const Document& document) {
    Lines lines;
    for (const Block& block : document.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            lines.prose.push_back(paragraph->text.str());
            lines.heading.push_back(paragraph->heading);
        } else if (const auto* table = std::get_if<LineTable>(&block)) {
            for (const Line& line : table->lines) lines.tables.push_back(line.text.str());
        } else if (const auto* cells = std::get_if<CellTable>(&block)) {
            for (const RawRow& row : cells->rows) {
                for (const RawCell& cell : row.cells) lines.tables.push_back(cell.text.str());
            }
        }
    }
    return lines;
}

bool says(const std::string& words, std::initializer_list<string_view> phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](string_view phrase) { return has_phrase(words, phrase); });
}

// A headline speaks of results; addresses, exhibit numbers and the dateline do not count.
std::string find_title(const Lines& lines) {
    std::string fallback;
    const std::size_t most = std::min<std::size_t>(lines.prose.size(), 40);
    for (std::size_t i = 0; i < most; ++i) {
        const string_view text = lines.prose[i];
        const std::string words = words_of(text);
        if (text.size() < 12 || text.size() > 300 || text.find('@') != string_view::npos) continue;
        if (!dateline_place(text).empty() && !lines.heading[i]) continue;
        if (says(words, {"exhibit", "immediate release", "contact", "contacts", "form 8 k"}))
            continue;
        const bool results = says(words, {"results", "earnings", "reports", "announces", "revenue",
                                          "revenues", "reported", "net income", "posts", "sales"});
        const bool period = says(
            words, {"quarter", "quarterly", "year", "fiscal", "months", "q1", "q2", "q3", "q4"});
        if (results && period) return std::string(text);
        if (results && fallback.empty() && lines.heading[i]) fallback = std::string(text);
    }
    return fallback;
}

void read_listing(const Lines& lines, Company& company) {
    for (const string_view text : lines.prose) {
        const auto listing = find_listing(text);
        if (!listing) continue;
        company.ticker = listing->ticker;
        company.exchange = listing->exchange;
        company.name = name_before(text, listing->begin);
        return;
    }
}

// "NORTHERN TURBINE CORPORATION" over a statement; "Acme Reports Third Quarter Results".
std::string name_from_title(string_view title) {
    static constexpr std::array<string_view, 14> verbs = {
        " reports ",  " announces ", " reported ", " announced ", " posts ",
        " releases ", " delivers ",  " achieves ", " first ",     " second ",
        " third ",    " fourth ",    " q1 ",       " q3 "};
    const std::string small = lower(title);
    std::size_t end = std::string::npos;
    for (const string_view verb : verbs) end = std::min(end, small.find(verb));
    if (end == std::string::npos || end < 3 || end > 60) return "";
    return std::string(trim(title.substr(0, end)));
}

// The release's spelling where both name the same: their first words agree.
std::string agreed_name(const std::string& released, const std::string& conformed) {
    if (conformed.empty()) return released;
    const std::string a = words_of(released), b = words_of(conformed);
    const bool same = !a.empty() && a.substr(0, a.find(' ')) == b.substr(0, b.find(' '));
    return same ? released : conformed;
}

struct Dateline {
    std::string place;
    std::optional<Date> date;
};

Dateline find_dateline(const Lines& lines) {
    Dateline found;
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.prose.size(), 40); ++i) {
        const string_view text = lines.prose[i];
        const auto dates = find_dates(text.substr(0, std::min<std::size_t>(text.size(), 220)));
        const bool date_alone =
            !dates.empty() && dates.front().begin < 24 && text.size() < dates.front().end + 24;
        if (!found.date && date_alone) found.date = date_of(dates.front());
        const std::string place = dateline_place(text);
        if (place.empty()) continue;
        found.place = place;
        if (!dates.empty() && dates.front().begin < 130 && date_of(dates.front()))
            found.date = date_of(dates.front());
        return found;
    }
    return found;
}

bool ends_a_period(const std::string& before) {
    return before.ends_with(" ended") || before.ends_with(" ending") ||
           before.ends_with(" ended on");
}

bool shortly_before(Date end, const std::optional<Date>& released) {
    if (!released) return true;
    const int days = days_between(end, *released);
    return days >= 0 && days <= 190;
}

// "second quarter ended September 30, 2008", "three months ended ...", the first that fits.
std::optional<Date> ended_in_prose(const Lines& lines, const std::optional<Date>& released) {
    for (const string_view text : lines.prose) {
        for (const DateMention& mention : find_dates(text)) {
            const std::size_t from = mention.begin > 40 ? mention.begin - 40 : 0;
            const auto date = date_of(mention);
            if (date && ends_a_period(words_of(text.substr(from, mention.begin - from))) &&
                shortly_before(*date, released))
                return date;
        }
    }
    return std::nullopt;
}

// The day of a month that the tables name most often, in its last year before the release.
std::optional<Date> ended_in_tables(const Lines& lines, const std::optional<Date>& released) {
    if (!released) return std::nullopt;
    std::map<Date, int> votes;
    for (const string_view text : lines.tables) {
        for (const DateMention& mention : find_dates(text)) {
            for (int back = 0; back < 2; ++back) {
                const Date date = make_date(static_cast<int>(released->year()) - back,
                                            mention.month, mention.day);
                const bool other_year =
                    mention.year != 0 && mention.year != static_cast<int>(date.year());
                if (!date.ok() || other_year) continue;
                const int days = days_between(date, *released);
                if (days >= 5 && days <= 100) ++votes[date];
            }
        }
    }
    std::optional<Date> best;
    for (const auto& [date, count] : votes) {
        if (!best || count >= votes[*best]) best = date;
    }
    return best;
}

// 52/53-week years end near a month's end: "09-30" for September 28 and October 3.
std::string month_day(Date date) {
    for (int days = 0; days <= 7; ++days) {
        for (const Date near : {add_days(date, days), add_days(date, -days)}) {
            if (is_month_end(near)) return to_string(near).substr(5);
        }
    }
    return to_string(date).substr(5);
}

FiscalWords words_of_release(const std::string& title, const Lines& lines) {
    FiscalWords words = find_fiscal_words(title);
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.prose.size(), 40); ++i) {
        if (words.quarter != 0 && words.year != 0) break;
        const FiscalWords more = find_fiscal_words(lines.prose[i]);
        if (words.quarter == 0) words = more;
        if (words.quarter == more.quarter && words.year == 0) words.year = more.year;
    }
    return words;
}

// The quarter of a fiscal year in which a period ends, by the year's last day.
void read_fiscal_period(const FiscalWords& words, Identity& identity) {
    Filing& filing = identity.filing;
    std::string& year_end = identity.company.fiscal_year_end;
    if (!filing.period_end) {
        filing.fiscal_quarter = words.quarter;
        filing.fiscal_year = words.year;
        return;
    }
    if (year_end.empty() && words.quarter != 0)
        year_end = month_day(add_months(*filing.period_end, (4 - words.quarter) * 3));
    if (year_end.size() != 5) return;
    // The snapped end of the period decides; the year is named by the year it ends in.
    const std::string end = month_day(*filing.period_end);
    const int end_month = std::atoi(end.substr(0, 2).c_str());
    const int year_month = std::atoi(year_end.substr(0, 2).c_str());
    int year = static_cast<int>(filing.period_end->year());
    const bool snapped_back =
        static_cast<unsigned>(filing.period_end->month()) == 1 && end_month == 12;
    if (snapped_back) --year;
    const int months_left = (year_month - end_month + 12) % 12;
    if (months_left % 3 == 0) filing.fiscal_quarter = 4 - months_left / 3;
    filing.fiscal_year = end_month > year_month ? year + 1 : year;
    if (words.quarter == filing.fiscal_quarter && words.year != 0 &&
        std::abs(words.year - filing.fiscal_year) == 1)
        filing.fiscal_year = words.year;  // the company's own words: "fiscal 2007"
}

}  // namespace

Identity read_identity(const FilingHeader& header, const Document& document) {
    const Lines lines = lines_of(document);
    Identity identity;
    Company& company = identity.company;
    Filing& filing = identity.filing;
    read_listing(lines, company);
    filing.title = find_title(lines);
    if (company.name.empty()) company.name = name_from_title(filing.title);
    company.name = agreed_name(company.name, header.company);
    company.cik = header.cik;
    company.sic = header.sic;
    company.fiscal_year_end = header.fiscal_year_end;
    company.former_names = header.former_names;
    filing.form = header.form;
    filing.accession = header.accession;
    const Dateline dateline = find_dateline(lines);
    company.headquarters = dateline.place;
    filing.released_on = dateline.date ? dateline.date : header.filed_on;
    for (std::size_t i = 0; i < lines.prose.size() && company.website.empty(); ++i) {
        company.website = find_website(lines.prose[i]);
    }
    const bool periodic = header.form.starts_with("10-");
    if (periodic) filing.period_end = header.period_end;
    if (!filing.period_end) filing.period_end = ended_in_prose(lines, filing.released_on);
    if (!filing.period_end) filing.period_end = ended_in_tables(lines, filing.released_on);
    read_fiscal_period(words_of_release(filing.title, lines), identity);
    return identity;
}

}  // namespace fintool
