// Grids -> statements: one line per question, each answered in a file of its own.
#include <algorithm>

#include "base/text.h"
#include "grid/parted_numbers.h"
#include "statement/cells.h"
#include "statement/counted_rows.h"
#include "statement/columns.h"
#include "statement/currency.h"
#include "statement/entity.h"
#include "statement/extent.h"
#include "statement/finish.h"
#include "statement/kind.h"
#include "statement/label_scale.h"
#include "statement/labels.h"
#include "statement/lent_scale.h"
#include "statement/minor_units.h"
#include "statement/named_currency.h"
#include "statement/neighbour_units.h"
#include "statement/note_columns.h"
#include "statement/printed_again.h"
#include "statement/page_list.h"
#include "statement/percent_columns.h"
#include "statement/period_starts.h"
#include "statement/physical_units.h"
#include "statement/primary.h"
#include "statement/rate_rows.h"
#include "statement/scale.h"
#include "statement/stated_weeks.h"
#include "statement/statement.h"
#include "statement/units.h"
#include "statement/year_ends.h"

namespace fintool {
namespace {

using Kind = Statement::Kind;

std::vector<Cell> read_cells(const Grid& grid, const GridRow& row, NumberStyle style,
                             Diagnostics& diagnostics) {
    std::vector<Cell> cells(static_cast<std::size_t>(grid.columns));
    for (const GridCell& printed : row.cells) {
        const auto column = static_cast<std::size_t>(std::clamp(printed.last, 0, grid.columns - 1));
        if (column == 0 && grid.opens_with_notes) {
            cells[0] = note_cell(printed.text);
            continue;
        }
        ReadCell read = read_cell(printed.text, style);
        // "$ 1." beside "63": neither is read.
        if (&printed != row.cells.data() &&
            goes_on((&printed - 1)->text.str(), printed.text.str())) {
            read.cell.value = NotMeaningful{};
            read.understood = false;
        }
        if (!read.understood) {
            diagnostics.push_back({"unreadable-cell", read.cell.span,
                                   "\"" + printed.text.str() + "\" is no amount, dash or N/A"});
        }
        cells[column] = std::move(read.cell);
    }
    return cells;
}

bool prints_cents(const std::vector<std::vector<Cell>>& rows) {
    std::size_t cents = 0, numbers = 0;
    for (const auto& cells : rows) {
        for (const Cell& cell : cells) {
            const auto* number = std::get_if<Number>(&cell.value);
            if (!number || number->percent) continue;
            ++numbers;
            if (number->value.places >= 2) ++cents;
        }
    }
    return cents * 2 > numbers;
}

// Indents become depths 0, 1, 2 ... in the order of their size.
void set_depths(Statement& statement, const std::vector<LabelledRow>& labelled) {
    std::vector<int> indents;
    for (const auto& row : labelled) indents.push_back(row.indent);
    std::sort(indents.begin(), indents.end());
    indents.erase(std::unique(indents.begin(), indents.end()), indents.end());
    for (std::size_t i = 0; i < statement.rows.size(); ++i) {
        const auto at = std::lower_bound(indents.begin(), indents.end(), labelled[i].indent);
        statement.rows[i].depth = static_cast<int>(at - indents.begin());
    }
}

// Its own figures say what a row counts, not how they changed: "Other, net   --   --   12.5%".
std::vector<Cell> without_changes(const std::vector<Column>& columns,
                                  const std::vector<Cell>& cells) {
    std::vector<Cell> own;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (columns[i].role != Column::Role::change) own.push_back(cells[i]);
    }
    return own;
}

bool prints_dollar_sign(const GridRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const GridCell& cell) {
        return cell.text.str().find('$') != std::string::npos;
    });
}

// "$1,558" and "$427" on nearly all rows that do not begin with a percentage.
bool signs_on_money(const Grid& grid) {
    std::size_t signs = 0, others = 0;
    for (const GridRow& row : grid.rows) {
        if (row.kind != GridRow::Kind::value || row.cells.empty()) continue;
        const bool sign = prints_dollar_sign(row);
        if (sign) ++signs;
        if (!sign && !row.cells.front().text.str().ends_with('%')) ++others;
    }
    return signs > 3 * others;
}

// "$998 million    $1.1 billion": the words behind an amount stand above the table's.
void read_scales_in_cells(const GridRow& from, Row& row) {
    const int columns = static_cast<int>(row.cells.size());
    for (const GridCell& cell : from.cells) {
        const auto at = static_cast<std::size_t>(std::clamp(cell.last, 0, columns - 1));
        if (const auto scale = amount_scale(cell.text.str())) row.cells[at].scale = scale;
    }
}

void read_rows(const Grid& grid, const std::vector<LabelledRow>& labelled, NumberStyle style,
               const std::optional<Scale>& units, Statement& statement,
               Diagnostics& diagnostics) {
    std::vector<std::vector<Cell>> cells;
    for (const auto& row : labelled) {
        cells.push_back(read_cells(grid, grid.rows[row.grid_row], style, diagnostics));
        mark_percents(statement.columns, cells.back());
    }
    mark_signed_percents(statement.columns, mixed_columns(grid, labelled, cells), cells);
    leave_out_notes(statement.columns, cells);
    const bool cents = prints_cents(cells);
    const bool changes =
        std::any_of(statement.columns.begin(), statement.columns.end(),
                    [](const Column& column) { return column.role == Column::Role::change; });
    const bool signs = signs_on_money(grid);
    const bool primary = statement.kind != Kind::other;
    const auto counted = primary ? std::nullopt : stated_physical_unit(grid);
    for (std::size_t i = 0; i < labelled.size(); ++i) {
        const LabelledRow& from = labelled[i];
        Row row;
        row.section = from.section;
        row.label = from.label;
        row.first_line = from.first_line;
        row.last_line = from.last_line;
        row.ruled_above = from.ruled_above;
        row.unit.kind =
            read_row_unit(from, changes ? without_changes(statement.columns, cells[i]) : cells[i],
                          statement.kind, cents);
        row.cells = std::move(cells[i]);
        row.dollar_sign = prints_dollar_sign(grid.rows[from.grid_row]);
        count_row(row, row.dollar_sign, counted);
        count_units(row, units, signs);
        read_scales_in_cells(grid.rows[from.grid_row], row);
        read_minor_units(grid.rows[from.grid_row], from.under_coins, row);
        statement.rows.push_back(std::move(row));
    }
    set_depths(statement, labelled);
    if (!cents) settle_numerators(statement);
    settle_bridges(statement, cents);
    settle_by_title(statement, grid);
    settle_share_counts(statement);
    settle_openings_ahead(statement);
    settle_homes_beside_dollars(statement);
    settle_orders_of_homes(statement);
    settle_priced_things(statement);
    settle_parts_of_count(statement);
    settle_shares_of_total(statement);
    settle_parts_of_whole(statement);
    settle_rates(statement);
    set_column_units(statement);
}

// What is no row of the statement is kept, as a statement of its own.
void split_extent(std::vector<Candidate>& candidates, Candidate candidate) {
    const std::vector<bool> own = rows_of_statement(candidate.statement);
    auto& rows = candidate.statement.rows;
    std::optional<Candidate> rest;
    if (std::find(own.begin(), own.end(), false) != own.end()) {
        std::vector<Row> all;
        all.swap(rows);
        rest = candidate;
        auto& others = rest->statement.rows;
        for (std::size_t i = 0; i < all.size(); ++i)
            (own[i] ? rows : others).push_back(std::move(all[i]));
        rest->statement.kind = Kind::other;
        rest->statement.first_line = others.front().first_line;
    }
    if (!rows.empty()) candidate.statement.last_line = rows.back().last_line;
    candidates.push_back(std::move(candidate));
    if (rest) candidates.push_back(std::move(*rest));
}

bool prints_dollar_signs(const Grid& grid) {
    return std::any_of(grid.rows.begin(), grid.rows.end(), [](const GridRow& row) {
        return row.kind == GridRow::Kind::value && prints_dollar_sign(row);
    });
}

bool has_period(const Statement& statement) {
    return std::any_of(statement.columns.begin(), statement.columns.end(),
                       [](const Column& column) { return column.period.has_value(); });
}

// A table as read by itself: what it leaves open, the release's other statements say.
struct Draft {
    Candidate candidate;
    std::optional<ScaleWords> stated;
    bool dollar_signs = false;  // beside its amounts: dollars, of whatever country
    Diagnostics found;
};

std::optional<Draft> read_draft(const Grid& grid, NumberStyle style, bool of_investee,
                                const ReleaseContext& context, ProseDates& prose) {
    const auto labelled = read_labels(grid);
    if (labelled.size() < 2 || grid.columns < 1) return std::nullopt;
    Draft draft;
    draft.candidate.reading = read_kind(grid, labelled, context.company);
    if (of_investee) draft.candidate.reading.kind = Kind::other;
    Statement& statement = draft.candidate.statement;
    statement.kind = draft.candidate.reading.kind;
    statement.basis = draft.candidate.reading.basis;
    statement.title = draft.candidate.reading.title;
    statement.first_line = grid.first_line;
    statement.last_line = grid.last_line;
    statement.columns = read_columns(grid, statement.kind, context, prose, draft.found);
    if (draft.candidate.reading.summary && !has_period(statement)) {
        // "FIVE-YEAR SUMMARY" over bare years names no stretch of days that sales could be of.
        statement.kind = Kind::other;
        draft.found.clear();
        statement.columns = read_columns(grid, statement.kind, context, prose, draft.found);
    }
    draft.stated = stated_scale(grid);
    const auto units = draft.stated ? draft.stated->units : std::nullopt;
    read_rows(grid, labelled, style, units, statement, draft.found);
    if (lists_pages(statement) || is_cover(statement)) return std::nullopt;
    read_column_scales(statement.columns, draft.stated);
    statement.currency = named_currency(grid, statement, draft.stated, context, draft.found);
    draft.dollar_signs = prints_dollar_signs(grid);
    return draft;
}

// A table that names no currency has that of the primary statement before it that names one, else
// what the prose names for all, else of the first: "(RMB in thousands)" over the income statement
// alone. Dollar signs stay dollars.
void lend_currencies(const ReleaseContext& context, std::vector<Draft>& drafts) {
    const std::string& stated = context.currency;
    const auto names = [](const Draft& draft) {
        return draft.candidate.statement.kind != Kind::other &&
               !draft.candidate.statement.currency.empty();
    };
    const auto first = std::find_if(drafts.begin(), drafts.end(), names);
    std::string current = first == drafts.end() ? "USD" : first->candidate.statement.currency;
    if (!stated.empty()) current = stated;
    for (Draft& draft : drafts) {
        Statement& statement = draft.candidate.statement;
        if (names(draft)) current = statement.currency;
        if (!statement.currency.empty()) continue;
        statement.currency = draft.dollar_signs && !is_dollar(current) ? "USD" : current;
        const bool of_prose = current == stated;
        const bool sure = !context.currency_assumed || statement.kind == Kind::other;
        if (current == "USD" || (of_prose && sure)) continue;
        const Row& row = statement.rows.front();
        draft.found.push_back({"currency-assumed",
                               row.cells.empty() ? Span{} : row.cells.front().span,
                               statement.title + ": no currency is named; taken as " +
                                   statement.currency +
                                   (of_prose ? ", the dollars of the prose"
                                             : " beside statements in " + current)});
    }
}

// Each by what it may lend to statements that print no scale.
std::vector<LentScales::Lender> lenders(const std::vector<Draft>& drafts) {
    std::vector<LentScales::Lender> all;
    for (const auto& [candidate, stated, dollar_signs, found] : drafts)
        all.push_back({&candidate.statement, stated || candidate.reading.summary});
    return all;
}

// And the first scale that any table states.
std::vector<Draft> read_drafts(const std::vector<Grid>& grids, const ReleaseContext& context,
                               ProseDates& prose, std::optional<ScaleWords>& anywhere) {
    std::vector<Draft> drafts;
    const std::vector<NumberStyle> styles = find_number_styles(grids);
    InvesteeNote investee;
    for (std::size_t i = 0; i < grids.size(); ++i) {
        if (!anywhere && !grids[i].rows.empty()) anywhere = stated_scale(grids[i]);
        if (anywhere && anywhere->only_shares) anywhere.reset();
        auto draft = read_draft(grids[i], styles[i], investee.holds(grids[i]), context, prose);
        if (draft) drafts.push_back(std::move(*draft));
    }
    return drafts;
}

}  // namespace

std::vector<Statement> read_statements(const std::vector<Grid>& grids,
                                       const ReleaseContext& context, Diagnostics& diagnostics) {
    ProseDates prose(context.prose, grids);
    std::optional<ScaleWords> anywhere;  // for a first statement that prints no scale of its own
    std::vector<Draft> drafts = read_drafts(grids, context, prose, anywhere);
    lend_currencies(context, drafts);
    std::vector<Statement*> statements;
    for (Draft& draft : drafts) statements.push_back(&draft.candidate.statement);
    settle_year_ends(statements, prose);
    settle_starts(statements);
    settle_weeks(context.prose, statements);
    PrintedRows printed;
    for (const Draft& draft : drafts) printed.add(draft.candidate.statement, draft.stated);
    std::vector<Candidate> candidates;
    std::optional<ScaleWords> before;  // of the nearest statement before it that states one
    bool of_table = true;              // no statement did
    const ProseAmounts amounts(context.prose);
    LentScales shown_scales(lenders(drafts), amounts);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        auto& [candidate, stated, dollar_signs, found] = drafts[i];
        if (stated && !stated->only_shares) {
            before = stated;
            // A table of the discussion does not speak for the statements behind it.
            before->assumed = candidate.statement.kind == Kind::other;
            of_table = before->assumed || candidate.reading.summary ||
                       names_summary(candidate.statement.title);
        }
        auto inherited = before ? before : anywhere;
        if (!stated && of_table) {
            const bool against = inherited.has_value();
            const auto lent = shown_scales.for_statement(i, against);
            if (lent) inherited = lent;
            if (lent && against) before = lent;
        }
        if (const auto again = stated ? std::nullopt : printed.scale_of(candidate.statement))
            inherited = again;
        const bool shown = apply_scale(candidate.statement, stated, inherited, amounts, found);
        // A scale that figures alone showed is lent to the statements that follow.
        Statement& statement = candidate.statement;
        leave_decimals_unscaled(statement, diagnostics);
        const bool scales_all = stated && stated->shares && stated->money != Scale::ones;
        doubt_counts(statement, scales_all, diagnostics);
        const bool other = !inherited || inherited->money != statement.scale;
        if (!stated && other && statement.kind != Kind::other && shown)
            before = ScaleWords{statement.scale, std::nullopt, {}, true};
        for (Row& row : statement.rows) set_cell_units(statement, row);
        set_row_days(statement);
        if (statement.kind != Kind::other)
            diagnostics.insert(diagnostics.end(), found.begin(), found.end());
        split_extent(candidates, std::move(candidate));
    }
    std::vector<Statement> chosen = choose_primary(std::move(candidates), diagnostics);
    finish_statements(chosen, context, diagnostics);
    return chosen;
}

}  // namespace fintool
