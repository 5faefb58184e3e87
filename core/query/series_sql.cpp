// The SQL of a series. Growth is taken on the value before only where that is the neighbour by its
// dates, so that a gap is never bridged. See the header.
#include "query/series_sql.h"

namespace fintool {
namespace {

using Step = Question::Step;

constexpr const char* columns =
    "company, ticker, metric, fiscal_label, calendar_label, period_end, value, unit,\n"
    "    origin, formula, file";
constexpr const char* window =
    "\n  WINDOW w AS (PARTITION BY company, ticker, metric, unit ORDER BY period_end)";

// Growth in percent of the value `back` rows before, where that one ended `from` to `to` days
// earlier and was positive: a growth on a loss or on nothing says nothing. Percents have none.
std::string growth_when(int back, int from, int to) {
    const std::string n = std::to_string(back);
    return "    WHEN v" + n + " > 0 AND unit <> 'percent' AND julianday(period_end) - julianday(e" +
           n + ") BETWEEN " + std::to_string(from) + " AND " + std::to_string(to) +
           " THEN round(100.0 * (value - v" + n + ") / v" + n + ", 2)\n";
}

std::string company_condition(const Question& question) {
    std::string out;
    for (const CompanyName& company : question.companies) {
        out += out.empty() ? "\n    AND (" : "\n      OR ";
        out += "company = " + sql_literal(company.name);
        if (!company.ticker.empty()) out += " AND ticker = " + sql_literal(company.ticker);
    }
    return out + (out.empty() ? "" : ")");
}

std::string metric_list(const Question& question) {
    std::string out;
    for (const std::string& metric : question.metrics) {
        out += (out.empty() ? "" : ", ") + sql_literal(metric);
    }
    return out;
}

std::string metric_order(const Question& question) {
    std::string out = "CASE metric";
    int rank = 0;
    for (const std::string& metric : question.metrics) {
        out += " WHEN " + sql_literal(metric) + " THEN " + std::to_string(++rank);
    }
    return out + " END";
}

std::string lags(int count) {
    std::string out;
    for (int back = 1; back <= count; ++back) {
        const std::string n = std::to_string(back);
        out += ",\n    lag(value, " + n + ") OVER w AS v" + n + ", lag(period_end, " + n +
               ") OVER w AS e" + n;
    }
    return out;
}

// The values to choose from: the views' own choice is the newest; other vintages rank all releases
// that print (or imply) a period by their day.
std::string chosen_sql(const Question& question) {
    const bool years = question.step == Step::year;
    const std::string where =
        "\n  WHERE metric IN (" + metric_list(question) + ")" + company_condition(question);
    if (!question.first_reported && question.as_of.empty()) {
        return std::string("SELECT ") + columns + "\n  FROM " +
               (years ? "annual_metrics" : "quarterly_metrics") + where;
    }
    const std::string known =
        question.as_of.empty() ? "" : "\n    AND released_on <= " + sql_literal(question.as_of);
    const char* label =
        years ? "(fiscal_label LIKE 'FY____' OR months = 0 AND fiscal_label LIKE 'Q4 FY____')"
              : "fiscal_label LIKE 'Q_ FY____' AND months IN (0, 3)";
    return std::string("SELECT ") + columns + "\n  FROM (SELECT *, row_number() OVER (" +
           "PARTITION BY company_id, metric, unit, fiscal_label\n    ORDER BY CASE origin WHEN "
           "'reported' THEN 1 WHEN 'derived' THEN 2 WHEN 'computed' THEN 3 ELSE 4 END,\n    "
           "released_on " +
           (question.first_reported ? "ASC" : "DESC") +
           ", metric_id) AS choice\n  FROM metric_facts" + where + "\n    AND basis = 'gaap' AND " +
           label + known + ")\n  WHERE choice = 1";
}

// Sums of `count` quarters that stand side by side, of what may be summed.
std::string sums_sql(int count, const std::string& label, const std::string& only) {
    const std::string oldest = std::to_string(count - 1);
    std::string sum = "value";
    for (int back = 1; back < count; ++back) sum += " + v" + std::to_string(back);
    // The first of four quarters ended nine months before the last, that of two three months.
    const std::string days = count == 4 ? "255 AND 295" : "70 AND 126";
    return ",\nsums AS (\n  SELECT company, ticker, metric, " + label +
           " AS fiscal_label, calendar_label, period_end,\n    " + sum +
           " AS value, unit, 'computed' AS origin,\n    'sum of " + std::to_string(count) +
           " quarters to ' || fiscal_label AS formula, file\n  FROM (SELECT *" + lags(count - 1) +
           "\n  FROM chosen" + window + ")\n  WHERE julianday(period_end) - julianday(e" + oldest +
           ") BETWEEN " + days + only +
           "\n    AND metric IN (SELECT name FROM metric_names WHERE additive = 1)\n)";
}

std::string time_condition(const Question& question) {
    std::string out;
    const auto add = [&](const std::string& condition) {
        out += (out.empty() ? "\nWHERE " : "\n  AND ") + condition;
    };
    if (question.from) add(not_before_sql(*question.from));
    if (question.to) add(not_after_sql(*question.to));
    if (question.last > 0) add("from_last <= " + std::to_string(question.last));
    return out;
}

struct StepSql {
    int year_back;     // rows back to the year before, at most
    bool quarterly;    // the row before is a quarter away
    const char* from;  // the table in which the series stands
};

StepSql step_sql(Step step) {
    switch (step) {
        case Step::quarter: return {4, true, "chosen"};
        case Step::year: return {1, false, "chosen"};
        case Step::half: return {2, false, "sums"};
        case Step::ttm: return {4, true, "sums"};
    }
    return {1, false, "chosen"};
}

}  // namespace

std::string sql_literal(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        out += c;
        if (c == '\'') out += c;
    }
    return out + "'";
}

std::string series_sql(const Question& question) {
    const StepSql step = step_sql(question.step);
    // A quarter is 10 to 18 weeks long, so its neighbour ended 70 to 126 days before it; the year
    // before ended 52 or 53 weeks earlier, give or take the days that ends are printed apart.
    const std::string qoq =
        step.quarterly ? "CASE\n" + growth_when(1, 70, 126) + "    END" : "NULL";
    std::string yoy = "CASE\n";
    for (int back = 1; back <= step.year_back; ++back) yoy += growth_when(back, 350, 385);
    yoy += "    END";
    std::string sql = "WITH chosen AS (\n  " + chosen_sql(question) + "\n)";
    if (question.step == Step::ttm) sql += sums_sql(4, "'TTM ' || fiscal_label", "");
    if (question.step == Step::half) {
        sql += sums_sql(2,
                        "CASE WHEN fiscal_label LIKE 'Q2%' THEN 'H1' ELSE 'H2' END ||"
                        " substr(fiscal_label, 3)",
                        "\n    AND (fiscal_label LIKE 'Q2%' OR fiscal_label LIKE 'Q4%')");
    }
    const std::string last =
        question.last == 0 ? ""
                           : ",\n    row_number() OVER (PARTITION BY company, ticker, metric, unit"
                             " ORDER BY period_end DESC) AS from_last";
    sql += std::string(",\nseries AS (\n  SELECT ") + columns + last + lags(step.year_back) +
           "\n  FROM " + step.from + window + "\n)\n";
    return sql + "SELECT company, ticker, metric, fiscal_label, period_end, value, unit,\n  " +
           qoq + " AS qoq,\n  " + yoy + " AS yoy,\n" +
           "  origin, formula, calendar_label, file\nFROM series" + time_condition(question) +
           "\nORDER BY company, ticker, " + metric_order(question) + ", unit, period_end";
}

}  // namespace fintool
