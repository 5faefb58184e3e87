// The SQL of the overviews. See the header.
#include "query/overview.h"


#include "query/check_sentences.h"
#include "query/statement_view.h"

namespace fintool {

Result<ResultSet> list_companies(Reader& reader) {
    Result<ResultSet> found = reader.run(R"(
SELECT c.name AS company, c.ticker, c.exchange, c.cik, c.fiscal_year_end,
  (SELECT count(*) FROM filings f WHERE f.company_id = c.id) AS releases,
  (SELECT min(p.end_on) FROM metrics m JOIN periods p ON p.id = m.period_id
    WHERE m.company_id = c.id AND m.of_quarter = 1) AS first_quarter,
  (SELECT max(p.end_on) FROM metrics m JOIN periods p ON p.id = m.period_id
    WHERE m.company_id = c.id AND m.of_quarter = 1) AS last_quarter,
  c.id AS number
FROM companies c
ORDER BY c.name, c.id)");
    return found;
}

Result<ResultSet> summarize(Reader& reader) {
    return reader.run(R"(
SELECT what, name, count FROM (
  SELECT 1 AS part, 'filings' AS what, status AS name, count(*) AS count
    FROM filings GROUP BY status
  UNION ALL SELECT 2, 'companies', '', count(*) FROM companies
  UNION ALL SELECT 3, 'statements', kind || ', ' || basis, count(*)
    FROM statements GROUP BY kind, basis
  UNION ALL SELECT 4, 'cells', CASE WHEN value IS NULL THEN 'not a number' ELSE 'numbers' END,
    count(*) FROM line_item_values GROUP BY value IS NULL
  UNION ALL SELECT 5, 'metrics', origin, count(*) FROM metrics GROUP BY origin
  UNION ALL SELECT 6, 'labels', 'unmapped rows of primary statements', count(*)
    FROM line_items l JOIN statements s ON s.id = l.statement_id
    WHERE l.metric IS NULL AND s.basis = 'gaap' AND s.kind <> 'other'
  UNION ALL SELECT 7, 'checks', status, count(*) FROM checks GROUP BY status
  UNION ALL SELECT 8, 'cells of primary statements', proof, count(*)
    FROM line_item_values v JOIN line_items l ON l.id = v.line_item_id
    JOIN statements s ON s.id = l.statement_id
    WHERE s.basis = 'gaap' AND s.kind <> 'other' AND v.value <> 0 AND length(v.unit) = 3
    GROUP BY proof
  UNION ALL SELECT 9, 'diagnostics', code, count(*) FROM diagnostics GROUP BY code
)
ORDER BY part, count DESC, name)");
}

Result<ResultSet> list_proven(Reader& reader) {
    return reader.run(R"(
WITH cells AS (
  SELECT f.id, f.path, coalesce(substr(f.period_end, 1, 3) || '0s', 'undated') AS decade,
    CASE WHEN f.path LIKE '%.htm' OR f.path LIKE '%.html' OR f.path LIKE '%.htm%.gz' THEN 'html'
      ELSE 'text' END AS format,
    sum(v.proof = 'proven') AS proven, count(*) AS cells
  FROM line_item_values v
  JOIN line_items l ON l.id = v.line_item_id
  JOIN statements s ON s.id = l.statement_id
  JOIN filings f ON f.id = s.filing_id
  WHERE s.kind <> 'other' AND s.basis = 'gaap' AND v.value <> 0 AND length(v.unit) = 3
  GROUP BY f.id
)
SELECT by, name, proven, cells, round(100.0 * proven / cells, 1) AS percent FROM (
  SELECT 1 AS part, 'all' AS by, '' AS name, sum(proven) AS proven, sum(cells) AS cells FROM cells
  UNION ALL SELECT 2, 'format', format, sum(proven), sum(cells) FROM cells GROUP BY format
  UNION ALL SELECT 3, 'decade', decade, sum(proven), sum(cells) FROM cells GROUP BY decade
  UNION ALL SELECT 4, 'release', path, proven, cells FROM cells
)
WHERE cells > 0
ORDER BY part, name)");
}

Result<ResultSet> list_unmapped_labels(Reader& reader) {
    return reader.run(R"(
SELECT l.label, s.kind AS statement, count(*) AS rows, count(DISTINCT s.filing_id) AS releases,
  count(DISTINCT f.company_id) AS companies
FROM line_items l
JOIN statements s ON s.id = l.statement_id
JOIN filings f ON f.id = s.filing_id
WHERE l.metric IS NULL AND s.basis = 'gaap' AND s.kind <> 'other'
  AND EXISTS (SELECT 1 FROM line_item_values v WHERE v.line_item_id = l.id)
GROUP BY lower(l.label), s.kind
ORDER BY companies DESC, releases DESC, l.label, s.kind)");
}

Result<ResultSet> list_own_labels(Reader& reader) {
    return reader.run(R"(
SELECT printed AS label, statement, CASE metric WHEN '' THEN 'none' ELSE metric END AS metric
FROM own_labels ORDER BY label, statement)");
}

Result<ResultSet> list_checks(Reader& reader, const std::vector<std::string>& words, bool all) {
    std::string only;
    if (!words.empty()) {
        const Result<std::vector<StoredRelease>> releases = find_releases(reader, words);
        if (!releases) return releases.error();
        for (const StoredRelease& release : *releases) {
            only += (only.empty() ? " AND k.filing_id IN (" : ", ") + std::to_string(release.id);
        }
        only += ")";
    }
    Result<ResultSet> found = reader.run(
        "SELECT f.path AS file, c.name AS company, s.kind AS statement, k.rule, k.status,"
        " k.expected, k.actual, k.tolerance, k.detail, k.filing_id, k.cells, k.form FROM checks k"
        " JOIN filings f ON f.id = k.filing_id LEFT JOIN companies c ON c.id = f.company_id"
        " LEFT JOIN statements s ON s.id = k.statement_id WHERE " +
        std::string(all ? "1" : "k.status = 'fail'") + only + " ORDER BY f.path, k.id");
    if (!found) return found;
    if (const Status done = complete_sentences(reader, *found, 8); !done) return done.error();
    const Result<ResultSet> counts = reader.run("SELECT k.status, count(*) FROM checks k WHERE 1" +
                                                only + " GROUP BY 1 ORDER BY 1");
    if (!counts) return counts.error();
    std::string note = "checks:";
    for (const auto& row : counts->rows) {
        note += (note.back() == ':' ? " " : ", ") + std::to_string(std::get<std::int64_t>(row[1])) +
                " " + std::get<std::string>(row[0]);
    }
    found->notes.push_back(counts->rows.empty() ? "no checks" : note);
    return found;
}

}  // namespace fintool
