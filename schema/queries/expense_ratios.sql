-- Research, selling and cost of revenue in percent of revenue
-- By fiscal quarter, from the same quarter's revenue.
SELECT company, ticker, fiscal_label, period_end,
  CASE WHEN revenue > 0 THEN round(100.0 * cost / revenue, 1) END AS cost_of_revenue_pct,
  CASE WHEN revenue > 0 THEN round(100.0 * research / revenue, 1) END AS research_pct,
  CASE WHEN revenue > 0 THEN round(100.0 * selling / revenue, 1) END AS selling_general_pct
FROM (
  SELECT company, ticker, fiscal_label, max(period_end) AS period_end,
    max(CASE WHEN metric = 'revenue' THEN value END) AS revenue,
    max(CASE WHEN metric = 'cost_of_revenue' THEN value END) AS cost,
    max(CASE WHEN metric = 'research_and_development' THEN value END) AS research,
    max(CASE WHEN metric = 'selling_general_administrative' THEN value END) AS selling
  FROM quarterly_metrics
  WHERE metric IN ('revenue', 'cost_of_revenue', 'research_and_development',
    'selling_general_administrative')
  GROUP BY company, ticker, fiscal_label
)
WHERE revenue > 0
ORDER BY company, ticker, period_end;
