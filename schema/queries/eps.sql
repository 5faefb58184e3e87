-- Earnings per share and share counts by fiscal quarter
-- One row per company, quarter and currency. Per-share amounts are never derived: a quarter that no
-- release prints is empty.
SELECT company, ticker, fiscal_label, max(period_end) AS period_end,
  max(CASE WHEN metric = 'eps_basic' THEN value END) AS eps_basic,
  max(CASE WHEN metric = 'eps_diluted' THEN value END) AS eps_diluted,
  max(CASE WHEN metric = 'shares_basic' THEN value END) AS shares_basic,
  max(CASE WHEN metric = 'shares_diluted' THEN value END) AS shares_diluted,
  max(CASE WHEN metric = 'dividends_per_share' THEN value END) AS dividends_per_share,
  per_share AS unit
FROM quarterly_metrics q
LEFT JOIN (  -- share counts stand beside the amounts of each currency
  SELECT DISTINCT company_id AS issuer, fiscal_label AS quarter, unit AS per_share
  FROM quarterly_metrics
  WHERE metric IN ('eps_basic', 'eps_diluted', 'dividends_per_share')
) AS units ON issuer = company_id AND quarter = fiscal_label
WHERE metric IN ('eps_basic', 'eps_diluted', 'shares_basic', 'shares_diluted',
    'dividends_per_share') AND (unit = per_share OR unit = 'shares')
GROUP BY company_id, company, ticker, fiscal_label, per_share
ORDER BY company, ticker, max(period_end), per_share;
