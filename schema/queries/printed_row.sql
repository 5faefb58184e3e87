-- Any printed row through time, by its label
-- Mapped to a metric or not: what stands beside the label, in every release.
-- :label = '%warranty%'  a LIKE pattern: % stands for anything
-- :company = ''  a ticker, or how a name begins; empty for all
SELECT company, ticker, label, period_end, months, value, unit, raw_text, file, line_no
FROM reported_facts
WHERE label LIKE :label
  AND (:company = '' OR lower(ticker) = lower(:company)
    OR company LIKE :company || '%')
ORDER BY company, ticker, label, months, period_end, file, line_no;
