// By the words around it and the rows in it: see the header.
#include "statement/columns_instants.h"

#include <algorithm>
#include <set>

#include "base/phrase_set.h"
#include "base/text.h"
#include "statement/flow_years.h"

namespace fintool {
namespace {

using Kind = PeriodWord::Kind;

constexpr PhraseSet balance_words(
    {"assets", "liabilities", "equity", "inventory", "inventories", "receivable", "receivables",
     "payable", "debt", "deposits", "loans", "goodwill", "cash", "backlog", "working capital",
     "property", "securities", "investments", "balance", "outstanding"});

// "Net sales", "Provision for income taxes": no figures of a day. Beside balances they leave open
// which of both the columns are meant for.
bool prints_only_flows(const Grid& grid) {
    bool flow = false;
    for (const GridRow& row : grid.rows) {
        if (row.kind != GridRow::Kind::value) continue;
        const std::string words = words_of(row.label.str());
        if (balance_words.any_in(words)) return false;
        flow = flow || names_flow(words);
    }
    return flow;
}

// "The provision for income taxes consists of:" over "Federal", "State" and "Deferred".
bool announces_tax(const Grid& grid) {
    static constexpr PhraseSet tax({"provision for income taxes", "provision benefit for income",
                                    "income tax expense", "income tax provision",
                                    "income tax expense benefit"});
    static constexpr PhraseSet parts({"consist of", "consists of", "consisted of", "components of",
                                      "comprised of", "comprises", "as follows"});
    if (grid.above.empty()) return false;
    const std::string words = words_of(grid.above.back().text.str());
    return tax.any_in(words) && parts.any_in(words) && !has_phrase(words, "deferred tax") &&
           !has_phrase(words, "assets");
}

// How many years head the columns of a table that prints no day; 0 where anything names one.
std::size_t bare_years(const GridHead& head, const ColumnTable& table) {
    const auto names_day = [](const HeadLine& line) {
        return std::any_of(line.words.begin(), line.words.end(), [](const PeriodWord& word) {
            return word.kind == Kind::date && word.month;
        });
    };
    std::set<int> years;
    for (const ColumnParts& column : table.columns) {
        if (column.role != Column::Role::period || column.headless) continue;
        if (!column.year || column.month || column.quarter != 0) return 0;
        years.insert(*column.year);
    }
    const bool day = std::any_of(head.beside.begin(), head.beside.end(), names_day) ||
                     (!head.above.empty() && names_day(head.above.front()));
    return day ? 0 : years.size();
}

// "Inventories", "Long-term debt"; no "Interest on debt", "Gain on sale of investments".
bool names_what_is_held(std::string_view text) {
    static constexpr PhraseSet moves(
        {"expense", "expenses", "income", "gain", "gains", "loss", "losses", "cost", "costs",
         "sales", "earnings", "return", "amortization", "depreciation", "provision", "paid",
         "received", "exercised", "realized", "additions", "repayments", "purchases", "proceeds",
         "increase", "decrease", "change", "changes", "charges", "charged", "rentals",
         "expenditures", "average", "used", "generated", "activity", "reconciliation"});
    const std::string words = words_of(text);
    return balance_words.any_in(words) && !moves.any_in(words);
}

// Neither the line above nor a row: "Assets at December 31" may head some of them.
bool prints_nothing_held(const Grid& grid, const GridHead& head) {
    if (!head.above.empty() && names_what_is_held(head.above.front().text)) return false;
    return std::none_of(grid.rows.begin(), grid.rows.end(), [](const GridRow& row) {
        return names_what_is_held(row.label.str());
    });
}

}  // namespace

bool heads_fiscal_years(const GridHead& head) {
    return std::all_of(head.columns.begin(), head.columns.end(), [](const ColumnHead& column) {
        return words_of(column.heading).starts_with("fiscal year ");
    });
}

bool holds_instants(const Grid& grid, const GridHead& head, Statement::Kind kind,
                    const ColumnTable& table) {
    if (kind != Statement::Kind::other) return kind == Statement::Kind::balance;
    for (const ColumnParts& column : table.columns) {
        if (column.length || column.year_to_date || column.start || column.inception) return false;
    }
    if (heads_fiscal_years(head)) return false;
    for (const HeadRow& row : head.rows) {  // "Third Quarter      1997    1996" over "Local"
        const auto label_end = row.words.begin() + static_cast<std::ptrdiff_t>(row.label_words);
        const bool timed = std::any_of(row.words.begin(), label_end, [](const PeriodWord& word) {
            return word.kind == Kind::length || word.kind == Kind::quarter ||
                   word.kind == Kind::year_to_date;
        });
        if (row.label_is_period && timed) return false;
    }
    for (const auto& lines : {head.beside, head.above}) {
        for (const HeadLine& line : lines) {
            for (const PeriodWord& word : line.words) {
                if (word.kind == Kind::as_of) return true;
                if (word.kind == Kind::length && word.ended) return false;
            }
        }
    }
    if (prints_only_flows(grid) || announces_tax(grid)) return false;
    // "1997  1996  1995" over parts of a tax, of a pension's cost, of sales. More years are
    // selected data, balances among them.
    constexpr std::size_t most = 3;
    const std::size_t years = bare_years(head, table);
    return years == 0 || years > most || !prints_nothing_held(grid, head);
}

}  // namespace fintool
