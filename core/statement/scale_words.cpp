// What the words over a table say of its scale, and of shares, prices and units apart.
#include "statement/scale_words.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/phrase_set.h"
#include "base/text.h"
#include "base/word_set.h"
#include "statement/currency.h"
#include "statement/label_scale.h"
#include "statement/physical_units.h"
#include "statement/scale_phrases.h"
#include "statement/scale_remark.h"

namespace fintool {
namespace {

constexpr std::size_t kLongestScaleLine = 300;

// What "except ..." says of share counts: "except per share data" leaves them scaled, "except
// share and per share amounts" and "except shares" do not.
bool excepts_shares(const std::string& text) {
    const std::size_t except = text.find("except");
    if (except == text.npos) return text.find("other than share") != text.npos;
    std::string words = words_of(text.substr(except));
    for (std::size_t at = words.find("per share"); at != words.npos; at = words.find("per share")) {
        words.erase(at, 9);
    }
    return has_phrase(words, "share") || has_phrase(words, "shares");
}

// "Dollars in thousands", "$ in 000s": says nothing of shares.
bool names_only_money(const std::string& text) {
    static constexpr std::array<std::string_view, 11> kMoney = {
        "dollars in", "dollar amounts in", "$ in",       "$in",      "thousands of", "millions of",
        "$000",       "dollars, in",       "\u00a3m", "\u20acm", "$m"};
    return std::any_of(kMoney.begin(), kMoney.end(),
                       [&](std::string_view money) { return text.find(money) != text.npos; });
}

bool counts_shares(const std::string& text) {
    return text.find("shares in") != text.npos || text.find("share amounts in") != text.npos ||
           text.find("shares and dollars") != text.npos || text.find("and shares") != text.npos;
}

// "(shares in thousands)", "(option amounts are presented in thousands)": says nothing of dollars.
bool counts_only_shares(const std::string& text) {
    static constexpr PhraseSet counts({"shares in", "share amounts in", "option amounts",
                                       "options in", "number of shares in", "units in",
                                       "shares thousand", "shares thousands"});
    static constexpr PhraseSet money({"dollars", "dollar", "amounts in", "except", "data", "income",
                                      "sales", "revenue", "millions", "million"});
    const std::string words = words_of(text);
    std::string rest = words;
    const std::size_t own = rest.find("share amounts in");
    if (own != rest.npos) rest.erase(own, std::string_view("share amounts in").size());
    return counts.any_in(words) && !money.any_in(rest) && text.find('$') == text.npos;
}

// "(in thousands, except net income and per share amounts)" over a note on EPS: share counts are
// left, the dollars are those of the statements.
bool excepts_money(const std::string& text) {
    static constexpr PhraseSet excepted(
        {"except net income and per share", "except net income loss and per share",
         "except net loss income and per share", "except net loss and per share",
         "except net earnings and per share"});
    return excepted.any_in(words_of(text));
}

// "(net sales in millions and unit sales in thousands)", "(net income in millions and shares in
// thousands)": the scale that stands behind one of the phrases.
std::optional<Scale> scale_behind(const std::string& text,
                                  std::initializer_list<std::string_view> phrases) {
    const std::string words = ' ' + words_of(text);
    for (const std::string_view counted : phrases) {
        const std::size_t at = words.find(counted);
        if (at == words.npos) continue;
        const std::string_view rest = std::string_view(words).substr(at + counted.size());
        return scale_alone(rest.substr(0, rest.find(' ')));
    }
    return std::nullopt;
}

// "Sales and revenues (in millions)" over its parts, below vehicles in thousands. "Shares used in
// computing earnings per share (in thousands)" scales shares, not the dollars that may follow them.
std::optional<Scale> heading_scale(const Row& row) {
    if (!row.section.ends_with(')')) return std::nullopt;
    const std::string_view heading = innermost_heading(row.section);
    const auto scale = label_scale(heading);
    const bool of_shares = has_phrase(words_of(heading), "shares");
    return !of_shares || row.unit.kind == Unit::Kind::shares ? scale : std::nullopt;
}

// "(net sales in millions and unit sales in" / "thousands):" are one remark on two lines.
std::string whole_remark(const std::vector<Paragraph>& above, std::size_t last) {
    constexpr std::size_t most_lines = 3;
    std::string text = above[last].text.str();
    const auto count = [&](char sign) { return std::count(text.begin(), text.end(), sign); };
    const auto goes_on = [&] { return count(')') > count('('); };
    for (std::size_t lines = 1; goes_on() && lines < most_lines && last > 0; ++lines) {
        text = above[--last].text.str() + ' ' + text;
    }
    return goes_on() ? std::string() : text;
}

// What a long paragraph announces the table with: "... The following tables reconcile net income to
// adjusted net income (in thousands):".
std::string_view announcement(std::string_view text) {
    if (text.size() <= kLongestScaleLine || !text.ends_with(':')) return {};
    const std::size_t stop = text.rfind(". ");
    return stop == text.npos ? std::string_view{} : text.substr(stop + 2);
}

}  // namespace

bool names_prices(std::string_view text) {
    static constexpr PhraseSet prices({"price", "prices"});
    return prices.any_in(words_of(text));
}

bool names_statistics(std::string_view text) {
    static constexpr PhraseSet statistics({"statistical data", "statistical information",
                                           "statistics", "operating data", "other data"});
    return statistics.any_in(words_of(text));
}

std::optional<ScaleWords> read_scale(std::string_view text) {
    if (text.size() > kLongestScaleLine) return std::nullopt;
    const std::string line = lower(fold_space(text));
    const auto remark = scale_remark(text);
    auto words = phrase_scale(line);
    const bool spelt = words.has_value();
    if (!words && remark) words = ScaleWords{remark->scale, std::nullopt, {}};
    if (!words) return std::nullopt;
    // "(Shares in thousands, dollars in millions)"
    if (const auto dollars = scale_behind(line, {" dollars in ", " dollar amounts in "}))
        words->money = *dollars;
    if (excepts_shares(line)) {
        words->shares = Scale::ones;
    } else if (!(names_only_money(line) || (!spelt && remark->of_money)) || counts_shares(line)) {
        words->shares = words->money;
    }
    words->excepts_money = excepts_money(line);
    words->only_shares = words->excepts_money || counts_only_shares(line);
    words->units = scale_behind(line, {" unit sales in ", " unit shipments in ", " units in "});
    const auto shares = scale_behind(line, {" shares in ", " share amounts in "});
    if (shares) words->shares = shares;
    if (words->currency.empty()) words->currency = read_currency(text);
    if (words->currency.empty() && remark) words->currency = remark->currency;
    words->country_assumed = remark && remark->country_assumed;
    const std::size_t except = line.find("except");
    words->whole_prices =
        except != line.npos && names_prices(std::string_view(line).substr(except));
    words->whole_statistics =
        except != line.npos && names_statistics(std::string_view(line).substr(except));
    const bool pounds = has_phrase(words_of(text), "pounds") || (remark && remark->pounds);
    words->pounds = words->currency.empty() && pounds;
    return words;
}

std::string_view without_scale(std::string_view heading) {
    const std::size_t open = heading.ends_with(')') ? heading.rfind('(') : heading.npos;
    const bool scale = open != heading.npos && open > 0 && read_scale(heading.substr(open));
    return scale ? trim(heading.substr(0, open)) : heading;
}

std::optional<Scale> own_scale(const Row& row) {
    if (row.own_scale) return row.own_scale;
    if (const auto scale = label_scale(row.label)) return scale;
    if (const auto scale = heading_scale(row)) return scale;
    if (row.label.find("(in ") == row.label.npos) return std::nullopt;
    const auto words = read_scale(row.label);  // "(in thousands, except per share amounts)"
    return words ? std::optional(words->money) : std::nullopt;
}

namespace {

// "Revenues", "Carloads and Units (in thousands)", "Revenue per Carload": of one column only.
bool scales_one_column(const GridRow& row) {
    bool one = false, others = false;
    for (const GridCell& cell : row.cells) {
        const std::string_view text = trim(cell.text.str());
        const bool scaled = read_scale(text).has_value();
        if (scaled && (text.starts_with('(') || text.starts_with("in "))) return false;
        one = one || scaled;
        others = others || (!scaled && std::any_of(text.begin(), text.end(), is_alpha));
    }
    return one && others;
}

}  // namespace

std::optional<ScaleWords> stated_scale(const Grid& grid) {
    std::optional<ScaleWords> of_column, of_people;
    for (const GridRow& row : grid.rows) {
        if (row.kind == GridRow::Kind::value) break;
        if (const auto words = read_scale(row.label.str())) {
            if (!counts_people(row.label.str())) return words;
            if (!of_people) of_people = words;
        }
        std::string line;
        for (const GridCell& cell : row.cells) {
            if (!line.empty()) line += ' ';
            line += cell.text.str();
        }
        const auto words = read_scale(line);
        if (words && !scales_one_column(row)) return words;
        if (words && !of_column) of_column = words;
    }
    // "(in 000s," / "except share" / "data)": the words may wrap down the header's label column.
    std::string wrapped;
    for (const GridRow& row : grid.rows) {
        if (row.kind == GridRow::Kind::value) break;
        if (!counts_people(row.label.str())) wrapped += row.label.str() + ' ';
    }
    if (const auto words = read_scale(wrapped)) return words;
    for (std::size_t i = grid.above.size(); i-- > 0;) {
        if (const auto words = read_scale(whole_remark(grid.above, i))) return words;
        if (const auto words = read_scale(grid.above[i].text.str())) return words;
        if (const auto words = read_scale(announcement(grid.above[i].text.str()))) return words;
    }
    return of_column ? of_column : of_people;
}

void read_column_scales(std::vector<Column>& columns, std::optional<ScaleWords>& stated) {
    std::vector<std::optional<ScaleWords>> own;
    std::optional<ScaleWords> first;
    bool differ = false;
    for (const Column& column : columns) {
        own.push_back(read_scale(column.heading));
        if (!own.back()) continue;
        if (!first) first = own.back();
        differ = differ || own.back()->money != first->money;
    }
    const bool beside = stated && first && first->money != stated->money;
    for (Column& column : columns) {
        const bool named = stated && !column.currency.empty();
        if (named && column.currency == stated->other_currency) column.scale = stated->other;
    }
    // "Dollars (millions)" beside "Average Sales Price", "Number of Shares": these are no millions.
    const bool said_by_columns = stated && first && !differ && !beside;
    for (std::size_t i = 0; said_by_columns && i < columns.size(); ++i) {
        const bool counts = has_phrase(words_of(columns[i].heading), "number of shares");
        if (!own[i] && !columns[i].scale && (counts || names_prices(columns[i].heading)))
            columns[i].scale = Scale::ones;
    }
    if (!differ && !beside) return;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (own[i]) columns[i].scale = own[i]->money;
    }
    if (differ) stated = first;
}

}  // namespace fintool
