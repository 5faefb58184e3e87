-- Gross, operating and net margin by fiscal quarter
-- In percent of revenue; empty where revenue is missing or not positive.
SELECT company, ticker, fiscal_label, max(period_end) AS period_end,
  max(CASE WHEN metric = 'gross_margin' THEN value END) AS gross_margin,
  max(CASE WHEN metric = 'operating_margin' THEN value END) AS operating_margin,
  max(CASE WHEN metric = 'net_margin' THEN value END) AS net_margin
FROM quarterly_metrics
WHERE metric IN ('gross_margin', 'operating_margin', 'net_margin')
GROUP BY company_id, company, ticker, fiscal_label
ORDER BY company, ticker, max(period_end);
