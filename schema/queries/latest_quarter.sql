-- The latest quarter of every company
-- Revenue, net income, diluted EPS and cash of the last quarter that has a revenue.
SELECT r.company, r.ticker, r.fiscal_label, r.period_end, r.value AS revenue,
  (SELECT max(q.value) FROM quarterly_metrics AS q
    WHERE q.company_id = r.company_id
    AND q.metric = 'net_income' AND q.fiscal_label = r.fiscal_label
    AND q.unit = r.unit) AS net_income,
  (SELECT max(q.value) FROM quarterly_metrics AS q
    WHERE q.company_id = r.company_id
    AND q.metric = 'eps_diluted' AND q.fiscal_label = r.fiscal_label
    AND q.unit = r.unit || '/share') AS eps_diluted,
  (SELECT max(q.value) FROM quarterly_metrics AS q
    WHERE q.company_id = r.company_id
    AND q.metric = 'cash' AND q.fiscal_label = r.fiscal_label AND q.unit = r.unit) AS cash,
  r.unit
FROM quarterly_metrics AS r
WHERE r.metric = 'revenue' AND r.period_end = (SELECT max(l.period_end) FROM quarterly_metrics AS l
  WHERE l.company_id = r.company_id AND l.metric = 'revenue')
ORDER BY r.company, r.ticker;
