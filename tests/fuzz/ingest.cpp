// A whole ingest: bytes -> reading -> database and out again. What was read can always be stored
// (the store reads it back and compares), and a release that is forgotten leaves nothing.
#include "../../core/ingest.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "base/sha256.h"
#include "expect_tables.h"
#include "sample_database.h"
#include "store/warehouse.h"

using namespace fintool;

namespace {

Warehouse& warehouse() {
    static Warehouse opened = [] {
        auto made = Warehouse::open(fuzz::folder_of_process() + "/ingest.db");
        fuzz::expect(made.has_value(), "a new database opens");
        return std::move(*made);
    }();
    return opened;
}

void expect_done(const Status& status, const char* what) {
    fuzz::expect(status.has_value(), status ? "" : std::string(what) + status.error().message);
}

void expect_clean() {
    SQLite::Database db(fuzz::folder_of_process() + "/ingest.db");
    for (const char* table : {"companies", "filings", "metrics", "line_items", "periods"}) {
        SQLite::Statement rows(db, std::string("SELECT count(*) FROM ") + table);
        rows.executeStep();
        fuzz::expect(rows.getColumn(0).getInt64() == 0, std::string("nothing is left in ") + table);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes = fuzz::text_of(data, size);
    const Reading reading = read_release(bytes);
    for (const Statement& statement : reading.statements) fuzz::expect_statement(statement, size);
    for (const Claim& claim : reading.claims) fuzz::expect_inside(claim.span, size, "a claim");
    for (const Diagnostic& diagnostic : reading.diagnostics) {
        fuzz::expect_inside(diagnostic.span, size, "a diagnostic");
    }
    dump(reading);

    const std::string sha256 = sha256_hex(bytes);
    Warehouse& store = warehouse();
    expect_done(store.begin_batch(), "begin: ");
    expect_done(store.save(reading, Source{"a release", bytes, sha256, {}}), "save: ");
    expect_done(store.commit_batch(), "commit: ");
    expect_done(store.begin_batch(), "begin: ");
    const auto gone = store.forget(sha256);
    fuzz::expect(gone.has_value() && gone->size() == 1, "a release can be forgotten");
    expect_done(store.commit_batch(), "commit: ");
    static int runs = 0;
    if (++runs % 64 == 0) expect_clean();
    return 0;
}
