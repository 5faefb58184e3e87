// manifest.json: which files an export consists of, with rows, bytes and SHA-256 of each. Written
// by us and read back by us, to know what need not be written again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fintool {

struct ExportedFile {
    std::string path, table, partition;
    std::int64_t rows = 0, bytes = 0;
    std::string sha256;
    bool operator==(const ExportedFile&) const = default;
};

struct Manifest {
    std::string program;      // fintool's version
    std::int64_t schema = 0;  // number of the newest migration
    std::string format;       // copy | csv | ndjson
    std::vector<ExportedFile> files;
};

std::string to_json(const Manifest& manifest);
// Nothing where the text is no whole manifest of ours.
std::optional<Manifest> parse_manifest(std::string_view text);

}  // namespace fintool
