-- Every release, with what came of it
-- Company, date, quarter, status, statements and diagnostics.
SELECT filings.path AS file, companies.name AS company, companies.ticker, filings.released_on,
  filings.fiscal_year, filings.fiscal_quarter, filings.status, filings.reason,
  (SELECT count(*) FROM statements WHERE statements.filing_id = filings.id) AS statements,
  (SELECT count(*) FROM diagnostics WHERE diagnostics.filing_id = filings.id) AS diagnostics
FROM filings
LEFT JOIN companies ON companies.id = filings.company_id
ORDER BY companies.name, filings.released_on, filings.path;
