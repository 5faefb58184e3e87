-- How many quarters the cash lasts at the loss of the quarter
-- Cash at the end of a quarter over that quarter's net loss; quarters with a profit are left out.
SELECT c.company, c.ticker, c.fiscal_label, c.period_end, c.value AS cash, n.value AS net_income,
  round(1.0 * c.value / -n.value, 1) AS quarters_of_cash, c.unit
FROM quarterly_metrics AS c
JOIN quarterly_metrics AS n ON n.company_id = c.company_id AND n.fiscal_label = c.fiscal_label
  AND n.unit = c.unit AND n.metric = 'net_income' AND n.value < 0
WHERE c.metric = 'cash'
ORDER BY c.company, c.ticker, c.period_end, c.unit;
