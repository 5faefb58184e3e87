// The SQL of a series. Growth is taken on the value before only where that is the neighbour by its
// dates, so that a gap is never bridged. See the header.
#include "query/series_sql.h"

namespace fintool {
namespace {

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
    const bool quarters = question.step == Question::Step::quarter;
    // A quarter is 10 to 18 weeks long, so its neighbour ended 70 to 126 days before it; the year
    // before ended 52 or 53 weeks earlier, give or take the days that ends are printed apart.
    const std::string qoq = quarters ? "CASE\n" + growth_when(1, 70, 126) + "    END" : "NULL";
    std::string yoy = "CASE\n";
    for (int back = 1; back <= (quarters ? 4 : 1); ++back) yoy += growth_when(back, 350, 385);
    yoy += "    END";
    return "WITH series AS (\n"
           "  SELECT company, ticker, metric, fiscal_label, calendar_label, period_end, value, "
           "unit,\n"
           "    origin, formula, file" +
           lags(quarters ? 4 : 1) + "\n  FROM " +
           (quarters ? "quarterly_metrics" : "annual_metrics") + "\n  WHERE metric IN (" +
           metric_list(question) + ")" + company_condition(question) +
           "\n  WINDOW w AS (PARTITION BY company, ticker, metric, unit ORDER BY period_end)\n)\n"
           "SELECT company, ticker, metric, fiscal_label, period_end, value, unit,\n  " +
           qoq + " AS qoq,\n  " + yoy + " AS yoy,\n" +
           "  origin, formula, calendar_label, file\nFROM series\nORDER BY company, ticker, " +
           metric_order(question) + ", unit, period_end";
}

}  // namespace fintool
