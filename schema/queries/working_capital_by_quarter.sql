-- Current assets against current liabilities by fiscal quarter
-- With receivables, inventory, working capital and the current ratio.
SELECT company, ticker, fiscal_label, max(period_end) AS period_end,
  max(CASE WHEN metric = 'receivables' THEN value END) AS receivables,
  max(CASE WHEN metric = 'inventory' THEN value END) AS inventory,
  max(CASE WHEN metric = 'current_assets' THEN value END) AS current_assets,
  max(CASE WHEN metric = 'current_liabilities' THEN value END) AS current_liabilities,
  max(CASE WHEN metric = 'working_capital' THEN value END) AS working_capital,
  max(CASE WHEN metric = 'current_ratio' THEN value END) AS current_ratio
FROM quarterly_metrics
WHERE metric IN ('receivables', 'inventory', 'current_assets', 'current_liabilities',
    'working_capital', 'current_ratio')
GROUP BY company, ticker, fiscal_label
ORDER BY company, ticker, max(period_end);
