// Header, dateline, headline and first paragraphs -> who and when: see the header.
#include "facts/identity.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"
#include "facts/identity_period.h"
#include "facts/identity_text.h"

namespace fintool {
namespace {

using std::string_view;

bool says(const std::string& words, std::initializer_list<string_view> phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](string_view phrase) { return has_phrase(words, phrase); });
}

bool may_be_title(string_view text, const std::string& words, bool heading) {
    if (text.size() < 12 || text.size() > (heading ? 300U : 160U)) return false;
    if (text.find('@') != string_view::npos || is_lower(text[0])) return false;
    if (text[0] == '-' || text[0] == '(' || text.back() == ':') return false;
    const bool bullet = text[0] == '*' || static_cast<unsigned char>(text[0]) >= 0x80;
    const bool prose = !heading && (text.ends_with('.') || text.ends_with(','));
    return !bullet && !prose &&
           !says(words,
                 {"exhibit", "immediate release", "contact", "contacts", "form 8 k", "item 2",
                  "item 02", "date of report", "indicate by check mark", "pursuant"}) &&
           !says(words, {"statement", "statements", "balance sheet", "balance sheets"}) &&
           !words.starts_with("item ") && !words.starts_with("note ");
}

// A headline speaks of results and of a period; addresses and exhibit numbers do not count.
std::string find_title(const ReleaseLines& lines, bool periodic) {
    std::string fallback, loose;
    for (std::size_t i = lines.opening > 20 ? lines.opening - 20 : 0; i < lines.opening; ++i) {
        const string_view text = lines.prose[i];
        const std::string words = words_of(text);
        if (!may_be_title(text, words, lines.heading[i])) continue;
        if (read_dateline(text)) continue;
        const bool results = says(words, {"results", "earnings", "reports", "announces", "revenue",
                                          "revenues", "reported", "net income", "posts", "sales"});
        const bool period = says(
            words, {"quarter", "quarterly", "year", "fiscal", "months", "q1", "q2", "q3", "q4"});
        if (results && period) return std::string(text);
        if (results && fallback.empty() && lines.heading[i]) fallback = std::string(text);
        // "Corliss Freight Restates Second Quarter"; "Three Months Ended" heads columns.
        const bool named =
            lines.heading[i] && !is_digit(text[0]) && !says(words, {"ended", "months"});
        if (period && loose.empty() && named) loose = std::string(text);
    }
    return fallback.empty() && !periodic ? loose : fallback;
}

// "NORTHERN TURBINE Reports Third Quarter Results" -> the words before the verb.
std::string name_from_title(string_view title) {
    static constexpr std::array<string_view, 16> verbs = {
        " reports ",  " announces ", " reported ", " announced ", " posts ", " releases ",
        " delivers ", " achieves ",  " first ",    " second ",    " third ", " fourth ",
        " q1 ",       " q3 ",        " provides ", " fiscal "};
    const std::string small = lower(title);
    std::size_t end = std::string::npos;
    for (const string_view verb : verbs) end = std::min(end, small.find(verb));
    if (end == std::string::npos || end < 3 || end > 60) return "";
    if (small.starts_with("selected ")) return "";  // "Selected Fourth Quarter Results"
    string_view name = trim(title.substr(0, end));
    while (name.ends_with('-')) name = trim(name.substr(0, name.size() - 1));
    return std::string(name);
}

// "NORTHERN TURBINE CORP. (Exact name of registrant as specified in its charter)".
std::string name_on_cover(const ReleaseLines& lines) {
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.prose.size(), 40); ++i) {
        const std::string small = lower(lines.prose[i]);
        const std::size_t at = small.find("exact name of registrant");
        if (at == std::string::npos) continue;
        string_view name = trim(lines.prose[i].substr(0, at));
        while (name.ends_with('(')) name = trim(name.substr(0, name.size() - 1));
        if (name.size() < 3 && i > 0) name = lines.prose[i - 1];
        return name.size() < 70 ? std::string(name) : "";
    }
    return "";
}

bool same_first_word(const std::string& a, const std::string& b) {
    const std::string one = words_of(a), other = words_of(b);
    return !one.empty() && one.substr(0, one.find(' ')) == other.substr(0, other.find(' '));
}

bool is_name(const std::string& name) {
    static constexpr std::array<string_view, 10> none = {
        "inc", "corp", "corporation", "company", "nyse", "nasdaq", "ltd", "plc", "the", "llc"};
    const std::string words = words_of(name);
    return words.size() > 1 && std::find(none.begin(), none.end(), words) == none.end() &&
           name.size() < 80;
}

// "SELWYN TOOL HOLDINGS, INC. AND SUBSIDIARIES" over a statement: a line that ends as the names of
// companies do.
std::string name_in_headings(const ReleaseLines& lines) {
    static constexpr std::array<string_view, 20> kinds = {
        "inc",     "incorporated", "corp", "corporation", "co",      "company", "ltd",
        "limited", "plc",          "llc",  "lp",          "bancorp", "n v",     "s a",
        "group",   "holdings",     "ag",   "bancshares",  "l p",     "trust"};
    static constexpr std::array<string_view, 5> tails = {
        " and subsidiaries", " and subsidiary", " and its subsidiaries",
        " and consolidated subsidiaries", " and subsidiary companies"};
    for (std::size_t i = 0; i < lines.prose.size(); ++i) {
        string_view name = lines.prose[i];
        if (!lines.heading[i] || name.size() > 70 || is_lower(name.front())) continue;
        const std::string small = lower(name);
        for (const string_view tail : tails) {
            if (small.ends_with(tail)) name = trim(name.substr(0, name.size() - tail.size()));
        }
        const std::string words = words_of(name);
        const bool ends = std::any_of(kinds.begin(), kinds.end(), [&](string_view kind) {
            return words.ends_with(" " + std::string(kind));
        });
        if (ends && !says(words, {"the company", "exhibit", "of the", "contact"}))
            return std::string(name);
    }
    return "";
}

// The first listing gives ticker and exchange, the first with a name before it the name; a line
// may break inside of that name.
void read_listing(const ReleaseLines& lines, const std::string& conformed, Company& company) {
    for (std::size_t i = 0; i < lines.prose.size(); ++i) {
        const auto listing = find_listing(lines.prose[i]);
        if (!listing || (!company.ticker.empty() && listing->ticker != company.ticker)) continue;
        company.ticker = listing->ticker;
        if (company.exchange.empty()) company.exchange = listing->exchange;
        std::string joined(lines.prose[i]);
        std::size_t begin = listing->begin;
        if (i > 0 && begin < 40 && !lines.prose[i - 1].ends_with('.')) {
            joined = std::string(lines.prose[i - 1]) + " " + joined;
            begin += lines.prose[i - 1].size() + 1;
        }
        for (const std::string& name :
             {name_before(lines.prose[i], listing->begin), name_before(joined, begin)}) {
            if (!is_name(name)) continue;
            if (!conformed.empty() && !same_first_word(name, conformed)) continue;
            company.name = name;
            return;
        }
    }
}

void read_company(const FilingHeader& header, const ReleaseLines& lines, const std::string& title,
                  Company& company) {
    company.cik = header.cik;
    company.sic = header.sic;
    company.fiscal_year_end = header.fiscal_year_end;
    company.former_names = header.former_names;
    read_listing(lines, header.company, company);
    if (company.name.empty()) company.name = header.company;
    // "e.l.f. Beauty" against "Beauty", "Acme, Inc." against "OregonAcme, Inc.".
    const std::string titled = name_from_title(title);
    const bool cut = titled.ends_with(" " + company.name);
    const bool glued = titled.size() > 8 && company.name.ends_with(titled);
    if (company.name.empty() || cut || glued) company.name = titled;
    if (company.name.empty()) company.name = name_on_cover(lines);
    if (company.name.empty()) company.name = name_in_headings(lines);
    for (std::size_t i = 0; i < lines.prose.size() && company.website.empty(); ++i) {
        company.website = find_website(lines.prose[i]);
    }
}

struct Issued {
    std::string place;
    std::optional<Date> on;
};

// A day printed without its year ("Oct. 21 /PRNewswire/") takes that of the filing.
std::optional<Date> day_of(DateMention mention, const std::optional<Date>& filed) {
    if (mention.year != 0 || !filed) return date_of(mention);
    mention.year = static_cast<int>(filed->year());
    const auto date = date_of(mention);
    const bool near = date && std::abs(days_between(*date, *filed)) <= 20;
    return near ? date : std::nullopt;
}

Issued find_issue(const ReleaseLines& lines, const std::optional<Date>& filed) {
    Issued issued;
    std::optional<Date> alone;
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.prose.size(), 80); ++i) {
        const string_view text = lines.prose[i];
        if (const auto dateline = read_dateline(text)) {
            issued.place = dateline->place;
            if (dateline->date) issued.on = day_of(*dateline->date, filed);
            break;
        }
        const auto dates = find_dates(text.substr(0, std::min<std::size_t>(text.size(), 60)));
        const bool bare = !dates.empty() && !lines.in_table[i] && dates.front().begin < 24 &&
                          text.size() < dates.front().end + 24 &&
                          words_of(text).find("ended") == std::string::npos &&
                          (i == 0 || !words_of(lines.prose[i - 1]).ends_with("ended"));
        if (bare && !alone && i < 40) alone = date_of(dates.front());
    }
    if (!issued.on) issued.on = alone;
    return issued;
}

// A form without its header says on its cover what it is.
std::string form_on_cover(const ReleaseLines& lines) {
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.prose.size(), 25); ++i) {
        const std::string words = words_of(lines.prose[i]);
        if (has_phrase(words, "quarterly report pursuant to section 13")) return "10-Q";
        if (has_phrase(words, "annual report pursuant to section 13")) return "10-K";
    }
    return "";
}

}  // namespace

Identity read_identity(const FilingHeader& header, const ReleaseLines& lines) {
    Identity identity;
    Filing& filing = identity.filing;
    filing.form = header.form.empty() ? form_on_cover(lines) : header.form;
    const bool periodic = filing.form.starts_with("10-");
    filing.title = find_title(lines, periodic);
    filing.accession = header.accession;
    read_company(header, lines, filing.title, identity.company);
    const Issued issued = periodic ? Issued{} : find_issue(lines, header.filed_on);
    identity.company.headquarters = issued.place;
    if (issued.place.empty() && !header.city.empty())
        identity.company.headquarters = header.city + ", " + header.state;
    const bool filed_late =
        issued.on && header.filed_on && std::abs(days_between(*issued.on, *header.filed_on)) > 45;
    filing.released_on = periodic || filed_late || !issued.on ? header.filed_on : issued.on;
    if (periodic) {
        filing.period_end = header.period_end;
        if (filing.title.empty()) filing.title = "Form " + filing.form;
    }
    // "April 29, 2019" over a quarter ended March 29, 2020 is a slip: no day is better.
    if (!header.filed_on && opens_with_later_end(lines, filing.released_on))
        filing.released_on.reset();
    if (!filing.period_end) filing.period_end = find_period_end(lines, filing.released_on);
    read_fiscal_period(lines, "", identity.company, filing);
    return identity;
}

void settle_period(const FilingHeader& header, const ReleaseLines& lines,
                   const std::vector<Statement>& statements, Identity& identity) {
    Filing& filing = identity.filing;
    const auto end = end_in_statements(statements, filing.period_end, filing.released_on);
    const std::string year_end = end ? year_end_in_statements(statements, *end) : "";
    const bool known = year_end.empty() || !header.fiscal_year_end.empty();
    if (end == filing.period_end && known) return;
    filing.period_end = end;
    filing.fiscal_quarter = filing.fiscal_year = 0;
    identity.company.fiscal_year_end = header.fiscal_year_end;
    read_fiscal_period(lines, year_end, identity.company, filing);
}

}  // namespace fintool
