-- Quarters that are neither printed nor implied, and why
-- Every quarter inside of a half year, nine months or a year that a release prints, for which there
-- is no value, with the reason.
SELECT c.name AS company, c.ticker, metric, 'Q' || quarter || ' FY' || fiscal_year AS fiscal_label,
  CASE
    WHEN unit LIKE '%/share' THEN 'per-share amounts are not derived'
    WHEN unit = 'shares' THEN 'average share counts are not derived'
    WHEN additive = 0 THEN 'not additive: quarters do not sum to ' || whole
    WHEN quarters - found > 1 AND part IS NULL
      THEN whole || ' is printed, but too few of its quarters'
    WHEN restated > 0 THEN whole || ' or its parts were restated, and not together'
    ELSE 'the difference to ' || whole || ' is implausible'
  END AS reason, whole, unit, company_id, fiscal_year, quarter AS fiscal_quarter
FROM (
  SELECT p.*, substr(ranked_label, 2) AS whole,
    (SELECT count(DISTINCT q.fiscal_quarter) FROM quarterly_metrics q
      WHERE q.company_id = p.company_id AND q.metric = p.metric AND q.unit = p.unit
        AND q.fiscal_year = p.fiscal_year AND q.fiscal_quarter <= quarters) AS found,
    (SELECT min(1) FROM metrics x JOIN periods q ON q.id = x.period_id
      WHERE x.company_id = p.company_id AND x.name = metric AND x.unit = p.unit
        AND x.basis = 'gaap' AND x.origin = 'reported' AND q.fiscal_year = p.fiscal_year
        AND q.months = p.months - 3 AND q.months > 3 AND quarter = quarters) AS part,
    (SELECT count(*) FROM metrics x JOIN periods q ON q.id = x.period_id
      WHERE x.company_id = p.company_id AND x.name = metric AND x.unit = p.unit
        AND x.basis = 'gaap' AND x.origin = 'reported' AND q.fiscal_year = p.fiscal_year
      GROUP BY q.fiscal_label HAVING min(x.value) < max(x.value) LIMIT 1) AS restated
  FROM (
    SELECT m.company_id, m.name AS metric, m.unit, p.fiscal_year, quarter, additive,
      min(p.months) AS months, min(p.months) / 3 AS quarters,
      -- the shortest stretch that holds the quarter, by its label
      min(CASE substr(p.fiscal_label, 1, 2) WHEN 'H1' THEN '1' WHEN '9M' THEN '2' ELSE '3' END
        || p.fiscal_label) AS ranked_label
    FROM metrics m
    JOIN periods p ON p.id = m.period_id
    JOIN metric_names n ON n.name = m.name
    JOIN (SELECT 1 AS quarter UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4)
      ON quarter * 3 <= p.months
    WHERE m.basis = 'gaap' AND m.origin = 'reported' AND m.vintage <> 'previous'
      AND p.fiscal_year IS NOT NULL
      AND (p.fiscal_label LIKE 'H1 %' OR p.fiscal_label LIKE '9M %' OR p.fiscal_label LIKE 'FY%')
      AND NOT EXISTS (SELECT 1 FROM quarterly_metrics q
        WHERE q.company_id = m.company_id AND q.metric = m.name AND q.unit = m.unit
          AND q.fiscal_year = p.fiscal_year AND q.fiscal_quarter = quarter)
    GROUP BY m.company_id, m.name, m.unit, p.fiscal_year, quarter, additive) AS p
)
JOIN companies c ON c.id = company_id
ORDER BY company, c.ticker, metric, unit, fiscal_year, quarter;
