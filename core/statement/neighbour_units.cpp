// Bridges between two rows of a kind, parts of a total, and tables whose title names the unit.
#include "statement/neighbour_units.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/phrase_set.h"
#include "base/text.h"
#include "base/word_set.h"
#include "statement/minor_units.h"
#include "statement/physical_units.h"
#include "statement/titles.h"
#include "statement/unit_figures.h"
#include "statement/unit_words.h"

namespace fintool {
namespace {

using K = Unit::Kind;

bool heads_per_share(std::string_view text) {
    constexpr std::size_t longest = 60;
    const std::string words = words_of(text);
    return text.size() <= longest && !has_phrase(words, "except") &&
           unit_by_words(words) == K::money_per_share;
}

// The label beside the columns' names, or the title; empty where neither is per share.
std::string per_share_heading(const Statement& statement, const Grid& grid) {
    for (const GridRow& row : grid.rows) {
        if (row.kind == GridRow::Kind::header && heads_per_share(row.label.str()))
            return row.label.str();
    }
    return heads_per_share(statement.title) ? statement.title : std::string();
}

bool is_small(const Number& number) {
    const Decimal size = number.value.coefficient < 0 ? negate(number.value) : number.value;
    return compare(size, {100, 0}) < 0;
}

// Rows that `may_be` of the kind are, between two that are.
template <class MayBe>
void fill_between(std::vector<Row>& rows, K kind, const MayBe& may_be) {
    constexpr std::size_t longest = 15;
    for (std::size_t from = 0; from + 2 < rows.size(); ++from) {
        if (rows[from].unit.kind != kind) continue;
        std::size_t to = from + 1;
        while (to < rows.size() && to - from <= longest && may_be(to)) ++to;
        if (to == from + 1 || to == rows.size() || rows[to].unit.kind != kind) continue;
        for (std::size_t i = from + 1; i < to; ++i) rows[i].unit.kind = kind;
    }
}

}  // namespace

namespace {

// "PERCENTAGE CHANGE 2010 VERSUS 2009" over "3%   1%   2%" and rows without the sign.
void settle_titled_percents(Statement& statement) {
    if (!names_percents(statement.title)) return;
    std::vector<Row*> bare;
    for (Row& row : statement.rows) {
        const bool numbers = std::any_of(row.cells.begin(), row.cells.end(), is_number);
        if (row.unit.kind != K::money || !numbers) continue;
        if (row.dollar_sign || !all_numbers(row.cells, looks_percent)) return;
        bare.push_back(&row);
    }
    for (Row* row : bare) row->unit.kind = K::percent;
}

}  // namespace

// "Per Share Amounts" over "Net loss (1.19)" / "Impairment 2.15", "Per ordinary share (cents)"
// beside the columns' names: the whole table is per share.
void settle_by_title(Statement& statement, const Grid& grid) {
    if (statement.kind != Statement::Kind::other) return;
    settle_titled_percents(statement);
    const std::string heading = per_share_heading(statement, grid);
    if (heading.empty()) return;
    bool any = false;
    for (const Row& row : statement.rows) {
        const bool numbers = std::any_of(row.cells.begin(), row.cells.end(), is_number);
        if (row.unit.kind != K::money || !numbers) continue;
        if (!all_numbers(row.cells, looks_per_share)) return;
        any = true;
    }
    if (!any) return;
    static constexpr PhraseSet minor({"cents", "pence"});
    const bool coins = minor.any_in(words_of(heading));
    for (Row& row : statement.rows) {
        if (row.unit.kind != K::money) continue;
        row.unit.kind = K::money_per_share;
        if (coins) read_as_coins(row);
    }
}

// "EPS 0.66 / Equipment disposal (0.03) / Adjusted EPS 0.63": what leads from one to the other.
// "AMOUNTS PER SHARE" / "Basic income" / ... / "Diluted income": the heading before holds on.
void settle_bridges(Statement& statement, bool cents) {
    auto& rows = statement.rows;
    // "(0.03) / Severance 0.01 / Impairment 0.06 / 0.05" is all that the table prints.
    const auto larger = [](const Row& row) {
        return row.unit.kind == K::money && !all_numbers(row.cells, is_small) &&
               std::any_of(row.cells.begin(), row.cells.end(), is_number);
    };
    if (cents && std::any_of(rows.begin(), rows.end(), larger)) return;
    const auto per_share = [&](std::size_t i) { return rows[i].unit.kind == K::money_per_share; };
    const auto may_bridge = [&](std::size_t i) {
        if (rows[i].unit.kind != K::money) return false;
        // "Discontinued operations   --   --" between two rows of one heading.
        if (prints_only_dashes(rows[i].cells)) return rows[i].section == rows[i - 1].section;
        return all_numbers(rows[i].cells, looks_per_share);
    };
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (!per_share(i - 1) || !may_bridge(i)) continue;
        const std::string which = words_of(innermost_heading(rows[i].section));
        if (!which.empty() && says_only_which(which)) rows[i].unit.kind = K::money_per_share;
    }
    fill_between(rows, K::money_per_share, may_bridge);
}

// "NET INCOME PER UNIT:" over "Net income allocated to unitholders, basic and diluted   876" and
// "Basic and diluted net income per unit   1.25": the first is what the second divides.
void settle_numerators(Statement& statement) {
    static constexpr PhraseSet divided({"allocated", "attributable", "available", "used"});
    const auto printed_whole = [](const Number& n) { return n.value.places == 0; };
    const auto is_per_share = [](const Row& row) {
        return row.unit.kind == K::money_per_share && all_numbers(row.cells, looks_per_share);
    };
    auto& rows = statement.rows;
    for (Row& row : rows) {
        if (row.unit.kind != K::money_per_share || !names_result(row.label) ||
            !divided.any_in(words_of(row.label)) || !all_numbers(row.cells, printed_whole))
            continue;
        const bool beside = std::any_of(rows.begin(), rows.end(), [&](const Row& other) {
            return other.section == row.section && is_per_share(other);
        });
        if (beside) row.unit.kind = K::money;
    }
}

// "Shares outstanding 64,249" / "Treasury stock (1,672)" / "Fully diluted shares 62,577", and in
// millions: "365.1" / "Dilutive effect of options 7.7" / "372.8".
void settle_share_counts(Statement& statement) {
    if (statement.kind == Statement::Kind::balance) return;
    static constexpr PhraseSet counted({"treasury stock", "treasury shares", "options", "option",
                                        "warrants", "dilutive", "restricted stock", "convertible",
                                        "awards", "incremental", "assumed conversion",
                                        "assumed conversions", "assumed exercise", "equivalent",
                                        "equivalents", "contingently issuable"});
    auto& rows = statement.rows;
    fill_between(rows, K::shares, [&](std::size_t i) {
        const std::string words = words_of(rows[i].label);
        const bool dilutes =
            counted.any_in(words) ||
            has_phrase(words_of(innermost_heading(rows[i].section)), "dilutive securities");
        return rows[i].unit.kind == K::money && dilutes && !names_amount(words) &&
               all_numbers(rows[i].cells, [](const Number& number) {
                   return number.value.places < 2 && number.currency.empty();
               });
    });
}

bool prints_bare_whole(const Row& row) {
    return !row.dollar_sign && all_numbers(row.cells, [](const Number& number) {
        return number.value.places == 0 && number.currency.empty();
    });
}

// "New contracts   1,338" over "Homes delivered   1,506" and "Average community count   207".
void settle_orders_of_homes(Statement& statement) {
    static constexpr WordSet orders({"new contracts", "net contracts", "net new contracts",
                                     "new orders", "net orders", "net new orders",
                                     "new home orders", "net new home orders"});
    auto& rows = statement.rows;
    const bool of_homes = std::any_of(rows.begin(), rows.end(), [](const Row& row) {
        return row.unit == Unit{K::count, "homes"} || row.unit == Unit{K::count, "communities"};
    });
    if (!of_homes) return;
    for (Row& row : rows) {
        const bool bare = row.unit.kind == K::money && prints_bare_whole(row);
        if (bare && orders.contains(words_of(row.label))) row.unit = {K::count, "homes"};
    }
}

// "New stores   4   20" of "Fiscal 2016 Guidance"; elsewhere they may be what new stores sold.
void settle_openings_ahead(Statement& statement) {
    static constexpr PhraseSet ahead({"guidance", "outlook"});
    if (!ahead.any_in(words_of(statement.title))) return;
    for (Row& row : statement.rows) {
        const std::string named = words_of(row.label);
        std::string_view words = named;
        for (const std::string_view which : {"net ", "new "}) {
            if (words.starts_with(which)) words.remove_prefix(which.size());
        }
        const bool things = words == "stores" || words == "restaurants";
        if (things && words != named && row.unit.kind == K::money && prints_bare_whole(row))
            row.unit = {K::count, std::string(words)};
    }
}

// "Homes   610" over "Dollars   $280,100" and "Avg. Price   $459,180" of one region.
void settle_homes_beside_dollars(Statement& statement) {
    static constexpr WordSet things({"homes", "lots", "units"});
    static constexpr WordSet worth({"dollars", "value", "sales value", "amount", "avg price",
                                    "average price", "average sales price"});
    auto& rows = statement.rows;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        const std::string words = words_of(rows[i].label);
        if (rows[i].unit.kind != K::money || !things.contains(words)) continue;
        const bool beside = worth.contains(words_of(rows[i + 1].label)) &&
                            rows[i].section == rows[i + 1].section;
        if (beside && prints_bare_whole(rows[i])) rows[i].unit = {K::count, words};
    }
}

// "Orders   106,604" beside "Revenue per order   $2,139": what has a price is counted.
void settle_priced_things(Statement& statement) {
    std::vector<std::string> priced;
    for (const Row& row : statement.rows) {
        if (row.unit.kind == K::count && row.unit.name.starts_with('/'))
            priced.push_back(row.unit.name.substr(1) + 's');
    }
    for (Row& row : statement.rows) {
        if (priced.empty() || row.unit.kind != K::money || !prints_bare_whole(row)) continue;
        const std::string words = words_without_remarks(row.label);
        for (const std::string& things : priced) {
            if (words == things || words == "total " + things || words == "average " + things)
                row.unit = {K::count, things};
        }
    }
}

namespace {

// Do the rows from `from` up to the total add up to it in each column that it prints?
bool add_up(const std::vector<Row>& rows, std::size_t from, std::size_t total) {
    bool any = false;
    for (std::size_t i = 0; i < rows[total].cells.size(); ++i) {
        const auto* whole = std::get_if<Number>(&rows[total].cells[i].value);
        if (!whole || whole->percent || rows[total].cells[i].unit) continue;
        std::int64_t sum = 0;
        for (std::size_t at = from; at < total; ++at) {
            const auto* part = std::get_if<Number>(&rows[at].cells[i].value);
            if (part) sum += part->value.coefficient;
        }
        if (sum != whole->value.coefficient) return false;
        any = true;
    }
    return any;
}

bool counts_few(const Row& row) {
    return all_numbers(row.cells, [](const Number& number) {
        return number.value.places == 0 && std::abs(number.value.coefficient) < 1'000'000'000;
    });
}

}  // namespace

// "Sales   210" / "Construction   330" / "Total employees   540".
void settle_parts_of_count(Statement& statement) {
    auto& rows = statement.rows;
    for (std::size_t total = 2; total < rows.size(); ++total) {
        const Unit unit = rows[total].unit;
        const bool things = unit.kind == K::count && !is_price(unit) && counts_few(rows[total]);
        if (!things || !words_of(rows[total].label).starts_with("total ")) continue;
        std::size_t from = total;
        while (from > 0 && rows[from - 1].unit.kind == K::money && !rows[from - 1].own_scale &&
               prints_bare_whole(rows[from - 1]) && counts_few(rows[from - 1])) {
            --from;
            if (total - from < 2 || !add_up(rows, from, total)) continue;
            for (std::size_t i = from; i < total; ++i) {
                rows[i].unit = unit;
                rows[i].own_scale = rows[total].own_scale;
            }
            break;
        }
    }
}

// "Hardware 46.1%" / "Services 24.6" / "Total 100.0%": the sign of the first holds to the total.
void settle_shares_of_total(Statement& statement) {
    constexpr std::size_t longest = 15;
    auto& rows = statement.rows;
    const auto percent = [&](std::size_t i) { return rows[i].unit.kind == K::percent; };
    const auto is_total = [](const Number& number) { return compare(number.value, {100, 0}) == 0; };
    for (std::size_t from = 0; from + 2 < rows.size(); ++from) {
        if (!percent(from)) continue;
        std::size_t to = from + 1;
        const auto goes_on = [&](std::size_t i) {
            return rows[i].unit.kind == K::money && all_numbers(rows[i].cells, looks_percent);
        };
        while (to < rows.size() && to - from <= longest && goes_on(to)) ++to;
        if (to == from + 1 || to == rows.size()) continue;
        if (!percent(to) || !all_numbers(rows[to].cells, is_total)) continue;
        for (std::size_t i = from + 1; i < to; ++i) rows[i].unit.kind = K::percent;
    }
}

// "Operating revenues 100.0%" / "Fuel 9.3" / "Operating income 13.0": what follows the whole are
// its parts, as long as they are printed alike. Up to the last row that stands under the whole's
// own heading: "Revenues by region" behind a mix of 100.0% opens another matter.
void settle_parts_of_whole(Statement& statement) {
    auto& rows = statement.rows;
    const auto is_whole = [](const Number& number) {
        return number.percent && number.value.places > 0 && compare(number.value, {100, 0}) == 0;
    };
    const auto is_part = [](const Number& number) {
        return number.percent || (looks_percent(number) && number.value.places == 1);
    };
    // Beside the changes: "100.0%   100.0%   10.9%".
    const auto of_periods = [&](const Row& row) {
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < row.cells.size() && i < statement.columns.size(); ++i) {
            if (statement.columns[i].role == Column::Role::period) cells.push_back(row.cells[i]);
        }
        return cells;
    };
    for (std::size_t from = 0; from < rows.size(); ++from) {
        if (!all_numbers(of_periods(rows[from]), is_whole)) continue;
        std::size_t last = from;
        for (std::size_t i = from + 1; i < rows.size(); ++i) {
            const bool known = rows[i].unit.kind == K::percent;
            const bool part =
                rows[i].unit.kind == K::money && all_numbers(of_periods(rows[i]), is_part);
            if (!known && !part) break;
            if (rows[i].section == rows[from].section) last = i;
        }
        for (std::size_t i = from + 1; i <= last; ++i) rows[i].unit.kind = K::percent;
    }
}

}  // namespace fintool
