// json: {"columns": [...], "rows": [{...}], facts, notes, truncated}; ndjson: a row per line.
#include <cmath>
#include <map>

#include "render/escape.h"
#include "render/numbers.h"
#include "render/render.h"

namespace fintool {
namespace {

std::string json_value(const SqlValue& value) {
    if (std::holds_alternative<std::monostate>(value)) return "null";
    const auto* real = std::get_if<double>(&value);
    if (real && !std::isfinite(*real)) return "null";
    return is_number(value) ? plain_text(value) : json_text(plain_text(value));
}

// A key stands once in an object: SELECT 1 AS a, 2 AS a gives "a" and "a_2".
std::vector<std::string> keys(const ResultSet& result) {
    std::map<std::string, int> seen;
    std::vector<std::string> out;
    for (const auto& column : result.columns) {
        const int count = ++seen[column.name];
        const std::string tail = count == 1 ? "" : "_" + std::to_string(count);
        out.push_back(json_text(column.name + tail));
    }
    return out;
}

std::string json_row(const std::vector<std::string>& names, const std::vector<SqlValue>& row) {
    std::string out = "{";
    for (std::size_t i = 0; i < row.size(); ++i) {
        out += (i == 0 ? "" : ", ") + names[i] + ": " + json_value(row[i]);
    }
    return out + "}";
}

template <class Items, class Text>
std::string joined(const Items& items, const char* between, Text text) {
    std::string out;
    for (const auto& item : items) out += (out.empty() ? "" : between) + text(item);
    return out;
}

}  // namespace

std::string render_json(const ResultSet& result) {
    const std::vector<std::string> names = keys(result);
    std::string out = "{\n\"columns\": [";
    out += joined(names, ", ", [](const std::string& name) { return name; });
    out += "],\n\"rows\": [\n";
    out += joined(result.rows, ",\n", [&](const auto& row) { return json_row(names, row); });
    out += result.rows.empty() ? "],\n" : "\n],\n";
    if (!result.facts.empty()) {
        out += "\"rests_on\": {";
        out += joined(result.facts, ", ", [](const auto& fact) {
            return json_text(fact.first) + ": " + json_value(fact.second);
        });
        out += "},\n";
    }
    out += "\"notes\": [";
    out += joined(result.notes, ", ", [](const std::string& note) { return json_text(note); });
    out += std::string("],\n\"truncated\": ") + (result.cut_after ? "true" : "false") + "\n}\n";
    return out;
}

std::string render_ndjson(const ResultSet& result) {
    const std::vector<std::string> names = keys(result);
    std::string out;
    for (const auto& row : result.rows) out += json_row(names, row) + "\n";
    return out;
}

}  // namespace fintool
