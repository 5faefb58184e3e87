-- Revenue by fiscal quarter of every company
-- Reported quarters, and those derived from half years, nine months and years.
SELECT company, ticker, fiscal_label, period_end, value, unit, origin, formula
FROM quarterly_metrics
WHERE metric = 'revenue'
ORDER BY company, ticker, unit, period_end;
