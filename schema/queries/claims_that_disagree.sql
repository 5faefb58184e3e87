-- Sentences whose figure the statements do not bear out
-- The sentence, the figure that was read from it, and what it was held against.
SELECT filings.path AS file, claims.metric, claims.value, claims.unit, claims.detail,
  claims.sentence
FROM claims
JOIN filings ON filings.id = claims.filing_id
WHERE claims.status = 'disagrees'
ORDER BY filings.path, claims.id;
