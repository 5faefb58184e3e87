-- Revenue down to net income by fiscal quarter
-- One row per company, quarter and currency; what no release states or implies is empty.
SELECT company, ticker, fiscal_label, max(period_end) AS period_end,
  max(CASE WHEN metric = 'revenue' THEN value END) AS revenue,
  max(CASE WHEN metric = 'gross_profit' THEN value END) AS gross_profit,
  max(CASE WHEN metric = 'operating_expenses' THEN value END) AS operating_expenses,
  max(CASE WHEN metric = 'operating_income' THEN value END) AS operating_income,
  max(CASE WHEN metric = 'pretax_income' THEN value END) AS pretax_income,
  max(CASE WHEN metric = 'net_income' THEN value END) AS net_income, unit
FROM quarterly_metrics
WHERE metric IN ('revenue', 'gross_profit', 'operating_expenses', 'operating_income',
    'pretax_income', 'net_income')
GROUP BY company_id, company, ticker, fiscal_label, unit
ORDER BY company, ticker, max(period_end), unit;
