// A value that is implied ("up $7.7 million to $50.4 million" a quarter before) has the sentence
// that implies it: of the claims of the same release and metric the nearest in value and period.
#include "query/prose_sources.h"

#include "query/series_sql.h"

namespace fintool {
namespace {

constexpr const char* sentence_sql = R"(
SELECT m.name AS metric, p.fiscal_label, f.path || ':' || c.byte_start AS place, c.sentence
FROM metrics m
JOIN periods p ON p.id = m.period_id
JOIN filings f ON f.id = m.filing_id
JOIN claims c ON c.filing_id = m.filing_id AND c.metric = m.name
WHERE m.id = :id
ORDER BY c.value = m.value AND c.period_id = m.period_id DESC, c.value = m.value DESC,
  c.period_id IS NULL, c.unit <> m.unit, c.byte_start
LIMIT 1)";

}  // namespace

Result<ProseSources> find_sentences(Reader& reader, const ResultSet& series) {
    ProseSources out;
    out.said.title = "said in";
    for (std::size_t index = 0; index < series.rows.size(); ++index) {
        const auto& row = series.rows[index];
        if (row[series_column::origin] != SqlValue(std::string("narrative"))) continue;
        const auto* id = std::get_if<std::int64_t>(&row[series_column::metric_ids]);
        if (id == nullptr || *id < 0) continue;
        Result<ResultSet> found = reader.run(sentence_sql, {{"id", *id}});
        if (!found) return found.error();
        if (found->rows.empty()) continue;
        out.said.columns = std::move(found->columns);
        out.said.rows.push_back(std::move(found->rows[0]));
        out.rows.push_back(index);
    }
    return out;
}

}  // namespace fintool
