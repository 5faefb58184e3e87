-- Figures that a later release prints otherwise
-- Every metric and period with more than one reported value: the first and the newest, and by how
-- much they differ.
SELECT company, ticker, metric, fiscal_label, period_end, first_value, first_file,
  value AS new_value, file AS new_file,
  round(100.0 * (value - first_value) / nullif(abs(first_value), 0), 2) AS change_pct, unit
FROM (
  SELECT company, ticker, metric, fiscal_label, period_end, months, value, unit, file,
    first_value(value) OVER oldest AS first_value, first_value(file) OVER oldest AS first_file,
    row_number() OVER newest AS from_last
  FROM metric_facts
  WHERE origin = 'reported' AND basis = 'gaap' AND value IS NOT NULL
  WINDOW oldest AS (PARTITION BY company_id, metric, period_end, months, unit
      ORDER BY released_on, filing_id),
    newest AS (PARTITION BY company_id, metric, period_end, months, unit
      ORDER BY released_on DESC, filing_id DESC)
)
WHERE from_last = 1 AND value <> first_value
ORDER BY company, ticker, period_end, months, metric;
