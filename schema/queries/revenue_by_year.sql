-- Revenue by fiscal year of every company
-- Years as the releases print them, or as their quarters add up.
SELECT company, ticker, fiscal_label, period_end, value, unit, origin, formula
FROM annual_metrics
WHERE metric = 'revenue'
ORDER BY company, ticker, unit, period_end;
