// The SQL of whole statements over several periods. See statement_series.h.
#include "query/sql_text.h"
#include "query/statement_series.h"

namespace fintool {
namespace {

using Step = Question::Step;

constexpr const char* cells_from = R"(
  FROM companies AS c JOIN filings AS f ON f.company_id = c.id
    JOIN statements AS s ON s.filing_id = f.id
    JOIN statement_columns AS h ON h.statement_id = s.id
    JOIN periods AS p ON p.id = h.period_id
    JOIN line_items AS l ON l.statement_id = s.id
    JOIN line_item_values AS v ON v.line_item_id = l.id AND v.column_no = h.column_no)";

std::string companies_sql(const Question& question) {
    std::string ids;
    for (const CompanyName& company : question.companies) {
        ids += (ids.empty() ? "" : ", ") + std::to_string(company.id);
    }
    return ids.empty() ? "" : " AND c.id IN (" + ids + ")";
}

// Balances are printed for days; cash flows mostly for the year so far, which no step means: then
// every length that is printed.
std::string lengths_sql(const Question& question) {
    if (question.statement == "balance") {
        const bool years = question.step_given && question.step == Step::year;
        return years ? " AND p.months = 0 AND p.fiscal_quarter = 4" : " AND p.months = 0";
    }
    if (!question.step_given && question.statement == "cashflow") return " AND p.months > 0";
    switch (question.step) {
        case Step::year: return " AND p.months = 12";
        case Step::half: return " AND p.months = 6";
        default: return " AND p.months = 3";
    }
}

std::string periods_sql(const Question& question) {
    std::string out;
    const auto add = [&](const std::string& condition) { out += "\n  AND " + condition; };
    if (question.from) add(not_before_sql(*question.from));
    if (question.to) add(not_after_sql(*question.to));
    if (question.last > 0) add("from_last <= " + std::to_string(question.last));
    return out;
}

// Common size: of what is money, each cell against the same period's and currency's revenue or
// total.
std::string value_sql(const Question& question) {
    if (question.share_of.empty()) return "value, unit";
    const std::string base = "max(CASE WHEN metric = " + sql_literal(question.share_of) +
                             " THEN value END) OVER"
                             " (PARTITION BY company_id, period, months, unit)";
    return "CASE WHEN unit LIKE '___' THEN round(100.0 * value / nullif(" + base +
           ", 0), 2) END AS value,\n  'percent' AS unit";
}

}  // namespace

std::string statement_sql(const Question& question) {
    const std::string known =
        question.as_of.empty() ? "" : " AND f.released_on <= " + sql_literal(question.as_of);
    return "WITH cells AS (\n"
           "  SELECT c.id AS company_id, c.name AS company, c.ticker, s.kind AS statement,"
           " s.ordinal,\n"
           "    coalesce(p.fiscal_label, CAST(p.end_on AS TEXT)) AS period, p.fiscal_label, "
           "p.calendar_label,"
           " p.end_on AS period_end,\n"
           "    p.months, l.section, l.label, l.metric, v.value, v.unit, v.raw_text, v.proof,"
           " l.row_no, l.depth,\n"
           "    f.id AS filing_id, f.released_on, f.path AS file, v.line_no, v.column_no" +
           std::string(cells_from) + "\n  WHERE s.kind = " + sql_literal(question.statement) +
           " AND s.basis = 'gaap' AND h.role = 'period' AND h.vintage <> 'previous'" +
           lengths_sql(question) + companies_sql(question) + known +
           "\n),\n"
           "choices AS (\n"
           "  SELECT *, dense_rank() OVER (PARTITION BY company_id ORDER BY newest_end DESC,"
           " months) AS from_last\n"
           "  FROM (SELECT company_id, period, months, filing_id,\n"
           "      max(max(period_end)) OVER (PARTITION BY company_id, period) AS newest_end,\n"
           "      row_number() OVER (PARTITION BY company_id, period, months\n"
           "        ORDER BY count(value) >= 5 DESC, released_on " +
           (question.first_reported ? "ASC" : "DESC") +
           ", filing_id DESC) AS choice\n"
           "    FROM cells GROUP BY company_id, period, months, filing_id, released_on)\n"
           "  WHERE choice = 1\n"
           ")\n"
           "SELECT company, ticker, statement, period AS fiscal_label, period_end, months, section,"
           " label, metric,\n  " +
           value_sql(question) +
           ", raw_text, proof, row_no, depth, file, line_no\n"
           "FROM cells JOIN choices USING (company_id, period, months, filing_id)\n"
           "WHERE 1" +
           periods_sql(question) +
           "\nORDER BY company, ticker, newest_end DESC, period DESC, months, ordinal, row_no,"
           " column_no";
}

}  // namespace fintool
