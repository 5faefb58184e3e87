// csv (RFC 4180 with LF) and tsv: a header line, a line per row, numbers exact and never quoted.
#include "render/escape.h"
#include "render/numbers.h"
#include "render/render.h"

namespace fintool {
namespace {

using EscapeText = std::string (*)(std::string_view, bool);

std::string delimited(const ResultSet& result, char separator, EscapeText escape, bool guard) {
    std::string out;
    for (std::size_t i = 0; i < result.columns.size(); ++i) {
        if (i > 0) out += separator;
        out += escape(result.columns[i].name, guard);
    }
    out += '\n';
    for (const auto& row : result.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += separator;
            out += is_number(row[i]) ? plain_text(row[i]) : escape(plain_text(row[i]), guard);
        }
        out += '\n';
    }
    return out;
}

}  // namespace

std::string render_csv(const ResultSet& result, const RenderOptions& options) {
    return delimited(result, ',', csv_text, options.guard_formulas);
}

std::string render_tsv(const ResultSet& result, const RenderOptions& options) {
    return delimited(result, '\t', tsv_text, options.guard_formulas);
}

}  // namespace fintool
