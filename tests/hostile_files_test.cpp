// Folders that are made to harm: what ingest passes over says why on a line of its own, and nothing
// hangs, fills memory or leaves the folder.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "run_program.h"
#include "sanitized.h"

using run_program::Answer;
using run_program::Folder;
using run_program::shell;

namespace {

bool limits_memory() {
    if (!is_sanitized) return true;
    MESSAGE("skipped: a sanitizer cannot run within a limit of memory");
    return false;
}

bool is_missing() {
    if (run_program::is_built()) return false;
    MESSAGE("skipped: the program is not built");
    return true;
}

std::size_t lines_in(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("hostile files: links and loops and devices are passed over") {
    if (is_missing()) return;
    const Folder folder("hostile-links");
    const Answer answer = shell(folder,
                                "mkdir -p in/deep; ln -s .. in/deep/loop; ln -s self in/self\n"
                                "ln -s /dev/zero in/zero; ln -s /etc/passwd in/passwd\n"
                                "mkfifo in/pipe; echo 'We thank you.' >in/letter.txt\n"
                                "timeout 20 fintool ingest in; echo \"=> $?\"\n"
                                "timeout 20 fintool ingest /dev/zero in/pipe; echo \"=> $?\"\n"
                                "timeout 20 fintool ingest in/passwd >/dev/null 2>&1\n"
                                "fintool query 'SELECT path FROM filings' --format csv");
    CHECK(answer.out ==
          "fintool: in/deep/loop: passed over: a link\n"
          "fintool: in/passwd: passed over: a link\n"
          "fintool: in/pipe: passed over: a pipe\n"
          "fintool: in/self: passed over: a link\n"
          "fintool: in/zero: passed over: a link\n"
          "fintool: in/letter.txt: no statements: no income statement, balance sheet or cash flow"
          " found\n"
          "1 without statements, 5 passed over (fintool.db)\n=> 1\n"
          "fintool: /dev/zero: a device\nfintool: in/pipe: a pipe\n=> 1\n"
          "path\nin/letter.txt\nin/passwd\n");
}

TEST_CASE("hostile files: names cannot fake a line or steer a terminal") {
    if (is_missing()) return;
    const Folder folder("hostile-names");
    const auto file = [&](const std::string& name) {
        std::filesystem::create_directories(folder.path() / "in");
        std::ofstream(folder.path() / "in" / name) << "We thank you.\n" << name.size();
    };
    file("a\nfintool: all is well.txt");
    file("b\x1b[2J\x1b]52;c;ZWNobw==\x07.txt");
    file("c\xff\xfe.txt");
    file("d\xe2\x80\xaetxt.exe");
    file("=HYPERLINK(\"x\").txt");
    file("<script>alert(1).txt");
    const Answer answer = shell(folder, "fintool ingest in");
    CHECK(lines_in(answer.out) == 7);
    const Answer csv = shell(folder, "fintool query 'SELECT path FROM filings' --format csv");
    CHECK(lines_in(csv.out) == 7);
    const Answer page = shell(folder, "fintool query 'SELECT path FROM filings' --format html");
    CHECK(page.out.find("<script>") == std::string::npos);
    for (const Answer* shown : {&answer, &csv, &page}) {
        const std::string& out = shown->out;
        CHECK(out.find('\x1b') == std::string::npos);
        CHECK(out.find('\x07') == std::string::npos);
        CHECK(out.find("\xe2\x80\xae") == std::string::npos);
        CHECK(out.find('\xff') == std::string::npos);
        CHECK(out.find("\nfintool: all is well") == std::string::npos);
    }
}

TEST_CASE("hostile files: a bomb of zeros is refused without filling memory") {
    if (is_missing() || !limits_memory()) return;
    const Folder folder("hostile-bomb");
    const Answer answer = shell(folder,
                                "mkdir in; head -c 300000000 /dev/zero | gzip -9 >in/bomb.txt.gz\n"
                                "gzip -c in/bomb.txt.gz >in/twice.gz\n"
                                "head -c 70000000 /dev/zero >in/large.txt\n"
                                "prlimit --as=900000000 fintool ingest in; echo \"=> $?\"");
    CHECK(answer.out.find("in/bomb.txt.gz: ") != std::string::npos);
    CHECK(answer.out.find("in/large.txt: larger than 64 MiB") != std::string::npos);
    CHECK(answer.out.find("3 unreadable") != std::string::npos);
    CHECK(answer.out.ends_with("=> 1\n"));
}

TEST_CASE("hostile files: a folder of a hundred thousand empty files is read through") {
    if (is_missing() || !limits_memory()) return;
    const Folder folder("hostile-many");
    std::filesystem::create_directories(folder.path() / "in");
    for (int i = 0; i < 100'000; ++i) {
        std::ofstream{folder.path() / "in" / (std::to_string(i) + ".txt")};
    }
    const Answer answer = shell(folder, "prlimit --as=400000000 fintool ingest in; echo \"=> $?\"");
    CHECK(answer.out ==
          "fintool: in/0.txt: unreadable: the file is empty\n"
          "99999 already there, 1 unreadable (fintool.db)\n=> 1\n");
}
