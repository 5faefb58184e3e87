// Statements built by hand, for tests of what is read out of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/metrics.h"

namespace built_statement {

using namespace fintool;

struct Printed {
    std::string section, label;
    std::vector<std::string> amounts;  // "-5" is printed negative, "" blank
    Unit::Kind unit = Unit::Kind::money;
};

inline Cell cell_of(std::string text) {
    Cell cell;
    if (text.empty()) return cell;
    const bool negative = text[0] == '-';
    const Decimal value = parse_decimal(negative ? text.substr(1) : text).value();
    cell.value = Number{negative ? negate(value) : value, false, ""};
    return cell;
}

// Two quarters, or two days, as columns.
inline Statement built(Statement::Kind kind, const std::vector<Printed>& lines) {
    Statement statement;
    statement.kind = kind;
    const bool instant = kind == Statement::Kind::balance;
    for (const int year : {2004, 2003}) {
        Column column;
        column.role = Column::Role::period;
        const Date end = make_date(year, 9, 30);
        column.period = instant ? instant_on(end) : duration_to(end, {3, Length::In::months});
        statement.columns.push_back(column);
    }
    for (const Printed& line : lines) {
        Row row;
        row.section = line.section;
        row.label = line.label;
        row.unit = {line.unit, line.unit == Unit::Kind::shares ? "" : "USD"};
        for (const std::string& amount : line.amounts) row.cells.push_back(cell_of(amount));
        row.cells.resize(2);
        statement.rows.push_back(row);
    }
    return statement;
}

// The value in the first column, as text; "-" where the metric is not given.
inline std::string value_of(const std::vector<Statement>& statements, const std::string& metric,
                            int year = 2004) {
    Diagnostics diagnostics;
    for (const MetricFact& fact : extract_metrics(statements, diagnostics)) {
        if (fact.metric == metric && fact.period.end == make_date(year, 9, 30))
            return to_string(fact.value);
    }
    return "-";
}

inline std::string income_value(const std::vector<Printed>& lines, const std::string& metric,
                                int year = 2004) {
    return value_of({built(Statement::Kind::income, lines)}, metric, year);
}

inline std::string balance_value(const std::vector<Printed>& lines, const std::string& metric) {
    return value_of({built(Statement::Kind::balance, lines)}, metric);
}

constexpr auto kPerShare = Unit::Kind::money_per_share;
constexpr auto kShares = Unit::Kind::shares;

}  // namespace built_statement
