-- Every value of one metric, from every release and of every vintage
-- Which release said what of which period.
-- :metric = 'revenue'  name of the metric
-- :company = ''  a ticker, or how a name begins; empty for all
SELECT company, ticker, metric, fiscal_label, period_end, months, value, unit, basis, origin,
  vintage, released_on, file, formula
FROM metric_facts
WHERE metric = :metric
  AND (:company = '' OR lower(ticker) = lower(:company)
    OR company LIKE :company || '%')
ORDER BY company, ticker, period_end, months, released_on, file;
