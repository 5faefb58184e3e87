-- Margins, growth and ratios, and why one is missing
-- Every formula of metric_formulas for every fiscal quarter and year that has one of its two
-- values: the result, or NULL with the reason.
SELECT c.name AS company, c.ticker, metric, fiscal_label, period_end,
  CASE
    WHEN rule = 'difference' THEN left_value - right_value
    WHEN right_value <= 0 THEN NULL
    WHEN rule = 'ratio' THEN round(1.0 * left_value / right_value, 4)
    WHEN rule = 'percent' THEN round(100.0 * left_value / right_value, 4)
    ELSE round(100.0 * (left_value - right_value) / right_value, 4)
  END AS value, unit,
  CASE
    WHEN left_value IS NULL THEN left_metric || ' is missing'
    WHEN right_value IS NULL AND rule = 'growth'
      THEN right_metric || ' of FY' || (fiscal_year - 1) || ' is missing'
    WHEN right_value IS NULL THEN right_metric || ' is missing'
    WHEN rule <> 'difference' AND right_value <= 0 THEN right_metric || ' is not positive'
  END AS reason,
  left_metric, left_value, right_metric, right_value, company_id
FROM (
  SELECT l.company_id, f.metric, p.fiscal_label AS fiscal_label, p.end_on AS period_end,
    f.rule, f.left_metric, f.right_metric, l.value AS left_value, r.value AS right_value,
    CASE f.unit WHEN '' THEN l.unit ELSE f.unit END AS unit, p.fiscal_year
  FROM metric_formulas f
  JOIN metrics l ON l.name = f.left_metric AND l.of_quarter = 1
    AND l.unit LIKE '___' AND l.unit = upper(l.unit)
  JOIN periods p ON p.id = l.period_id
  LEFT JOIN (SELECT m.company_id, m.name, m.unit, m.basis, m.value, q.fiscal_year, q.fiscal_quarter
    FROM metrics m JOIN periods q ON q.id = m.period_id WHERE m.of_quarter = 1) r
    ON r.company_id = l.company_id AND r.name = f.right_metric AND r.unit = l.unit
    AND r.basis = l.basis
    AND r.fiscal_year = p.fiscal_year - CASE f.rule WHEN 'growth' THEN 1 ELSE 0 END
    AND r.fiscal_quarter = p.fiscal_quarter
  UNION ALL
  SELECT r.company_id, f.metric, p.fiscal_label, p.end_on, f.rule, f.left_metric, f.right_metric,
    NULL, r.value, CASE f.unit WHEN '' THEN r.unit ELSE f.unit END, p.fiscal_year
  FROM metric_formulas f
  JOIN metrics r ON r.name = f.right_metric AND r.of_quarter = 1
    AND r.unit LIKE '___' AND r.unit = upper(r.unit)
  JOIN periods p ON p.id = r.period_id
  WHERE f.rule <> 'growth' AND NOT EXISTS (
    SELECT 1 FROM metrics m JOIN periods q ON q.id = m.period_id
    WHERE m.company_id = r.company_id AND m.name = f.left_metric AND m.unit = r.unit
      AND m.basis = r.basis
      AND m.of_quarter = 1 AND q.fiscal_year = p.fiscal_year
      AND q.fiscal_quarter = p.fiscal_quarter)
  UNION ALL
  SELECT l.company_id, f.metric, 'FY' || p.fiscal_year AS fiscal_label, p.end_on AS period_end,
    f.rule, f.left_metric, f.right_metric, l.value AS left_value, r.value AS right_value,
    CASE f.unit WHEN '' THEN l.unit ELSE f.unit END AS unit, p.fiscal_year
  FROM metric_formulas f
  JOIN metrics l ON l.name = f.left_metric AND l.of_year = 1
    AND l.unit LIKE '___' AND l.unit = upper(l.unit)
  JOIN periods p ON p.id = l.period_id
  LEFT JOIN (SELECT m.company_id, m.name, m.unit, m.basis, m.value, q.fiscal_year, q.fiscal_quarter
    FROM metrics m JOIN periods q ON q.id = m.period_id WHERE m.of_year = 1) r
    ON r.company_id = l.company_id AND r.name = f.right_metric AND r.unit = l.unit
    AND r.basis = l.basis
    AND r.fiscal_year = p.fiscal_year - CASE f.rule WHEN 'growth' THEN 1 ELSE 0 END
  UNION ALL
  SELECT r.company_id, f.metric, 'FY' || p.fiscal_year, p.end_on, f.rule, f.left_metric,
    f.right_metric,
    NULL, r.value, CASE f.unit WHEN '' THEN r.unit ELSE f.unit END, p.fiscal_year
  FROM metric_formulas f
  JOIN metrics r ON r.name = f.right_metric AND r.of_year = 1
    AND r.unit LIKE '___' AND r.unit = upper(r.unit)
  JOIN periods p ON p.id = r.period_id
  WHERE f.rule <> 'growth' AND NOT EXISTS (
    SELECT 1 FROM metrics m JOIN periods q ON q.id = m.period_id
    WHERE m.company_id = r.company_id AND m.name = f.left_metric AND m.unit = r.unit
      AND m.basis = r.basis
      AND m.of_year = 1 AND q.fiscal_year = p.fiscal_year)
)
JOIN companies c ON c.id = company_id
ORDER BY company, c.ticker, metric, period_end, fiscal_label DESC;
