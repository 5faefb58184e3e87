// Runs a question and says what the answer rests on. See the header.
#include "query/answer.h"

#include <set>
#include <sstream>

#include "query/layout.h"
#include "query/series_gaps.h"
#include "query/series_sql.h"

namespace fintool {
namespace {

namespace at = series_column;

std::string text_at(const std::vector<SqlValue>& row, std::size_t column) {
    const auto* text = std::get_if<std::string>(&row[column]);
    return text ? *text : std::string();
}

std::string counted(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// "2 releases: 4 quarters reported, 4 derived; 12 missing between them (Q3 FY2004 - Q4 FY2004)"
void say_what_it_rests_on(ResultSet& series, const Question& question) {
    std::set<std::string> files;
    std::vector<std::pair<std::string, std::size_t>> origins = {
        {"reported", 0}, {"derived", 0}, {"computed", 0}, {"narrative", 0}};
    for (const auto& row : series.rows) {
        if (const std::string file = text_at(row, at::file); !file.empty()) files.insert(file);
        for (auto& [origin, count] : origins) {
            if (text_at(row, at::origin) == origin) ++count;
        }
    }
    const SeriesGaps gaps = find_gaps(series, question.step);
    const std::string step =
        question.step == Question::Step::ttm ? "sum" : std::string(step_name(question.step));
    std::string note = "rests on " + counted(files.size(), "release") + ":";
    series.facts.emplace_back("question", to_string(question));
    series.facts.emplace_back("releases", static_cast<std::int64_t>(files.size()));
    for (const auto& [origin, count] : origins) {
        series.facts.emplace_back(origin, static_cast<std::int64_t>(count));
        if (count == 0) continue;
        note += (note.back() == ':' ? " " + counted(count, step) : ", " + std::to_string(count));
        note += " " + origin;
    }
    series.facts.emplace_back("missing", static_cast<std::int64_t>(gaps.missing));
    if (gaps.missing > 0) {
        note += ", " + std::to_string(gaps.missing) + " missing between them";
        if (!gaps.ranges.empty()) note += " (" + gaps.ranges + ")";
    }
    if (!series.rows.empty()) series.notes.push_back(note);
}

// Metrics and companies that were asked for and have nothing, by name: an empty answer is one too.
void say_what_is_not_there(ResultSet& series, const Question& question) {
    std::set<std::string> metrics, companies;
    for (const auto& row : series.rows) {
        metrics.insert(text_at(row, at::metric));
        companies.insert(text_at(row, at::company));
    }
    const bool sums = question.step == Question::Step::ttm || question.step == Question::Step::half;
    const std::string why = sums ? ": per-share amounts, averages and balances are not summed, and "
                                   "no sum is made over a gap"
                                 : "";
    for (const std::string& metric : question.metrics) {
        if (metrics.count(metric)) continue;
        series.notes.push_back("no " + metric + " by " + std::string(step_name(question.step)) +
                               " here" + why);
    }
    if (series.rows.empty()) return;
    for (const CompanyName& company : question.companies) {
        if (!companies.count(company.name)) series.notes.push_back("nothing of " + company.name);
    }
}

void keep_csv_columns(ResultSet& series, bool sources) {
    for (auto& row : series.rows) {
        const SqlValue file = row[at::file];
        row.resize(at::csv_columns);
        if (sources) row.push_back(file);
    }
    series.columns.resize(at::csv_columns);
    if (sources) series.columns.push_back({"file", "", {}});
}

}  // namespace

Result<Answer> answer(Reader& reader, const Question& question, const SqlLimits& limits) {
    Result<ResultSet> series = reader.run(series_sql(question), {}, limits);
    if (!series) return series.error();
    Answer out;
    out.series = std::move(*series);
    say_what_it_rests_on(out.series, question);
    say_what_is_not_there(out.series, question);
    out.panels = lay_out(out.series, question);
    keep_csv_columns(out.series, question.sources);
    return out;
}

}  // namespace fintool
