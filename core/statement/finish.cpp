// The order in which rows and cells are settled that a statement's kind decides: see the header.
#include "statement/finish.h"

#include "statement/decimal_tables.h"
#include "statement/flow_years.h"
#include "statement/period_starts.h"
#include "statement/row_years.h"
#include "statement/scale.h"
#include "statement/statistics_rows.h"
#include "statement/sum_units.h"

namespace fintool {

void finish_statements(std::vector<Statement>& chosen, const ReleaseContext& context,
                       Diagnostics& diagnostics) {
    scale_decimal_tables(chosen, diagnostics);
    const YearsOfIncome years = years_of_income(chosen);
    for (Statement& statement : chosen) {
        if (statement.kind == Statement::Kind::other) set_balance_days(statement);
        if (statement.kind == Statement::Kind::other) set_flow_years(years, statement);
        if (statement.kind == Statement::Kind::other) set_row_years(statement, context.period_end);
        count_statistics(statement, diagnostics);
        settle_units(statement, diagnostics);
        report_too_large(statement, diagnostics);
    }
    set_section_years(chosen);
}

}  // namespace fintool
