-- Net interest income down to net income of banks
-- By fiscal quarter, with loans and deposits.
SELECT company, ticker, fiscal_label, max(period_end) AS period_end,
  max(CASE WHEN metric = 'net_interest_income' THEN value END) AS net_interest_income,
  max(CASE WHEN metric = 'provision_for_credit_losses' THEN value END) AS provision,
  max(CASE WHEN metric = 'noninterest_income' THEN value END) AS noninterest_income,
  max(CASE WHEN metric = 'noninterest_expense' THEN value END) AS noninterest_expense,
  max(CASE WHEN metric = 'net_income' THEN value END) AS net_income,
  max(CASE WHEN metric = 'loans' THEN value END) AS loans,
  max(CASE WHEN metric = 'deposits' THEN value END) AS deposits, unit
FROM quarterly_metrics
WHERE metric IN ('net_interest_income', 'provision_for_credit_losses', 'noninterest_income',
    'noninterest_expense', 'net_income', 'loans', 'deposits')
GROUP BY company_id, company, ticker, fiscal_label, unit
HAVING count(*) > count(CASE metric WHEN 'net_income' THEN 1 END)
ORDER BY company, ticker, max(period_end), unit;
