// Which format is meant, and the function that makes it. See the header.
#include "render/render.h"

#include <algorithm>

#include "base/text.h"

namespace fintool {

const std::vector<std::string>& format_names() {
    static const std::vector<std::string> names = {"table",  "csv",      "tsv", "json",
                                                   "ndjson", "markdown", "html"};
    return names;
}

std::optional<Format> parse_format(std::string_view name) {
    if (name == "md") return Format::markdown;
    if (name == "jsonl") return Format::ndjson;
    const auto& names = format_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Format>(found - names.begin());
}

std::optional<Format> format_of_file(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const std::string ending = lower(path.substr(dot + 1));
    if (ending == "txt") return Format::table;
    if (ending == "htm") return Format::html;
    return parse_format(ending);
}

bool is_for_people(Format format) {
    return format == Format::table || format == Format::markdown || format == Format::html;
}

std::string render(const ResultSet& result, Format format, const RenderOptions& options) {
    switch (format) {
        case Format::table: return render_table(result, options);
        case Format::csv: return render_csv(result, options);
        case Format::tsv: return render_tsv(result, options);
        case Format::json: return render_json(result);
        case Format::ndjson: return render_ndjson(result);
        case Format::markdown: return render_markdown(result);
        case Format::html: return render_html({result});
    }
    return "";
}

std::string render_all(const std::vector<ResultSet>& results, Format format,
                       const RenderOptions& options) {
    if (format == Format::html) return render_html(results);
    std::string out;
    for (const ResultSet& result : results) {
        if (!out.empty() && is_for_people(format)) out += '\n';
        out += render(result, format, options);
    }
    return out;
}

}  // namespace fintool
