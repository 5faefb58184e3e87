// A line per file, so that a person can grep it. Names hold no character that JSON would escape.
#include "transfer/manifest.h"

#include <charconv>

#include "base/text.h"

namespace fintool {
namespace {

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string member(std::string_view name, std::string_view value) {
    return quoted(name) + ": " + std::string(value);
}

// What stands behind "name": on the line, without its quotes.
std::string value_of(std::string_view line, std::string_view name) {
    const std::string key = quoted(name) + ": ";
    const std::size_t at = line.find(key);
    if (at == line.npos) return "";
    line.remove_prefix(at + key.size());
    const bool text = line.starts_with('"');
    if (text) line.remove_prefix(1);
    return std::string(line.substr(0, line.find_first_of(text ? "\"" : ",}")));
}

std::int64_t number_of(std::string_view line, std::string_view name) {
    const std::string text = value_of(line, name);
    std::int64_t number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::string to_json(const Manifest& manifest) {
    std::string out = "{\n  " + member("fintool", quoted(manifest.program)) + ",\n  " +
                      member("schema", std::to_string(manifest.schema)) + ",\n  " +
                      member("format", quoted(manifest.format)) + ",\n  \"files\": [";
    bool first = true;
    for (const ExportedFile& file : manifest.files) {
        out += first ? "\n" : ",\n";
        first = false;
        out += "    {" + member("path", quoted(file.path)) + ", " +
               member("table", quoted(file.table)) + ", " +
               member("partition", quoted(file.partition)) + ", " +
               member("rows", std::to_string(file.rows)) + ", " +
               member("bytes", std::to_string(file.bytes)) + ", " +
               member("sha256", quoted(file.sha256)) + "}";
    }
    return out + "\n  ]\n}\n";
}

std::optional<Manifest> parse_manifest(std::string_view text) {
    if (!text.starts_with("{\n") || !text.ends_with("  ]\n}\n")) return std::nullopt;
    Manifest manifest;
    for (const std::string_view line : split(text, '\n')) {
        if (!line.starts_with("    {")) {
            if (const std::string found = value_of(line, "fintool"); !found.empty()) {
                manifest.program = found;
            }
            if (line.find("\"schema\"") != line.npos) manifest.schema = number_of(line, "schema");
            if (const std::string found = value_of(line, "format"); !found.empty()) {
                manifest.format = found;
            }
            continue;
        }
        ExportedFile file{value_of(line, "path"),      value_of(line, "table"),
                          value_of(line, "partition"), number_of(line, "rows"),
                          number_of(line, "bytes"),    value_of(line, "sha256")};
        if (file.rows < 0 || file.bytes < 0 || file.sha256.size() != 64) return std::nullopt;
        manifest.files.push_back(std::move(file));
    }
    return manifest;
}

}  // namespace fintool
