-- Current assets against current liabilities by fiscal quarter
-- With receivables, inventory, working capital and the current ratio.
SELECT company, ticker, fiscal_label, period_end, receivables, inventory, current_assets,
  current_liabilities, working_capital,
  CASE WHEN current_liabilities > 0
    THEN round(1.0 * current_assets / current_liabilities, 4) END AS current_ratio, unit
FROM (
  SELECT company, ticker, fiscal_label, max(period_end) AS period_end,
    max(CASE WHEN metric = 'receivables' THEN value END) AS receivables,
    max(CASE WHEN metric = 'inventory' THEN value END) AS inventory,
    max(CASE WHEN metric = 'current_assets' THEN value END) AS current_assets,
    max(CASE WHEN metric = 'current_liabilities' THEN value END) AS current_liabilities,
    max(CASE WHEN metric = 'working_capital' THEN value END) AS working_capital, unit
  FROM quarterly_metrics
  WHERE metric IN ('receivables', 'inventory', 'current_assets', 'current_liabilities',
    'working_capital')
  GROUP BY company_id, company, ticker, fiscal_label, unit
)
ORDER BY company, ticker, period_end, unit;
