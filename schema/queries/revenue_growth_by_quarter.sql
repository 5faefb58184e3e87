-- Revenue against the same quarter of the year before
-- Quarters whose year before is not there are left out.
SELECT b.company, b.ticker, b.fiscal_label, b.period_end, a.value AS year_before, b.value,
  b.unit, round(100.0 * (b.value - a.value) / a.value, 1) AS growth_pct
FROM quarterly_metrics AS b
JOIN quarterly_metrics AS a ON a.company_id = b.company_id AND a.metric = b.metric
  AND a.unit = b.unit AND a.value > 0
  AND julianday(b.period_end) - julianday(a.period_end) BETWEEN 350 AND 385
WHERE b.metric = 'revenue'
ORDER BY b.company, b.ticker, b.period_end;
