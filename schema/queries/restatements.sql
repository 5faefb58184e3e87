-- Figures that a later release prints otherwise
-- Every metric and fiscal period with more than one reported value: the first and the newest, by
-- how much they differ, and whether the company's shares were split in between. The same figure in
-- thousands and in millions is no restatement.
WITH ends AS (
  SELECT company, ticker, metric, fiscal_label, period_end, months, value, unit, file, company_id,
    period, metric_id AS new_id,
    first_value(value) OVER oldest AS first_value, first_value(file) OVER oldest AS first_file,
    first_value(metric_id) OVER oldest AS first_id, row_number() OVER newest AS from_last
  FROM (SELECT *, coalesce(fiscal_label, CAST(period_end AS TEXT)) AS period FROM metric_facts
    WHERE origin = 'reported' AND basis = 'gaap' AND value IS NOT NULL)
  WINDOW oldest AS (PARTITION BY company_id, metric, period, months, unit
      ORDER BY released_on, filing_id),
    newest AS (PARTITION BY company_id, metric, period, months, unit
      ORDER BY released_on DESC, filing_id DESC)
), precise AS (
  SELECT ends.*, 1.0 * value / nullif(first_value, 0) AS ratio,
    (SELECT min(v.decimals) FROM metrics m JOIN line_item_values v
      ON v.line_item_id = m.line_item_id AND v.period_id = m.period_id WHERE m.id = first_id)
      AS first_decimals,
    (SELECT min(v.decimals) FROM metrics m JOIN line_item_values v
      ON v.line_item_id = m.line_item_id AND v.period_id = m.period_id WHERE m.id = new_id)
      AS new_decimals
  FROM ends
  WHERE from_last = 1 AND value <> first_value
), changed AS (
  SELECT * FROM precise
  WHERE first_decimals IS NULL OR new_decimals IS NULL OR first_decimals = new_decimals
    OR abs(value - first_value) > 0.5 * CAST('1e' || CASE
      WHEN first_decimals < new_decimals THEN -first_decimals ELSE -new_decimals END AS NUMERIC)
), splits AS (
  -- "10-for-1", "3-for-2", "1-for-8": share counts that changed by a plain ratio.
  SELECT company_id, period, months, file,
    min(CASE
      WHEN ratio BETWEEN 1.9 AND 50 AND abs(ratio - round(ratio)) < 0.02
        THEN CAST(round(ratio) AS INTEGER) || '-for-1'
      WHEN 1 / ratio BETWEEN 1.9 AND 50 AND abs(1 / ratio - round(1 / ratio)) < 0.02
        THEN '1-for-' || CAST(round(1 / ratio) AS INTEGER)
      WHEN abs(ratio - 1.5) < 0.01 THEN '3-for-2'
      WHEN abs(ratio - 1.25) < 0.005 THEN '5-for-4'
    END) AS split
  FROM changed
  WHERE unit = 'shares' AND ratio > 0
  GROUP BY 1, 2, 3, 4
)
SELECT company, ticker, metric, fiscal_label, period_end, first_value, first_file,
  value AS new_value, changed.file AS new_file,
  round(100.0 * (value - first_value) / nullif(abs(first_value), 0), 2) AS change_pct, unit,
  CASE WHEN split IS NOT NULL AND (unit = 'shares' OR unit LIKE '%/share') THEN 'split ' || split
    ELSE 'restated' END AS kind
FROM changed
LEFT JOIN splits ON splits.company_id = changed.company_id AND splits.months = changed.months
  AND splits.file = changed.file AND splits.period = changed.period
ORDER BY company, ticker, period_end, changed.months, metric;
