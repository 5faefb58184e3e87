-- Identities that a statement does not hold
-- Subtotals, balance, cash roll-forward, EPS: expected and printed value, and what was summed.
SELECT filings.path AS file, statements.kind AS statement, checks.rule, checks.expected,
  checks.actual, checks.tolerance, checks.detail
FROM checks
JOIN filings ON filings.id = checks.filing_id
LEFT JOIN statements ON statements.id = checks.statement_id
WHERE checks.status = 'fail'
ORDER BY filings.path, checks.id;
