-- Research, selling and cost of revenue in percent of revenue
-- By fiscal quarter, from the same quarter's revenue.
SELECT company, ticker, fiscal_label, period_end,
  round(100.0 * cost / revenue, 1) AS cost_of_revenue_pct,
  round(100.0 * research / revenue, 1) AS research_pct,
  round(100.0 * selling / revenue, 1) AS selling_general_pct, currency
FROM (
  SELECT company, ticker, fiscal_label, max(period_end) AS period_end,
    max(CASE WHEN metric = 'revenue' THEN value END) AS revenue,
    max(CASE WHEN metric = 'cost_of_revenue' THEN value END) AS cost,
    max(CASE WHEN metric = 'research_and_development' THEN value END) AS research,
    max(CASE WHEN metric = 'selling_general_administrative' THEN value END) AS selling,
    unit AS currency
  FROM quarterly_metrics
  WHERE metric IN ('revenue', 'cost_of_revenue', 'research_and_development',
    'selling_general_administrative')
  GROUP BY company_id, company, ticker, fiscal_label, unit
)
WHERE revenue > 0
ORDER BY company, ticker, period_end, currency;
