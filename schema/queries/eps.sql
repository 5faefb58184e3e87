-- Earnings per share and share counts by fiscal quarter
-- Per-share amounts are never derived: a quarter that no release prints is empty.
SELECT company, ticker, fiscal_label, max(period_end) AS period_end,
  max(CASE WHEN metric = 'eps_basic' THEN value END) AS eps_basic,
  max(CASE WHEN metric = 'eps_diluted' THEN value END) AS eps_diluted,
  max(CASE WHEN metric = 'shares_basic' THEN value END) AS shares_basic,
  max(CASE WHEN metric = 'shares_diluted' THEN value END) AS shares_diluted,
  max(CASE WHEN metric = 'dividends_per_share' THEN value END) AS dividends_per_share
FROM quarterly_metrics
WHERE metric IN ('eps_basic', 'eps_diluted', 'shares_basic', 'shares_diluted',
    'dividends_per_share')
GROUP BY company, ticker, fiscal_label
ORDER BY company, ticker, max(period_end);
