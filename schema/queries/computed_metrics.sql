-- Margins, growth and ratios, and why one is missing
-- Every formula of metric_formulas for every fiscal quarter and year that has one of its two
-- values: the result, or NULL with the reason.
WITH sides AS (  -- a formula is found by its left value, else by its right one
  SELECT metric AS result, rule, unit AS result_unit, left_metric, right_metric,
    left_metric AS side, right_metric AS other, 1 AS is_left,
    CASE rule WHEN 'growth' THEN 1 ELSE 0 END AS years_before
  FROM metric_formulas
  UNION ALL
  SELECT metric, rule, unit, left_metric, right_metric, right_metric, left_metric, 0, 0
  FROM metric_formulas
  WHERE rule <> 'growth'
), spans AS (SELECT 0 AS yearly UNION ALL SELECT 1), pairs AS (
  SELECT m.company_id, result, rule, result_unit, unit, left_metric, right_metric, is_left,
    fiscal_year, CASE yearly WHEN 1 THEN 'FY' || fiscal_year ELSE fiscal_label END AS fiscal_label,
    end_on AS period_end, m.value,
    (SELECT o.value FROM metrics o JOIN periods q ON q.id = o.period_id
      WHERE o.company_id = m.company_id AND o.name = other AND o.unit = m.unit
        AND o.basis = m.basis AND q.fiscal_year = p.fiscal_year - years_before
        AND (yearly = 1 AND o.of_year = 1
          OR yearly = 0 AND o.of_quarter = 1 AND q.fiscal_quarter = p.fiscal_quarter))
      AS other_value
  FROM metrics m
  JOIN periods p ON p.id = m.period_id
  JOIN sides ON side = m.name
  JOIN spans ON CASE yearly WHEN 1 THEN m.of_year ELSE m.of_quarter END = 1
  WHERE unit LIKE '___' AND unit = upper(unit)
), results AS (
  SELECT pairs.*, CASE is_left WHEN 1 THEN value END AS left_value,
    CASE is_left WHEN 1 THEN other_value ELSE value END AS right_value
  FROM pairs
  WHERE is_left = 1 OR other_value IS NULL
)
SELECT c.name AS company, c.ticker, result AS metric, fiscal_label, period_end,
  CASE
    WHEN rule = 'difference' THEN left_value - right_value
    WHEN right_value <= 0 THEN NULL
    WHEN rule = 'ratio' THEN round(1.0 * left_value / right_value, 4)
    WHEN rule = 'percent' THEN round(100.0 * left_value / right_value, 4)
    ELSE round(100.0 * (left_value - right_value) / right_value, 4)
  END AS value, CASE result_unit WHEN '' THEN unit ELSE result_unit END AS unit,
  CASE
    WHEN left_value IS NULL THEN left_metric || ' is missing'
    WHEN right_value IS NULL AND rule = 'growth'
      THEN right_metric || ' of FY' || (fiscal_year - 1) || ' is missing'
    WHEN right_value IS NULL THEN right_metric || ' is missing'
    WHEN rule <> 'difference' AND right_value <= 0 THEN right_metric || ' is not positive'
  END AS reason,
  left_metric, left_value, right_metric, right_value, company_id
FROM results
JOIN companies c ON c.id = company_id
ORDER BY company, c.ticker, metric, period_end, fiscal_label DESC;
