-- Printed labels that no metric claims, the most frequent first
-- Of the primary statements; from here the vocabulary grows by evidence.
SELECT min(line_items.label) AS label, statements.kind AS statement, count(*) AS rows,
  count(DISTINCT statements.filing_id) AS releases
FROM line_items
JOIN statements ON statements.id = line_items.statement_id
WHERE line_items.metric IS NULL AND statements.basis = 'gaap' AND statements.kind <> 'other'
GROUP BY lower(line_items.label), statements.kind
ORDER BY releases DESC, label, statements.kind;
