// Files that are built into the program: migrations, views, canned queries, the vocabulary.
#pragma once

#include <string_view>
#include <vector>

namespace fintool {

struct EmbeddedText {
    std::string_view name;  // the file's name without its ending: "0001_releases"
    std::string_view text;
};

// Sorted by name.
const std::vector<EmbeddedText>& embedded_migrations();
const std::vector<EmbeddedText>& embedded_views();
const std::vector<EmbeddedText>& embedded_queries();
const std::vector<EmbeddedText>& embedded_data();

}  // namespace fintool
