-- Companies ranked by the growth of their latest quarter
-- Revenue of the latest quarter against that of the year before, the fastest first.
SELECT b.company, b.ticker, b.fiscal_label, b.period_end, a.value AS year_before, b.value,
  b.unit, round(100.0 * (b.value - a.value) / a.value, 1) AS growth_pct
FROM quarterly_metrics AS b
JOIN quarterly_metrics AS a ON a.company_id = b.company_id AND a.metric = b.metric
  AND a.unit = b.unit AND a.value > 0
  AND julianday(b.period_end) - julianday(a.period_end) BETWEEN 350 AND 385
WHERE b.metric = 'revenue'
  AND b.period_end = (SELECT max(l.period_end) FROM quarterly_metrics AS l
    WHERE l.company_id = b.company_id AND l.metric = 'revenue')
ORDER BY growth_pct DESC, b.company;
