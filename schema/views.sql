-- The views to ask: plain joins that any SQLite program runs. Their first columns are a contract.
-- Which row stands for a quarter or a year is settled when a release is stored (of_quarter,
-- of_year): GAAP; reported before derived before computed before narrative; then the newest
-- release, the later period end, the higher id.

CREATE VIEW reported_facts AS
-- Every printed cell that has a value and a period, as reported.
SELECT
    filings.path AS file,  -- as given to ingest
    statements.kind AS statement,  -- income | balance | cashflow | other
    line_items.label AS label,  -- whole label, as printed
    periods.end_on AS period_end,  -- last day of the period
    periods.months AS months,  -- 0 for an instant
    line_item_values.value AS value,  -- whole units, sign as printed
    line_item_values.unit AS unit,  -- USD, shares, USD/share, percent
    statements.basis AS basis,  -- gaap | non-gaap
    line_items.section AS section,  -- the heading that it stands under
    line_items.row_no AS row_no,  -- row of the statement, from 0
    line_item_values.raw_text AS raw_text,  -- as printed
    line_item_values.line_no AS line_no,  -- line of the file, from 1
    line_items.metric AS metric,  -- NULL: unmapped
    companies.name AS company,  -- name
    companies.ticker AS ticker,  -- ticker
    statement_columns.vintage AS vintage,  -- original | previous | restated
    line_item_values.column_no AS column_no,  -- column of the statement, from 0
    line_item_values.proof AS proof,  -- proven | consistent | contradicted | untested
    line_item_values.byte_start AS byte_start,  -- first byte in the source
    line_item_values.byte_end AS byte_end,  -- byte after its last
    statements.id AS statement_id,  -- key of statements
    line_items.id AS line_item_id,  -- key of line_items
    filings.id AS filing_id  -- key of filings
FROM filings
JOIN statements ON statements.filing_id = filings.id
JOIN line_items ON line_items.statement_id = statements.id
JOIN line_item_values ON line_item_values.line_item_id = line_items.id
JOIN periods ON periods.id = line_item_values.period_id
JOIN statement_columns ON statement_columns.statement_id = statements.id
    AND statement_columns.column_no = line_item_values.column_no
LEFT JOIN companies ON companies.id = filings.company_id
WHERE line_item_values.value IS NOT NULL;

CREATE VIEW metric_facts AS
-- Every value of every metric, from every release; without columns headed "as previously reported".
SELECT
    filings.path AS file,  -- of a derived value: its newest input's
    companies.name AS company,  -- name
    companies.ticker AS ticker,  -- ticker
    metrics.name AS metric,  -- revenue
    periods.end_on AS period_end,  -- last day of the period
    periods.months AS months,  -- 0 for an instant
    periods.fiscal_label AS fiscal_label,  -- Q2 FY2009
    periods.calendar_label AS calendar_label,  -- CY2008Q3
    metrics.value AS value,  -- whole units, sign by meaning
    metrics.unit AS unit,  -- USD, shares, USD/share, percent
    metrics.basis AS basis,  -- gaap | non-gaap
    metrics.origin AS origin,  -- reported | derived | computed | narrative | guidance
    metrics.formula AS formula,  -- how, where it is not simply printed
    metrics.vintage AS vintage,  -- original | restated
    periods.start_on AS period_start,  -- first day of the period
    filings.released_on AS released_on,  -- date of the release
    metrics.qualifier AS qualifier,  -- exact | about | over | under
    metrics.value_low AS value_low,  -- of a range
    metrics.value_high AS value_high,  -- of a range
    metrics.company_id AS company_id,  -- key of companies
    metrics.filing_id AS filing_id,  -- key of filings
    metrics.line_item_id AS line_item_id,  -- key of line_items
    metrics.id AS metric_id,  -- key of metrics
    metrics.corroborations AS corroborations  -- other releases that print the same value
FROM metrics
JOIN companies ON companies.id = metrics.company_id
JOIN periods ON periods.id = metrics.period_id
JOIN filings ON filings.id = metrics.filing_id
WHERE metrics.vintage <> 'previous';

CREATE VIEW quarterly_metrics AS
-- One value per company, metric, unit and fiscal quarter; of balances, those at its end.
SELECT
    companies.name AS company,  -- name
    companies.ticker AS ticker,  -- ticker
    metrics.name AS metric,  -- revenue
    periods.fiscal_label AS fiscal_label,  -- Q2 FY2009
    periods.calendar_label AS calendar_label,  -- CY2008Q3; of an instant CY2008Q3I
    periods.end_on AS period_end,  -- last day of the quarter, as printed
    metrics.value AS value,  -- whole units, sign by meaning
    metrics.unit AS unit,  -- USD, shares, USD/share, percent
    metrics.origin AS origin,  -- reported | derived | computed | narrative
    metrics.formula AS formula,  -- how, where it is not simply printed
    filings.path AS file,  -- of a derived value: its newest input's
    metrics.basis AS basis,  -- gaap | non-gaap
    metrics.vintage AS vintage,  -- original | restated
    periods.fiscal_year AS fiscal_year,  -- 2009
    periods.fiscal_quarter AS fiscal_quarter,  -- 1 to 4
    metrics.company_id AS company_id,  -- key of companies
    metrics.filing_id AS filing_id,  -- key of filings
    metrics.line_item_id AS line_item_id,  -- key of line_items
    metrics.id AS metric_id,  -- key of metrics
    metrics.corroborations AS corroborations  -- other releases that print the same value
FROM metrics
JOIN companies ON companies.id = metrics.company_id
JOIN periods ON periods.id = metrics.period_id
JOIN filings ON filings.id = metrics.filing_id
WHERE metrics.of_quarter = 1;

CREATE VIEW annual_metrics AS
-- One value per company, metric, unit and fiscal year; of balances, those at its end.
SELECT
    companies.name AS company,  -- name
    companies.ticker AS ticker,  -- ticker
    metrics.name AS metric,  -- revenue
    'FY' || periods.fiscal_year AS fiscal_label,  -- FY2009
    periods.calendar_label AS calendar_label,  -- CY2008; of an instant CY2008Q4I
    periods.end_on AS period_end,  -- last day of the year, as printed
    metrics.value AS value,  -- whole units, sign by meaning
    metrics.unit AS unit,  -- USD, shares, USD/share, percent
    metrics.origin AS origin,  -- reported | derived | computed | narrative
    metrics.formula AS formula,  -- how, where it is not simply printed
    filings.path AS file,  -- of a derived value: its newest input's
    metrics.basis AS basis,  -- gaap | non-gaap
    metrics.vintage AS vintage,  -- original | restated
    periods.fiscal_year AS fiscal_year,  -- 2009
    metrics.company_id AS company_id,  -- key of companies
    metrics.filing_id AS filing_id,  -- key of filings
    metrics.line_item_id AS line_item_id,  -- key of line_items
    metrics.id AS metric_id,  -- key of metrics
    metrics.corroborations AS corroborations  -- other releases that print the same value
FROM metrics
JOIN companies ON companies.id = metrics.company_id
JOIN periods ON periods.id = metrics.period_id
JOIN filings ON filings.id = metrics.filing_id
WHERE metrics.of_year = 1;
