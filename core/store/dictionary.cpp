// Schema comments -> meanings: see the header.
#include "store/dictionary.h"

#include "base/text.h"

namespace fintool {
namespace {

// "filings.path AS file," -> "file"; "path TEXT NOT NULL," -> "path".
std::string_view column_of(std::string_view definition) {
    definition = trim(definition);
    if (!definition.empty() && definition.back() == ',') definition.remove_suffix(1);
    const auto as = definition.rfind(" AS ");
    if (as != std::string_view::npos) return trim(definition.substr(as + 4));
    return definition.substr(0, definition.find(' '));
}

}  // namespace

std::vector<Meaning> read_meanings(std::string_view create_statement) {
    std::vector<Meaning> meanings;
    std::string about_table;
    for (const std::string_view line : split(create_statement, '\n')) {
        const auto dashes = line.find("--");
        if (dashes == std::string_view::npos) continue;
        const std::string_view text = trim(line.substr(dashes + 2));
        const std::string_view definition = trim(line.substr(0, dashes));
        if (definition.empty()) {
            if (!about_table.empty()) about_table += ' ';
            about_table += text;
        } else {
            meanings.push_back({std::string(column_of(definition)), std::string(text)});
        }
    }
    meanings.insert(meanings.begin(), {"", about_table});
    return meanings;
}

}  // namespace fintool
