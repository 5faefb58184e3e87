-- Printed numbers that the arithmetic of their statement contradicts
-- Where a number may be misread, or misprinted.
SELECT file, statement, section, label, period_end, raw_text, value, unit, line_no
FROM reported_facts
WHERE proof = 'contradicted'
ORDER BY file, statement_id, row_no, column_no;
