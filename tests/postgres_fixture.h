// A folder with the samples' database, and what a server holds against what the database holds.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "postgres_server.h"
#include "run_program.h"
#include "transfer/postgres_connection.h"

namespace fintool::postgres_fixture {

// A test without a server says so and has passed.
inline std::unique_ptr<PostgresServer> server_or_word() {
    std::string why;
    auto server = PostgresServer::start(why);
    if (!server) MESSAGE("skipped: " << why);
    if (!server && why.find("installed") == why.npos) FAIL_CHECK(why);
    return server;
}

inline run_program::Answer must(const run_program::Folder& folder, const std::string& line) {
    const auto answer = run_program::shell(folder, line);
    REQUIRE_MESSAGE(answer.exit_code == 0, line << "\n" << answer.out);
    return answer;
}

inline void ingest_samples(const run_program::Folder& folder) {
    must(folder,
         "ln -sfn '" FINTOOL_SOURCE_DIR "/data/samples' samples && fintool ingest -q samples");
}

inline PostgresConnection session(const std::string& url) {
    auto made = PostgresConnection::open(url);
    REQUIRE_MESSAGE(made, made.error().message);
    return std::move(*made);
}

inline void run(PostgresConnection& there, const std::string& sql) {
    const Status done = there.run(sql, "run");
    REQUIRE_MESSAGE(done, done.error().message);
}

inline std::string value(PostgresConnection& there, const std::string& sql) {
    const auto rows = there.rows(sql, "ask");
    REQUIRE_MESSAGE(rows, rows.error().message);
    return rows->empty() ? "" : rows->front().front();
}

// The database as COPY text against what COPY says on the other side, table by table, byte for
// byte; empty where all is the same.
inline std::string difference(const run_program::Folder& folder, const std::string& url) {
    const std::string line =
        "rm -rf here there && fintool export -q --to here && mkdir there && export LC_ALL=C\n"
        "for table in $(ls here/*/*.copy | sed 's:.*/::; s:[.]copy::' | sort -u); do\n"
        "  cat here/*/$table.copy | sort > here.txt\n"
        "  psql -X -q '" +
        url +
        "' -c \"COPY $table TO STDOUT\" | sort > there.txt\n"
        "  cmp here.txt there.txt >/dev/null || { echo \"$table:\"; diff here.txt there.txt |"
        " cut -c 1-200 | head -4; }\n"
        "  cat here.txt >> all.txt\ndone\n"
        "test $(wc -l < all.txt) -gt 100 || echo 'nothing was compared'";
    return run_program::shell(folder, line).out;
}

}  // namespace fintool::postgres_fixture
