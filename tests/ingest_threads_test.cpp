// Ingest on several threads, beside other programs, and broken off: the same rows, whole releases.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "run_program.h"
#include "store_readings.h"

namespace fs = std::filesystem;
using run_program::Folder;
using run_program::shell;

namespace {

// Variants of the samples under `in`: other amounts and, of each eight, another company.
void make_releases(const fs::path& in, int count) {
    std::vector<std::string> samples;
    for (const auto& entry : fs::directory_iterator(FINTOOL_SOURCE_DIR "/data/samples")) {
        samples.push_back(entry.path().string());
    }
    std::sort(samples.begin(), samples.end());
    fs::create_directories(in);
    for (int i = 0; i < count; ++i) {
        const fs::path sample = samples[static_cast<std::size_t>(i) % samples.size()];
        std::string text = fintool::read_whole_file(sample.string());
        const char digit = static_cast<char>('1' + i % 9), letter = static_cast<char>('A' + i / 8);
        for (std::size_t at = text.find(",1"); at != text.npos; at = text.find(",1", at + 1)) {
            text[at + 1] = digit;
        }
        for (const std::string name : {"Capstone", "CAPSTONE", "Quillfeather", "CPST", "QUFI"}) {
            for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
                text[at] = letter;
            }
        }
        std::ofstream(in / (std::to_string(100 + i) + sample.extension().string())) << text;
    }
}

// The files above, with some that are the same, that cannot be read, and that are packed.
void make_folder(const fs::path& in) {
    make_releases(in, 60);
    fs::copy_file(in / "100.txt", in / "000-first.txt");
    fs::copy_file(in / "103.html", in / "999-last.html");
    std::ofstream(in / "104-binary.dat") << std::string("a\0b\1", 4);
    std::ofstream(in / "105-empty.txt");
    std::ofstream(in / "106-letter.txt") << "We thank our shareholders.\n";
    std::ofstream(in / "107-broken.txt.gz") << "\x1f\x8b\x08 no gzip";
}

constexpr const char* set_up = "export SOURCE_DATE_EPOCH=0\n";

}  // namespace

TEST_CASE("ingest: the database is the same on one thread and on many") {
    if (!run_program::is_built()) return;
    const Folder folder("threads");
    make_folder(folder.path() / "in");
    const auto ingest = [&](const std::string& jobs) {
        const std::string db = " --db t" + jobs + ".db", to = db + " --jobs " + jobs + "\n";
        const auto answer =
            shell(folder, std::string(set_up) + "fintool ingest in/110.html in/999-last.html" + to +
                              "fintool map 'Cost of product revenue' none" + db + " >/dev/null\n" +
                              "fintool ingest in" + to + "fintool ingest in --again" + to +
                              "fintool ingest --again" + to + "fintool verify" + db);
        CHECK(answer.exit_code == 0);
        return answer.out;
    };
    const std::string said = ingest("1"), dumped = store_readings::dump((folder.path() / "t1.db"));
    CHECK(said.find("107-broken.txt.gz") != std::string::npos);
    const auto without_name = [](std::string text) {
        for (std::size_t at = text.find("(t"); at != text.npos; at = text.find("(t", at + 1)) {
            text[at + 2] = 'N';
        }
        return text.substr(0, text.rfind('\n', text.size() - 2));
    };
    for (const char* jobs : {"2", "8"}) {
        CAPTURE(jobs);
        CHECK(without_name(ingest(jobs)) == without_name(said));
        const fs::path db = folder.path() / ("t" + std::string(jobs) + ".db");
        CHECK(store_readings::dump(db.string()) == dumped);
    }
}

TEST_CASE("ingest: an interrupt ends a wait for input and leaves whole releases") {
    if (!run_program::is_built()) return;
    for (const std::string jobs : {"1", "3"}) {
        CAPTURE(jobs);
        const Folder folder("interrupt-" + jobs);
        make_releases(folder.path() / "in", 24);
        const auto answer =
            shell(folder, std::string(set_up) +
                              "mkfifo pipe; sleep 60 >pipe & sleeper=$!\n"
                              "fintool ingest in - --db t.db --jobs " +
                              jobs +
                              " <pipe & pid=$!\n"
                              "sleep 1; kill -INT $pid; wait $pid; code=$?; kill $sleeper\n"
                              "fintool verify --db t.db >/dev/null || echo damaged\n"
                              "ls | grep journal\nexit $code");
        CHECK(answer.exit_code == 130);
        CHECK(answer.out.find("interrupted (t.db)") != std::string::npos);
        CHECK(answer.out.find("damaged") == std::string::npos);
        CHECK(answer.out.find("journal") == std::string::npos);
        const auto rest = shell(folder, std::string(set_up) +
                                            "fintool ingest in --db t.db\n"
                                            "fintool ingest in --db clean.db");
        CHECK(rest.exit_code == 0);
        CHECK(store_readings::dump((folder.path() / "t.db").string()) ==
              store_readings::dump((folder.path() / "clean.db").string()));
    }
}

TEST_CASE("ingest: two at once end as one after the other") {
    if (!run_program::is_built()) return;
    const Folder folder("two-ingests");
    make_releases(folder.path() / "a", 40);
    make_releases(folder.path() / "b", 8);
    fs::rename(folder.path() / "b", folder.path() / "z");
    const auto both = shell(folder,
                            "fintool ingest a --db t.db --jobs 2 & first=$!\n"
                            "fintool ingest z a --db t.db --jobs 2; second=$?\n"
                            "wait $first && exit $second");
    CHECK_MESSAGE(both.exit_code == 0, both.out);
    const auto one = shell(folder, "fintool ingest a --db one.db && fintool ingest z --db one.db");
    CHECK(one.exit_code == 0);
    // Which of two files with the same text came first, and so the numbers, may differ.
    const std::string what =
        "SELECT sha256, company, metric, metric_facts.period_end, months, value, origin, formula"
        " FROM metric_facts JOIN filings ON filings.id = filing_id ORDER BY 1, 2, 3, 4, 5, 6, 7, 8";
    CHECK(store_readings::rows((folder.path() / "t.db").string(), what) ==
          store_readings::rows((folder.path() / "one.db").string(), what));
    CHECK(shell(folder, "fintool verify --db t.db").exit_code == 0);
}

TEST_CASE("ingest: who holds the database is waited for and then the release is not stored") {
    if (!run_program::is_built()) return;
    const Folder folder("held");
    make_releases(folder.path() / "in", 4);
    const std::string db = (folder.path() / "t.db").string();
    CHECK(shell(folder, "fintool ingest in/100.txt --db t.db").exit_code == 0);
    const std::string before = store_readings::dump(db);
    for (const char* lock : {"BEGIN IMMEDIATE", "BEGIN; SELECT * FROM filings"}) {
        CAPTURE(lock);
        SQLite::Database other(db, SQLite::OPEN_READWRITE);
        SQLite::Statement open(other, "SELECT * FROM filings");
        if (std::string(lock) == "BEGIN IMMEDIATE") {
            other.exec(lock);
        } else {
            REQUIRE(open.executeStep());  // a reader that does not end
        }
        const auto held = shell(folder, "fintool ingest in --db t.db --wait 1.5");
        CHECK(held.exit_code == 1);
        CHECK(held.out.find("waiting for another program that holds t.db") != std::string::npos);
        CHECK(held.out.find("database is locked; another program holds it") != std::string::npos);
        open.reset();
        if (std::string(lock) == "BEGIN IMMEDIATE") other.exec("ROLLBACK");
        CHECK(store_readings::dump(db) == before);
    }
    const auto later = shell(folder, "fintool ingest in --db t.db");
    CHECK(later.out == "3 releases stored, 1 already there (t.db)\n");
}
