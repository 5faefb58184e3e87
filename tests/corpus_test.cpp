// Golden dumps: what each stage makes of every case in tests/corpus, beside its input. A wrong
// number is found at the first dump that is wrong. FINTOOL_UPDATE_GOLDEN=1 rewrites; the diff is
// the review.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "document/readers.h"
#include "document/submission.h"
#include "golden.h"
#include "grid/grid.h"
#include "ingest.h"

namespace fs = std::filesystem;

namespace {

struct Case {
    fs::path folder;
    std::string bytes;
};

std::vector<Case> cases() {
    std::vector<Case> all;
    for (const auto& entry : fs::recursive_directory_iterator(FINTOOL_SOURCE_DIR "/tests/corpus")) {
        if (entry.path().stem() != "release" || !entry.is_regular_file()) continue;
        all.push_back(
            {entry.path().parent_path(), fintool::read_whole_file(entry.path().string())});
    }
    std::sort(all.begin(), all.end(),
              [](const Case& a, const Case& b) { return a.folder < b.folder; });
    return all;
}

void check_golden(const Case& one, const char* name, const std::string& dump) {
    const auto difference = fintool::golden_difference((one.folder / name).string(), dump);
    CHECK_MESSAGE(difference.empty(), difference);
}

// The documents that are asked for statements, in that order.
std::vector<fintool::Document> documents_of(const std::string& bytes) {
    std::vector<fintool::Document> documents;
    const auto submission = fintool::read_submission(bytes);
    for (const auto& bodies : fintool::release_candidates(submission)) {
        documents.push_back(fintool::read_documents(bytes, bodies));
    }
    return documents;
}

}  // namespace

TEST_CASE("corpus: documents are read as their golden dumps say") {
    REQUIRE(cases().size() >= 6);
    for (const auto& one : cases()) {
        std::string dump;
        for (const auto& document : documents_of(one.bytes)) dump += fintool::dump(document);
        check_golden(one, "document.txt", dump);
    }
}

TEST_CASE("corpus: grids are found as their golden dumps say") {
    for (const auto& one : cases()) {
        std::string dump;
        fintool::Diagnostics diagnostics;
        for (const auto& document : documents_of(one.bytes)) {
            for (const auto& grid : fintool::find_grids(document, diagnostics)) {
                dump += fintool::dump(grid);
            }
        }
        check_golden(one, "grids.txt", dump);
    }
}

TEST_CASE("corpus: releases are read as their golden dumps say") {
    for (const auto& one : cases()) {
        // A case about the layout of a text may do without: its grids say it all.
        const bool wanted =
            fs::exists(one.folder / "reading.txt") || std::getenv("FINTOOL_UPDATE_GOLDEN");
        const auto reading = fintool::read_release(one.bytes);
        if (wanted) check_golden(one, "reading.txt", fintool::dump(reading));
    }
}

// Whatever a case is about, this holds of it: a cell's bytes are the text that it keeps.
TEST_CASE("corpus: the bytes of every cell hold its printed text") {
    for (const auto& one : cases()) {
        for (const auto& statement : fintool::read_release(one.bytes).statements) {
            for (const auto& row : statement.rows) {
                for (const auto& cell : row.cells) {
                    if (cell.span.empty()) continue;
                    const auto printed =
                        one.bytes.substr(cell.span.begin, cell.span.end - cell.span.begin);
                    if (printed.find_first_of("&<") != printed.npos) continue;  // markup
                    const bool encoded =
                        std::any_of(printed.begin(), printed.end(), [](char c) { return c < 0; });
                    if (encoded) continue;  // a dash of Windows-1252 is kept as "-"
                    CHECK_MESSAGE(printed == cell.raw, one.folder.string() << ": " << row.label);
                }
            }
        }
    }
}
