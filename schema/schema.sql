-- The database's schema after all migrations, with its views: for reading.
-- Written by the tests (FINTOOL_UPDATE_GOLDEN=1); change migrations/ and views.sql.

CREATE TABLE schema_migrations (
    -- The migrations that made this database, in order.
    version INTEGER NOT NULL PRIMARY KEY,  -- number of the migration, as in PRAGMA user_version
    name TEXT NOT NULL,  -- its file's name: 0001_releases
    sha256 TEXT NOT NULL,  -- of its text, lower-case hex
    applied_at TEXT NOT NULL  -- when, UTC, ISO 8601
);

CREATE TABLE applied_texts (
    -- Views, canned queries and vocabulary as last applied; made anew when a program's differ.
    name TEXT NOT NULL PRIMARY KEY,  -- kind and name: view:views, query:margins, data:metrics
    sha256 TEXT NOT NULL  -- of the text that was applied, lower-case hex
) WITHOUT ROWID;

CREATE TABLE data_dictionary (
    -- What every table, view and column means.
    table_name TEXT NOT NULL,  -- table or view
    column_name TEXT NOT NULL,  -- column; empty for the table as a whole
    meaning TEXT NOT NULL,  -- one sentence
    PRIMARY KEY (table_name, column_name)
) WITHOUT ROWID;

CREATE TABLE canned_queries (
    -- Questions with a name: `fintool query NAME`. Those without parameters are views, too.
    name TEXT NOT NULL PRIMARY KEY,  -- as in `fintool query NAME`
    title TEXT NOT NULL,  -- one line
    help TEXT NOT NULL,  -- what the answer holds; may be empty
    sql TEXT NOT NULL  -- to copy into any SQLite program
) WITHOUT ROWID;

CREATE TABLE metric_names (
    -- The vocabulary: the metrics that printed rows are matched to.
    name TEXT NOT NULL PRIMARY KEY,  -- revenue, net_income, total_assets
    title TEXT NOT NULL,  -- for people: "Net income"
    unit_kind TEXT NOT NULL,  -- money | money per share | shares | percent | ratio | count
    statement TEXT NOT NULL,  -- income | balance | cashflow | other: where it is printed
    instant INTEGER NOT NULL CHECK (instant IN (0, 1)),  -- 1: a balance on a day
    additive INTEGER NOT NULL CHECK (additive IN (0, 1)),  -- 1: the quarters of a year sum to it
    us_gaap_tag TEXT  -- the us-gaap element that means it
) WITHOUT ROWID;

CREATE TABLE metric_formulas (
    -- How computed metrics are made of two values of one company, fiscal quarter (year) and unit.
    metric TEXT NOT NULL PRIMARY KEY,  -- the result: gross_margin
    rule TEXT NOT NULL  -- percent: 100 x left / right; ratio: left / right; difference; growth
        CHECK (rule IN ('percent', 'ratio') OR rule IN ('difference', 'growth')),
    left_metric TEXT NOT NULL,  -- gross_profit
    right_metric TEXT NOT NULL,  -- revenue; of growth: the same, a year before
    unit TEXT NOT NULL  -- percent, ratio; empty: that of the left value
) WITHOUT ROWID;

CREATE TABLE own_labels (
    -- Labels of the user's own (`fintool map`), which stand over the vocabulary's.
    label TEXT NOT NULL,  -- normalised, as labels are compared: "Net sales (1)" is "revenue"
    statement TEXT NOT NULL  -- income | balance | cashflow | other; empty: all but other
        CHECK (statement IN ('', 'income') OR statement IN ('balance', 'cashflow')
            OR statement = 'other'),
    metric TEXT NOT NULL,  -- that it means; empty: rows of this label mean nothing
    printed TEXT NOT NULL,  -- the label as it was given
    PRIMARY KEY (label, statement)
) WITHOUT ROWID;

CREATE TABLE companies (
    -- A company; its attributes are those of its newest release that states them.
    id INTEGER NOT NULL PRIMARY KEY,  -- number
    name TEXT NOT NULL,  -- as its newest release spells it
    ticker TEXT,  -- CPST
    exchange TEXT,  -- NASDAQ, NYSE
    cik TEXT,  -- the SEC's number of the company, ten digits
    sic TEXT,  -- standard industrial classification
    fiscal_year_end TEXT CHECK (fiscal_year_end GLOB '[01][0-9]-[0-3][0-9]'),  -- MM-DD
    fiscal_year_named TEXT NOT NULL DEFAULT 'end'  -- by its end, or (its own words) its start
        CHECK (fiscal_year_named IN ('end', 'start')),
    headquarters TEXT,  -- place of the dateline: CHATSWORTH, Calif.
    website TEXT,  -- as printed
    name_by_hand TEXT  -- given by `fintool companies rename`; it stands over the printed ones
);

CREATE TABLE filings (
    -- A release: one file as ingested.
    id INTEGER NOT NULL PRIMARY KEY,  -- number, in order of ingestion
    company_id INTEGER REFERENCES companies (id),  -- NULL where the release does not name one
    path TEXT NOT NULL,  -- of the file, as given
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),  -- of the bytes after decompression
    form TEXT,  -- 8-K, 10-Q: of the submission around it
    accession TEXT,  -- the SEC's number of the submission
    title TEXT,  -- headline
    released_on TEXT  -- date of the release
        CHECK (released_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    period_end TEXT  -- end of the quarter that it reports
        CHECK (period_end GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    fiscal_year INTEGER  -- that it reports, in its own words
        CHECK (typeof(fiscal_year) IN ('integer', 'null')),
    fiscal_quarter INTEGER CHECK (fiscal_quarter BETWEEN 1 AND 4),  -- that it reports, 1 to 4
    fingerprint TEXT,  -- hash of labels and amounts: filings of the same one are one release
    status TEXT NOT NULL  -- what came of reading it
        CHECK (status IN ('read', 'no statements') OR status = 'unreadable'),
    reason TEXT,  -- why its status is not read
    reader_version TEXT NOT NULL,  -- the program that read it
    ingested_at TEXT NOT NULL  -- when, UTC, ISO 8601
);

CREATE TABLE filing_identities (
    -- What a release itself says about its company; companies is made from these.
    filing_id INTEGER NOT NULL PRIMARY KEY REFERENCES filings (id),  -- release
    name TEXT,  -- as printed
    ticker TEXT,  -- as printed
    exchange TEXT,  -- as printed
    cik TEXT,  -- from the submission's header, ten digits
    sic TEXT,  -- from the submission's header
    fiscal_year_end TEXT,  -- MM-DD, stated or implied
    headquarters TEXT,  -- place of the dateline
    website TEXT  -- as printed
);

CREATE TABLE company_names (
    -- Every spelling and former name of a company, by which later releases are matched to it.
    normalised TEXT NOT NULL,  -- lower case, without punctuation, Inc., Corp. and the like
    company_id INTEGER NOT NULL REFERENCES companies (id),  -- company
    filing_id INTEGER NOT NULL REFERENCES filings (id),  -- release that gives the name
    name TEXT NOT NULL,  -- as given
    former INTEGER NOT NULL CHECK (former IN (0, 1)),  -- 1: given as a former name
    PRIMARY KEY (normalised, company_id, filing_id)
) WITHOUT ROWID;

CREATE TABLE source_texts (
    -- The bytes of every release, so that each number can be shown where it was printed.
    filing_id INTEGER NOT NULL PRIMARY KEY REFERENCES filings (id),  -- release
    encoding TEXT NOT NULL  -- how content is stored; none: not at all (ingest --no-source)
        CHECK (encoding IN ('plain', 'zlib') OR encoding = 'none'),
    size INTEGER NOT NULL CHECK (typeof(size) = 'integer'),  -- bytes of the release
    content BLOB NOT NULL CHECK (typeof(content) = 'blob')  -- the bytes; zlib: RFC 1950
);

CREATE TABLE periods (
    -- A day or a stretch of days that a company reports on, with the dates as printed.
    id INTEGER NOT NULL PRIMARY KEY,  -- company, end and length packed: in order of time
    company_id INTEGER NOT NULL REFERENCES companies (id),  -- whose
    kind TEXT NOT NULL CHECK (kind IN ('instant', 'duration')),  -- instant: a balance on a day
    start_on TEXT NOT NULL  -- first day; of an instant the day
        CHECK (start_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    end_on TEXT NOT NULL  -- last day
        CHECK (end_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    months INTEGER NOT NULL  -- 0 for an instant; 13 weeks are 3
        CHECK (typeof(months) = 'integer' AND months >= 0),
    fiscal_year INTEGER,  -- named by the year that it ends in, unless the company's words differ
    fiscal_quarter INTEGER  -- of a quarter, or the quarter that an instant ends
        CHECK (fiscal_quarter BETWEEN 1 AND 4),
    fiscal_label TEXT,  -- Q2 FY2009, H1 FY2009, 9M FY2009, FY2009
    calendar_label TEXT,  -- CY2008Q3, CY2008; of an instant CY2008Q3I
    printed INTEGER NOT NULL CHECK (printed IN (0, 1)),  -- 0: implied by others, in no release
    CHECK (start_on <= end_on),
    UNIQUE (company_id, kind, start_on, end_on)
);

CREATE TABLE statements (
    -- A table of a release that was read as a financial statement.
    id INTEGER NOT NULL PRIMARY KEY,  -- filing_id x 1000 + ordinal
    filing_id INTEGER NOT NULL REFERENCES filings (id),  -- release
    ordinal INTEGER NOT NULL,  -- 1 for the first of the release
    kind TEXT NOT NULL  -- of statement
        CHECK (kind IN ('income', 'balance') OR kind IN ('cashflow', 'other')),
    basis TEXT NOT NULL  -- gaap: primary, under whatever standard
        CHECK (basis IN ('gaap', 'non-gaap')),
    title TEXT,  -- as printed
    scale INTEGER NOT NULL  -- by which printed money is multiplied
        CHECK (scale IN (1, 1000) OR scale IN (1000000, 1000000000)),
    scale_stated INTEGER NOT NULL  -- 1: the scale is printed, not inferred
        CHECK (scale_stated IN (0, 1)),
    currency TEXT NOT NULL,  -- ISO code of its money
    first_line INTEGER NOT NULL,  -- in the file, from 1
    last_line INTEGER NOT NULL,  -- in the file, from 1
    UNIQUE (filing_id, ordinal)
);

CREATE TABLE statement_columns (
    -- A column of a statement and the period that its heading names.
    statement_id INTEGER NOT NULL REFERENCES statements (id),  -- statement
    column_no INTEGER NOT NULL,  -- from 0, left to right
    heading TEXT,  -- the header over it, top down
    period_id INTEGER REFERENCES periods (id),  -- NULL unless its role is period
    vintage TEXT NOT NULL  -- what the heading calls it
        CHECK (vintage IN ('original', 'previous') OR vintage = 'restated'),
    role TEXT NOT NULL  -- what it holds
        CHECK (role IN ('period', 'change') OR role IN ('note', 'other')),
    PRIMARY KEY (statement_id, column_no)
) WITHOUT ROWID;

CREATE TABLE line_items (
    -- A printed row of a statement.
    id INTEGER NOT NULL PRIMARY KEY,  -- filing_id x 100000 + n
    statement_id INTEGER NOT NULL REFERENCES statements (id),  -- statement
    row_no INTEGER NOT NULL,  -- from 0, top down
    section TEXT,  -- the heading that it stands under, as printed
    label TEXT NOT NULL,  -- whole label, wrapped lines joined; empty for an unlabelled subtotal
    depth INTEGER NOT NULL,  -- of indentation, 0 outermost
    metric TEXT,  -- of the vocabulary; the first where a row gives two; NULL: unmapped
    first_line INTEGER NOT NULL,  -- in the file, from 1
    last_line INTEGER NOT NULL,  -- in the file, from 1
    UNIQUE (statement_id, row_no)
);

CREATE TABLE line_item_values (
    -- A printed cell of a statement; blank ones have no row.
    line_item_id INTEGER NOT NULL REFERENCES line_items (id),  -- row
    column_no INTEGER NOT NULL,  -- column of the statement
    period_id INTEGER REFERENCES periods (id),  -- NULL for a change, a note
    raw_text TEXT NOT NULL,  -- as printed
    value  -- whole units, sign as printed; a dash is 0; NULL: no number
        CHECK (typeof(value) NOT IN ('text', 'blob')),
    unit TEXT NOT NULL,  -- USD, shares, USD/share, percent, ratio, MW
    decimals INTEGER,  -- as in XBRL: -3 for thousands, 2 for cents
    proof TEXT NOT NULL  -- by the statement's own arithmetic
        CHECK (proof IN ('proven', 'consistent') OR proof IN ('contradicted', 'untested')),
    line_no INTEGER NOT NULL,  -- line of the cell in the file, from 1
    byte_start INTEGER NOT NULL,  -- first byte of raw_text in the source, from 0
    byte_end INTEGER NOT NULL,  -- byte after its last
    PRIMARY KEY (line_item_id, column_no),
    CHECK (byte_start <= byte_end)
) WITHOUT ROWID;

CREATE TABLE metrics (
    -- A value of a metric: one per company, name, period, unit, basis, origin, filing and vintage.
    -- The key makes a company's series of a metric one range, in order of time.
    company_id INTEGER NOT NULL REFERENCES companies (id),  -- whose
    name TEXT NOT NULL,  -- revenue; metric_names holds the vocabulary
    period_id INTEGER NOT NULL REFERENCES periods (id),  -- when
    id INTEGER NOT NULL UNIQUE,  -- (filing_id x 100000 + n) x 1000; next to it what is made of it
    value  -- whole units, sign by meaning: a loss is negative, a cost positive
        CHECK (typeof(value) NOT IN ('text', 'blob')),
    unit TEXT NOT NULL,  -- USD, shares, USD/share, percent, ratio, MW
    basis TEXT NOT NULL  -- gaap: primary, under whatever standard
        CHECK (basis IN ('gaap', 'non-gaap')),
    origin TEXT NOT NULL  -- how it is known
        CHECK (origin IN ('reported', 'derived') OR origin IN ('computed', 'narrative')
            OR origin = 'guidance'),
    vintage TEXT NOT NULL  -- what the column's heading calls it
        CHECK (vintage IN ('original', 'previous') OR vintage = 'restated'),
    filing_id INTEGER NOT NULL REFERENCES filings (id),  -- of a derived row its newest input's
    line_item_id INTEGER REFERENCES line_items (id),  -- row that prints it
    value_low CHECK (typeof(value_low) NOT IN ('text', 'blob')),  -- of a range
    value_high CHECK (typeof(value_high) NOT IN ('text', 'blob')),  -- of a range
    qualifier TEXT NOT NULL  -- what the words make of it
        CHECK (qualifier IN ('exact', 'about') OR qualifier IN ('over', 'under')),
    formula TEXT,  -- how, where it is not printed: H1 FY2009 20,645,000 - Q2 FY2009 13,121,000
    of_quarter INTEGER NOT NULL  -- 1: the one that quarterly_metrics gives
        CHECK (of_quarter IN (0, 1)),
    of_year INTEGER NOT NULL CHECK (of_year IN (0, 1)),  -- 1: the one that annual_metrics gives
    corroborations INTEGER NOT NULL DEFAULT 0,  -- other releases that print the same value of it
    PRIMARY KEY (company_id, name, period_id, id)
) WITHOUT ROWID;

CREATE TABLE metric_inputs (
    -- The values that a derived or computed value was made from.
    metric_id INTEGER NOT NULL REFERENCES metrics (id),  -- the result
    input_no INTEGER NOT NULL,  -- from 1, in the order of the formula
    input_id INTEGER NOT NULL REFERENCES metrics (id),  -- the value that went in
    PRIMARY KEY (metric_id, input_no)
) WITHOUT ROWID;

CREATE TABLE checks (
    -- An identity that a statement was held against: subtotals, balance, cash roll-forward, EPS.
    id INTEGER NOT NULL,  -- filing_id x 100000 + n
    filing_id INTEGER NOT NULL REFERENCES filings (id),  -- release
    statement_id INTEGER REFERENCES statements (id),  -- NULL where it spans statements
    rule TEXT NOT NULL,  -- name of the identity
    status TEXT NOT NULL CHECK (status IN ('pass', 'fail') OR status = 'untested'),  -- outcome
    expected CHECK (typeof(expected) NOT IN ('text', 'blob')),  -- whole units, as computed
    actual CHECK (typeof(actual) NOT IN ('text', 'blob')),  -- whole units, as printed
    tolerance  -- allowed by printed precision
        CHECK (typeof(tolerance) NOT IN ('text', 'blob')),
    detail TEXT,  -- one sentence with the labels and figures; NULL where form says it
    cells TEXT,  -- that took part: " 13:1 8:1 ", line_item_id (less filing_id x 100000):column_no
    form TEXT,  -- sentence of one that passes: %1 is label and text of cell 1; "=+": %1 = %2 + %3
    PRIMARY KEY (filing_id, id)
) WITHOUT ROWID;

CREATE TABLE claims (
    -- A sentence of the prose that states a figure, held against the statements.
    id INTEGER NOT NULL,  -- filing_id x 100000 + n
    filing_id INTEGER NOT NULL REFERENCES filings (id),  -- release
    sentence TEXT NOT NULL,  -- as printed, on one line
    byte_start INTEGER NOT NULL,  -- first byte in the source, from 0
    byte_end INTEGER NOT NULL,  -- byte after its last
    metric TEXT,  -- that it speaks of; NULL: none of the vocabulary
    period_id INTEGER REFERENCES periods (id),  -- that it speaks of
    value CHECK (typeof(value) NOT IN ('text', 'blob')),  -- whole units
    unit TEXT,  -- of the value
    status TEXT NOT NULL  -- outcome
        CHECK (status IN ('agrees', 'disagrees') OR status = 'untested'),
    detail TEXT,  -- what it was held against
    PRIMARY KEY (filing_id, id)
) WITHOUT ROWID;

CREATE TABLE diagnostics (
    -- What reading a release could not settle, and where.
    filing_id INTEGER NOT NULL REFERENCES filings (id),  -- release
    ordinal INTEGER NOT NULL,  -- from 1, in reading order
    code TEXT NOT NULL,  -- as listed in the README
    severity TEXT NOT NULL  -- note: a choice; doubt: a guess; error: not read
        CHECK (severity IN ('note', 'doubt') OR severity = 'error'),
    byte_start INTEGER NOT NULL,  -- first byte in the source, from 0
    byte_end INTEGER NOT NULL,  -- byte after its last
    line INTEGER,  -- line in the file, from 1; NULL where it is about the whole
    message TEXT NOT NULL,  -- one sentence
    PRIMARY KEY (filing_id, ordinal)
) WITHOUT ROWID;

CREATE UNIQUE INDEX companies_by_cik ON companies (cik) WHERE cik IS NOT NULL;

CREATE INDEX companies_by_ticker ON companies (ticker) WHERE ticker IS NOT NULL;

CREATE INDEX companies_by_name ON companies (name COLLATE NOCASE);

CREATE INDEX companies_spelled_oddly ON companies (name)
    WHERE name NOT GLOB '[A-Za-z0-9][A-Za-z0-9]*' OR ticker GLOB '*[a-z]*';

CREATE INDEX filings_by_company ON filings (company_id);

CREATE INDEX filings_by_fingerprint ON filings (fingerprint) WHERE fingerprint IS NOT NULL;

CREATE INDEX filing_identities_by_cik ON filing_identities (cik) WHERE cik IS NOT NULL;

CREATE INDEX company_names_by_filing ON company_names (filing_id);

CREATE INDEX line_item_values_contradicted ON line_item_values (line_item_id)
    WHERE proof = 'contradicted';

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
