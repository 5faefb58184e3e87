// Rows by their natural keys: a release is its hash, a company the least hash of its releases.
#include "database_content.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <vector>

namespace {

constexpr const char* keys =
    "CREATE TEMP TABLE f AS SELECT id, substr(sha256, 1, 16) k FROM filings;"
    "CREATE UNIQUE INDEX temp.f_by_id ON f (id);"
    "CREATE TEMP TABLE c AS SELECT company_id id, min(substr(sha256, 1, 16)) k FROM filings"
    " WHERE company_id IS NOT NULL GROUP BY 1;"
    "CREATE UNIQUE INDEX temp.c_by_id ON c (id);"
    "CREATE TEMP TABLE p AS SELECT periods.id, c.k || ' ' || start_on || ' ' || end_on k"
    " FROM periods JOIN c ON c.id = company_id;"
    "CREATE UNIQUE INDEX temp.p_by_id ON p (id);"
    "CREATE TEMP TABLE s AS SELECT statements.id, f.k || ' ' || ordinal k FROM statements"
    " JOIN f ON f.id = filing_id;"
    "CREATE UNIQUE INDEX temp.s_by_id ON s (id);"
    "CREATE TEMP TABLE l AS SELECT line_items.id, s.k || ' ' || row_no k FROM line_items"
    " JOIN s ON s.id = statement_id;"
    "CREATE UNIQUE INDEX temp.l_by_id ON l (id);"
    "CREATE TEMP TABLE m AS SELECT metrics.id, name || ' ' || p.k || ' ' || unit || ' ' || basis"
    " || ' ' || origin || ' ' || vintage || ' ' || f.k k"
    " FROM metrics JOIN p ON p.id = period_id JOIN f ON f.id = filing_id;"
    "CREATE UNIQUE INDEX temp.m_by_id ON m (id);";

constexpr std::array contents = {
    "SELECT 'company', c.k, name, ticker, exchange, cik, sic, fiscal_year_end, fiscal_year_named,"
    " headquarters, website, name_by_hand FROM companies LEFT JOIN c USING (id)",
    "SELECT 'filing', f.k, path, sha256, form, accession, title, released_on, period_end,"
    " fiscal_year, fiscal_quarter, fingerprint, status, reason, reader_version, c.k FROM filings"
    " JOIN f USING (id) LEFT JOIN c ON c.id = company_id",
    "SELECT 'identity', f.k, name, ticker, exchange, cik, sic, fiscal_year_end, headquarters,"
    " website FROM filing_identities JOIN f ON f.id = filing_id",
    "SELECT 'name', normalised, c.k, f.k, name, former FROM company_names JOIN f ON f.id ="
    " filing_id JOIN c ON c.id = company_id",
    "SELECT 'source', f.k, encoding, size, length(content) FROM source_texts JOIN f ON f.id ="
    " filing_id",
    "SELECT 'period', p.k, kind, months, fiscal_year, fiscal_quarter, fiscal_label,"
    " calendar_label, printed FROM periods JOIN p USING (id)",
    "SELECT 'statement', s.k, kind, basis, title, scale, scale_stated, currency, first_line,"
    " last_line FROM statements JOIN s USING (id)",
    "SELECT 'column', s.k, column_no, heading, p.k, vintage, role FROM statement_columns"
    " JOIN s ON s.id = statement_id LEFT JOIN p ON p.id = period_id",
    "SELECT 'row', l.k, section, label, depth, metric, first_line, last_line FROM line_items"
    " JOIN l USING (id)",
    "SELECT 'cell', l.k, column_no, p.k, raw_text, value, unit, decimals, proof, line_no,"
    " byte_start, byte_end FROM line_item_values JOIN l ON l.id = line_item_id LEFT JOIN p"
    " ON p.id = period_id",
    "SELECT 'metric', m.k, value, l.k, value_low, value_high, qualifier, formula, of_quarter,"
    " of_year, corroborations FROM metrics JOIN m USING (id) LEFT JOIN l ON l.id = line_item_id",
    "SELECT 'input', r.k, input_no, i.k FROM metric_inputs JOIN m r ON r.id = metric_id"
    " JOIN m i ON i.id = input_id",
    "SELECT 'check', f.k, checks.id % 100000, s.k, rule, status, expected, actual, tolerance,"
    " detail, cells, form FROM checks JOIN f ON f.id = filing_id LEFT JOIN s ON"
    " s.id = statement_id",
    "SELECT 'claim', f.k, claims.id % 100000, sentence, byte_start, byte_end, metric, p.k, value,"
    " unit, status, detail FROM claims JOIN f ON f.id = filing_id LEFT JOIN p ON p.id = period_id",
    "SELECT 'diagnostic', f.k, ordinal, code, severity, byte_start, byte_end, line, message"
    " FROM diagnostics JOIN f ON f.id = filing_id",
    "SELECT 'label', label, statement, metric, printed FROM own_labels",
    "SELECT 'query', name, title, help, sql FROM canned_queries",
    "SELECT 'vocabulary', name, title, unit_kind, statement FROM metric_names",
};

// How many rows each table has: one that points nowhere is in no line above.
constexpr const char* counts =
    "SELECT 'count', (SELECT count(*) FROM companies), (SELECT count(*) FROM company_names),"
    " (SELECT count(*) FROM source_texts), (SELECT count(*) FROM periods),"
    " (SELECT count(*) FROM statement_columns), (SELECT count(*) FROM line_items),"
    " (SELECT count(*) FROM line_item_values), (SELECT count(*) FROM metrics),"
    " (SELECT count(*) FROM metric_inputs), (SELECT count(*) FROM checks),"
    " (SELECT count(*) FROM claims), (SELECT count(*) FROM diagnostics)";

std::string lines_of(SQLite::Database& db, const char* sql) {
    SQLite::Statement rows(db, sql);
    std::vector<std::string> lines;
    while (rows.executeStep()) {
        std::string line;
        for (int i = 0; i < rows.getColumnCount(); ++i) {
            const auto column = rows.getColumn(i);
            line += (i > 0 ? "|" : "") + (column.isNull() ? "NULL" : column.getString());
        }
        lines.push_back(line + "\n");
    }
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines) text += line;
    return text;
}

}  // namespace

std::string database_content(const std::string& path) {
    SQLite::Database db(path);
    db.exec(keys);
    std::string text;
    for (const char* sql : contents) text += lines_of(db, sql);
    return text + lines_of(db, counts);
}

std::string first_difference(const std::string& a, const std::string& b) {
    if (a == b) return "";
    const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto at = static_cast<std::size_t>(in_a - a.begin());
    const std::size_t start = at == 0 ? 0 : a.rfind('\n', at - 1) + 1;
    const auto line = [&](const std::string& text) {
        return start < text.size() ? text.substr(start, text.find('\n', start) - start) : "(none)";
    };
    return "one has:   " + line(a) + "\nother has: " + line(b);
}
