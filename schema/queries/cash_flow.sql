-- Cash flows by fiscal quarter
-- Operating, investing and financing cash flow, capital expenditures, free cash flow.
SELECT company, ticker, fiscal_label, max(period_end) AS period_end,
  max(CASE WHEN metric = 'operating_cash_flow' THEN value END) AS operating_cash_flow,
  max(CASE WHEN metric = 'investing_cash_flow' THEN value END) AS investing_cash_flow,
  max(CASE WHEN metric = 'financing_cash_flow' THEN value END) AS financing_cash_flow,
  max(CASE WHEN metric = 'capital_expenditures' THEN value END) AS capital_expenditures,
  max(CASE WHEN metric = 'free_cash_flow' THEN value END) AS free_cash_flow,
  max(CASE WHEN metric = 'cash' THEN value END) AS cash, unit
FROM quarterly_metrics
WHERE metric IN ('operating_cash_flow', 'investing_cash_flow', 'financing_cash_flow',
    'capital_expenditures', 'free_cash_flow', 'cash')
GROUP BY company_id, company, ticker, fiscal_label, unit
ORDER BY company, ticker, max(period_end), unit;
