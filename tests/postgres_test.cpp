// `fintool export --to postgresql://...` against a real server: what arrives, what goes over again,
// and what a lost connection, a full disk or somebody else's tables leave behind.
#include <SQLiteCpp/Database.h>
#include <sys/mount.h>
#include <unistd.h>

#include "postgres_fixture.h"
#include "store_readings.h"

using namespace fintool::postgres_fixture;
using run_program::Folder;

namespace {

std::string export_to(const std::string& url) { return "fintool export --to '" + url + "'"; }

// A disk of few megabytes in memory, gone again with the test.
class SmallDisk {
public:
    explicit SmallDisk(std::string path) : path_(std::move(path)) {
        std::filesystem::create_directory(path_);
        there_ = ::geteuid() == 0 && ::mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=6m") == 0;
    }
    ~SmallDisk() {
        if (there_) ::umount2(path_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool is_there() const { return there_; }

private:
    std::string path_;
    bool there_ = false;
};

void change(const Folder& folder, const std::string& sql) {
    SQLite::Database db((folder.path() / "fintool.db").string(), SQLite::OPEN_READWRITE);
    db.exec(sql);
}

}  // namespace

TEST_CASE("postgres: every row arrives and a second export sends nothing") {
    const auto server = server_or_word();
    if (!server) return;
    const Folder folder("postgres-rows");
    ingest_samples(folder);
    must(folder, export_to(server->url()));
    CHECK(difference(folder, server->url()) == "");
    auto there = session(server->url());
    const std::string last = "SELECT max(xmin::text::bigint) FROM ";
    const std::string before =
        value(there, last + "line_item_values") + value(there, last + "fintool_export_parts");
    CHECK(must(folder, export_to(server->url())).out.starts_with("nothing new for "));
    CHECK(value(there, last + "line_item_values") + value(there, last + "fintool_export_parts") ==
          before);
    CHECK(value(there,
                "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid ="
                " 'filings'::regclass AND attname = 'released_on'") == "date");
    CHECK(value(there,
                "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid ="
                " 'metrics'::regclass AND attname = 'value'") == "numeric");
    CHECK(value(there, "SELECT obj_description('metrics'::regclass)")
              .find("Citus: distribution key company_id") != std::string::npos);
    CHECK(value(there, "SELECT col_description('metrics'::regclass, 5)").find("whole units") == 0);
    const std::string keys =
        "SELECT count(*) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND "
        "contype = ";
    CHECK(std::stoi(value(there, keys + "'f'")) >= 20);
    CHECK(std::stoi(value(there, keys + "'p'")) >= 20);
}

TEST_CASE("postgres: psql reads a folder of COPY text or csv by its load script") {
    const auto server = server_or_word();
    if (!server) return;
    const Folder folder("postgres-folder");
    ingest_samples(folder);
    auto there = session(server->url());
    for (const std::string format : {"copy", "csv"}) {
        run(there, "CREATE DATABASE from_" + format);
        const std::string url = server->url("from_" + format);
        must(folder, "fintool export -q --to " + format + " --format " + format + " && cd " +
                         format + " && psql -X -q -f load.sql '" + url + "'");
        CHECK(difference(folder, url) == "");
        auto loaded = session(url);
        CHECK(value(loaded, "SELECT count(*) FROM quarterly_metrics") != "0");
    }
}

TEST_CASE("postgres: what was forgotten or read anew or renamed is the same there") {
    const auto server = server_or_word();
    if (!server) return;
    const Folder folder("postgres-changes");
    ingest_samples(folder);
    must(folder, export_to(server->url()));
    for (const std::string step :
         {"fintool forget capstone-2008-09.html quillfeather-2026-03.html",
          "fintool ingest samples", "fintool map 'Revenues' none", "fintool map --remove Revenues",
          "fintool companies rename QUFI 'Quillfeather'", "fintool companies merge QUFI CPST",
          "fintool forget capstone-2004-09.txt", "SOURCE_DATE_EPOCH=0 fintool ingest --again"}) {
        CAPTURE(step);
        must(folder, step);
        const auto sent = must(folder, export_to(server->url()));
        CHECK_MESSAGE(sent.out.find("sent to") != std::string::npos, sent.out);
        CHECK(difference(folder, server->url()) == "");
        CHECK(must(folder, export_to(server->url())).out.starts_with("nothing new"));
    }
    change(folder,
           "UPDATE filings SET released_on = NULL WHERE id = (SELECT min(id) FROM filings)");
    must(folder, export_to(server->url()));
    CHECK(difference(folder, server->url()) == "");
}

TEST_CASE("postgres: a lost connection leaves whole parts and a second run ends it") {
    const auto server = server_or_word();
    if (!server) return;
    const Folder folder("postgres-lost");
    ingest_samples(folder);
    must(folder,
         "cp fintool.db all.db && fintool forget quillfeather-2026-03.html "
         "quillfeather-2026-06.html capstone-2008-09.html && " +
             export_to(server->url()));
    auto there = session(server->url());
    // The server ends the session in the midst of the rows of 2026.
    run(there,
        "CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM"
        " pg_terminate_backend(pg_backend_pid()); RETURN NEW; END';"
        "CREATE TRIGGER ends BEFORE INSERT ON line_items FOR EACH ROW WHEN"
        " (NEW.statement_id / 1000 IN (3, 4)) EXECUTE FUNCTION end_session()");
    must(folder, "cp all.db fintool.db");
    const auto lost = run_program::shell(folder, export_to(server->url()));
    CHECK(lost.exit_code == 1);
    CHECK(lost.out.find("cannot load 2026") != std::string::npos);
    CHECK(lost.out.find("export again") != std::string::npos);
    CHECK(value(there, "SELECT string_agg(id::text, ',' ORDER BY id) FROM filings") == "1,2");
    for (const char* table : {"statements", "checks", "metrics"}) {
        CHECK(value(there, std::string("SELECT count(*) FROM ") + table + " WHERE filing_id > 2") ==
              "0");
        CHECK(value(there, std::string("SELECT count(*) > 0 FROM ") + table +
                               " WHERE filing_id = 2") == "t");
    }
    run(there, "DROP TRIGGER ends ON line_items");
    CHECK(must(folder, export_to(server->url())).out.starts_with("2 releases of "));
    CHECK(difference(folder, server->url()) == "");
}

TEST_CASE("postgres: hostile texts arrive as they are and a password stands in no message") {
    const auto server = server_or_word();
    if (!server) return;
    const Folder folder("postgres-hostile");
    ingest_samples(folder);
    change(folder,
           "UPDATE line_items SET label = 'a' || char(9) || 'b' || char(10) || 'c\\d' ||"
           " char(13) || '''\"\\.\\N' || char(0) || 'z' || x'ff' WHERE row_no = 3");
    change(folder, "UPDATE filings SET path = '\\.' WHERE id = 2");
    must(folder, export_to(server->url()));
    auto there = session(server->url());
    CHECK(value(there, "SELECT label FROM line_items WHERE row_no = 3 LIMIT 1") ==
          "a\tb\nc\\d\r'\"\\.\\Nz\xef\xbf\xbd");
    CHECK(value(there, "SELECT path FROM filings WHERE id = 2") == "\\.");
    CHECK(difference(folder, server->url()) == "");

    const std::string host = server->url().substr(server->url().find('@'));
    for (const std::string& url : std::vector<std::string>{
             "postgresql://nobody:s3cret" + host, "postgresql://nobody:s3cret@127.0.0.1:1/x",
             "postgresql://nobody:s3cret@127.0.0.1:port/x", "postgresql://a:s3cret@[::1/x",
             "postgresql://nobody" + host + "?password=s3cret",
             "postgresql://nobody:s3cret" + host + "?nosuch=1"}) {
        CAPTURE(url);
        const auto refused = run_program::shell(folder, export_to(url));
        CHECK(refused.exit_code != 0);
        CHECK(refused.out.starts_with("fintool: "));
        CHECK(refused.out.find("s3cret") == std::string::npos);
    }
}

TEST_CASE("postgres: tables of others are not touched and a full disk there is told") {
    const auto server = server_or_word();
    if (!server) return;
    const Folder folder("postgres-refused");
    ingest_samples(folder);
    auto there = session(server->url());
    run(there, "CREATE TABLE companies (mine text); INSERT INTO companies VALUES ('kept')");
    const auto refused = run_program::shell(folder, export_to(server->url()));
    CHECK(refused.exit_code == 2);
    CHECK(refused.out.find("did not make (companies)") != std::string::npos);
    CHECK(value(there, "SELECT mine FROM companies") == "kept");
    // A schema of its own beside it is fine.
    run(there, "CREATE SCHEMA fin");
    const std::string own = server->url() + "?options=-csearch_path%3Dfin";
    must(folder, export_to(own));
    CHECK(difference(folder, own) == "");

    const std::string disk = server->folder() + "/disk";
    const SmallDisk small(disk);
    if (!small.is_there()) {
        MESSAGE("skipped: no small disk can be mounted here");
        return;
    }
    server->give(disk);
    run(there, "CREATE TABLESPACE small LOCATION '" + disk + "'");
    run(there, "CREATE DATABASE tight");
    const std::string url = server->url("tight") + "?options=-cdefault_tablespace%3Dsmall";
    auto tight = session(url);
    run(tight,
        "CREATE TABLE ballast AS SELECT repeat('x', 900) AS t FROM generate_series(1, 5200)");
    auto full = run_program::shell(folder, export_to(url));
    CHECK(full.exit_code == 1);
    CHECK(full.out.find("No space left on device") != std::string::npos);
    CHECK(full.out.find("make room there, then export again") != std::string::npos);
    run(tight, "DROP TABLE ballast");
    must(folder, export_to(url));
    CHECK(difference(folder, url) == "");
}
