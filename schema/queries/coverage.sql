-- What there is of every company
-- First and last quarter with a revenue, how many are reported and derived, how many are missing
-- between.
SELECT company, ticker, min(period_end) AS first_quarter, max(period_end) AS last_quarter,
  count(*) AS quarters, count(CASE origin WHEN 'reported' THEN 1 END) AS reported,
  count(CASE origin WHEN 'derived' THEN 1 END) AS derived,
  CAST(round((julianday(max(period_end)) - julianday(min(period_end))) / 91.31) AS INTEGER) + 1
    - count(*) AS missing
FROM quarterly_metrics
WHERE metric = 'revenue'
GROUP BY company_id, company, ticker, unit
ORDER BY company, ticker;
