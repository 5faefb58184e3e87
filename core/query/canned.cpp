// Canned queries: their opening comments are their help. See the header.
#include "query/canned.h"

#include "base/embedded.h"
#include "base/text.h"
#include "query/names.h"

namespace fintool {
namespace {

// ":company = 'ACME'  a ticker" -> company, ACME, "a ticker".
CannedParameter parse_parameter(std::string_view line) {
    CannedParameter out;
    const std::size_t equals = line.find('=');
    out.name = trim(line.substr(1, equals == std::string_view::npos ? equals : equals - 1));
    if (equals == std::string_view::npos) return out;
    std::string_view rest = trim(line.substr(equals + 1));
    const bool quoted = !rest.empty() && rest.front() == '\'';
    if (quoted) rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find(quoted ? '\'' : ' '), rest.size());
    out.fallback = rest.substr(0, end);
    out.meaning = trim(rest.substr(std::min(end + (quoted ? 1 : 0), rest.size())));
    return out;
}

}  // namespace

CannedQuery parse_canned_query(std::string_view name, std::string_view text) {
    CannedQuery out;
    out.name = name;
    while (text.substr(0, 2) == "--") {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trim(text.substr(2, end - 2));
        if (!line.empty() && line.front() == ':') {
            out.parameters.push_back(parse_parameter(line));
        } else if (out.title.empty()) {
            out.title = line;
        } else {
            out.help += (out.help.empty() ? "" : " ") + std::string(line);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    text = trim(text);
    if (!text.empty() && text.back() == ';') text.remove_suffix(1);
    out.sql = trim(text);
    return out;
}

const std::vector<CannedQuery>& canned_queries() {
    static const std::vector<CannedQuery> all = [] {
        std::vector<CannedQuery> made;
        for (const EmbeddedText& file : embedded_queries()) {
            made.push_back(parse_canned_query(file.name, file.text));
        }
        return made;
    }();
    return all;
}

std::string query_name(std::string_view typed) {
    std::string name = lower(trim(typed));
    for (char& c : name) c = c == '-' || c == ' ' ? '_' : c;
    return name;
}

const CannedQuery* find_canned_query(std::string_view name) {
    const std::string wanted = query_name(name);
    for (const CannedQuery& query : canned_queries()) {
        if (query.name == wanted) return &query;
    }
    return nullptr;
}

Result<std::vector<CannedQuery>> saved_queries(Reader& reader) {
    const Result<ResultSet> found =
        reader.run("SELECT name, title, help, sql FROM canned_queries ORDER BY name");
    if (!found) return found.error();
    std::vector<CannedQuery> saved;
    for (const auto& row : found->rows) {
        const auto text = [&](std::size_t i) {
            const auto* value = std::get_if<std::string>(&row[i]);
            return value ? *value : std::string();
        };
        if (find_canned_query(text(0))) continue;
        CannedQuery query = parse_canned_query(text(0), text(3));
        query.title = text(1);
        query.help = text(2);
        query.sql = text(3);
        if (query.help.starts_with(question_mark)) {
            query.question = query.help.substr(question_mark.size());
        }
        saved.push_back(std::move(query));
    }
    return saved;
}

Result<std::optional<CannedQuery>> find_query(Reader& reader, std::string_view name) {
    // "revenue by quarter" is a question, with growth and origin; revenue_by_quarter is the query.
    const bool words = trim(name).find(' ') != name.npos;
    const CannedQuery* own = words ? nullptr : find_canned_query(name);
    if (own) return std::optional(*own);
    const Result<std::vector<CannedQuery>> saved = saved_queries(reader);
    if (!saved) return saved.error();
    for (const CannedQuery& query : *saved) {
        if (query.name == query_name(name)) return std::optional(query);
    }
    return std::optional<CannedQuery>();
}

Result<ResultSet> list_questions(Reader& reader) {
    ResultSet out;
    out.columns = {{"kind", "", {}}, {"name", "", {}}, {"meaning", "", {}}, {"values", "", {}}};
    for (const CannedQuery& query : canned_queries()) {
        std::string meaning = query.title;
        for (const CannedParameter& parameter : query.parameters) {
            meaning += "; --param " + parameter.name + "=" +
                       (parameter.fallback.empty() ? "..." : parameter.fallback);
        }
        out.rows.push_back({"canned query", query.name, meaning, SqlValue()});
    }
    const Result<std::vector<CannedQuery>> saved = saved_queries(reader);
    if (!saved) return saved.error();
    for (const CannedQuery& query : *saved) {
        out.rows.push_back({"your query", query.name, query.title, SqlValue()});
    }
    const Result<Names> names = read_names(reader);
    if (!names) return names.error();
    for (const MetricName& metric : names->metrics) {
        if (metric.values == 0) continue;
        out.rows.push_back({"metric", metric.name, metric.title, metric.values});
    }
    return out;
}

}  // namespace fintool
