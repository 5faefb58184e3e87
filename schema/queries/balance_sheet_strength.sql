-- Cash, debt and equity by fiscal quarter
-- Equity in percent of total assets as well.
SELECT company, ticker, fiscal_label, period_end, cash, long_term_debt, total_assets, total_equity,
  CASE WHEN total_assets > 0 THEN round(100.0 * total_equity / total_assets, 1) END AS equity_pct,
  unit
FROM (
  SELECT company, ticker, fiscal_label, max(period_end) AS period_end,
    max(CASE WHEN metric = 'cash' THEN value END) AS cash,
    max(CASE WHEN metric = 'long_term_debt' THEN value END) AS long_term_debt,
    max(CASE WHEN metric = 'total_assets' THEN value END) AS total_assets,
    max(CASE WHEN metric = 'total_equity' THEN value END) AS total_equity, unit
  FROM quarterly_metrics
  WHERE metric IN ('cash', 'long_term_debt', 'total_assets', 'total_equity')
  GROUP BY company_id, company, ticker, fiscal_label, unit
)
ORDER BY company, ticker, period_end, unit;
