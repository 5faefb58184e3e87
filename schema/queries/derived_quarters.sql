-- Quarters that no release prints, and what they are derived from
-- With the formula that names its inputs.
SELECT company, ticker, metric, fiscal_label, period_end, value, unit, formula, file
FROM quarterly_metrics
WHERE origin = 'derived'
ORDER BY company, ticker, metric, period_end;
