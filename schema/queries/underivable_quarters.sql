-- Quarters that are neither printed nor implied, and why
-- Every quarter inside of a half year, nine months or a year that a release prints, for which there
-- is no value, with the reason.
SELECT c.name AS company, c.ticker, metric, 'Q' || quarter || ' FY' || fiscal_year AS fiscal_label,
  CASE
    WHEN unit LIKE '%/share' THEN 'per-share amounts are not derived'
    WHEN unit = 'shares' THEN 'average share counts are not derived'
    WHEN additive = 0 THEN 'not additive: quarters do not sum to ' || whole
    WHEN open_quarters > 1 AND part = 0 THEN whole || ' is printed, but too few of its quarters'
    WHEN restated > 0 THEN whole || ' or its parts were restated, and not together'
    ELSE 'the difference to ' || whole || ' is implausible'
  END AS reason, whole, unit, company_id, fiscal_year, quarter AS fiscal_quarter
FROM (
  SELECT p.company_id, p.metric, p.unit, p.fiscal_year, p.quarter, p.months, p.additive,
    substr(p.ranked_label, 2) AS whole,
    (SELECT 4 - count(DISTINCT q.fiscal_quarter) - (4 - p.months / 3)
      FROM metrics x JOIN periods q ON q.id = x.period_id
      WHERE x.company_id = p.company_id AND x.name = p.metric AND x.unit = p.unit
        AND x.of_quarter = 1
        AND q.fiscal_year = p.fiscal_year AND q.fiscal_quarter <= p.months / 3) AS open_quarters,
    (SELECT count(*) FROM metrics x JOIN periods q ON q.id = x.period_id
      WHERE x.company_id = p.company_id AND x.name = p.metric AND x.unit = p.unit
        AND x.basis = 'gaap' AND x.origin = 'reported' AND q.fiscal_year = p.fiscal_year
        AND q.months = p.months - 3 AND q.months > 3 AND p.quarter = p.months / 3) AS part,
    (SELECT count(*) FROM metrics x JOIN metrics y ON y.company_id = x.company_id
        AND y.name = x.name AND y.unit = x.unit AND y.basis = x.basis AND y.origin = x.origin
      JOIN periods q ON q.id = x.period_id
      JOIN periods z ON z.id = y.period_id AND z.fiscal_label = q.fiscal_label
      WHERE x.company_id = p.company_id AND x.name = p.metric AND x.unit = p.unit
        AND x.basis = 'gaap' AND x.origin = 'reported' AND x.value <> y.value
        AND q.fiscal_year = p.fiscal_year) AS restated
  FROM (SELECT m.company_id, m.name AS metric, m.unit, p.fiscal_year, n.quarter, n.additive,
    min(p.months) AS months,  -- the shortest stretch that holds the quarter, by its label
    min(CASE substr(p.fiscal_label, 1, 2) WHEN 'H1' THEN '1' WHEN '9M' THEN '2' ELSE '3' END
      || p.fiscal_label) AS ranked_label
  FROM metrics m
  JOIN periods p ON p.id = m.period_id
  JOIN (SELECT 1 AS quarter, name, additive FROM metric_names
    UNION ALL SELECT 2, name, additive FROM metric_names
    UNION ALL SELECT 3, name, additive FROM metric_names
    UNION ALL SELECT 4, name, additive FROM metric_names) n
    ON n.name = m.name AND n.quarter * 3 <= p.months
  WHERE m.basis = 'gaap' AND m.origin = 'reported' AND m.vintage <> 'previous'
    AND p.fiscal_year IS NOT NULL
    AND (p.fiscal_label LIKE 'H1 %' OR p.fiscal_label LIKE '9M %' OR p.fiscal_label LIKE 'FY%')
    AND NOT EXISTS (SELECT 1 FROM metrics x JOIN periods q ON q.id = x.period_id
      WHERE x.company_id = m.company_id AND x.name = m.name AND x.unit = m.unit AND x.of_quarter = 1
        AND q.fiscal_year = p.fiscal_year AND q.fiscal_quarter = n.quarter)
  GROUP BY m.company_id, m.name, m.unit, p.fiscal_year, n.quarter, n.additive) AS p
)
JOIN companies c ON c.id = company_id
ORDER BY company, c.ticker, metric, unit, fiscal_year, quarter;
