// What is installed is whole: the program alone in its prefix, the core for another program, and
// the Debian packages.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "run_program.h"
#include "sanitized.h"

namespace fs = std::filesystem;
using run_program::Folder;
using run_program::shell;

namespace {

std::string install_line(const std::string& prefix) {
    return "cmake --install '" FINTOOL_BINARY_DIR "' --prefix \"$PWD/" + prefix + "\" >log 2>&1";
}

}  // namespace

TEST_CASE("install: the program needs no file beside itself") {
    REQUIRE(run_program::is_built());
    const Folder folder("install");
    const auto installed = shell(folder, install_line("usr") + " || cat log");
    CHECK(installed.exit_code == 0);
    CHECK(installed.out == "");
    for (const char* file :
         {"bin/fintool", "share/man/man1/fintool.1.gz", "share/bash-completion/completions/fintool",
          "share/zsh/vendor-completions/_fintool", "share/fish/vendor_completions.d/fintool.fish",
          "share/doc/fintool/copyright", "share/doc/fintool/examples/quarters.cpp",
          "share/doc/fintool/examples/samples/capstone-2004-09.txt", "include/fintool/fintool.h"}) {
        CAPTURE(file);
        CHECK(fs::exists(folder.path() / "usr" / file));
    }
    const auto alone =
        shell(folder,
              "cp usr/bin/fintool fintool; cp -r usr/share/doc/fintool/examples/samples .\n"
              "rm -r usr; env -i ./fintool ingest samples && env -i ./fintool -q query "
              "'revenue Q2 FY2009 for CPST' --format csv | cut -d, -f6");
    CHECK(alone.out == "4 releases stored (fintool.db)\nvalue\n13121000\n");
}

TEST_CASE("install: the version names the program and SQLite and the schema") {
    REQUIRE(run_program::is_built());
    const Folder folder("version");
    const auto version = shell(folder, "fintool --version");
    CHECK(version.exit_code == 0);
    CHECK(version.out.starts_with("fintool 0."));
    CHECK(version.out.find(" (SQLite 3.") != std::string::npos);
    CHECK(version.out.find(", schema ") != std::string::npos);
}

TEST_CASE("install: the completion for each shell is what that shell can read") {
    REQUIRE(run_program::is_built());
    const Folder folder("completions");
    for (const std::string name : {"bash", "zsh", "fish"}) {
        if (shell(folder, "command -v " + name).exit_code != 0) {
            MESSAGE("skipped: there is no " << name << " here");
            continue;
        }
        const auto read = shell(folder, "fintool completion " + name + " >c && " + name + " -n c");
        CHECK_MESSAGE(read.exit_code == 0, read.out);
    }
}

TEST_CASE("install: another program finds the core and uses it") {
    REQUIRE(run_program::is_built());
    if (is_sanitized) {
        MESSAGE("skipped: a program without the sanitizers cannot link a core with them");
        return;
    }
    const Folder folder("found");
    const auto built = shell(
        folder, install_line("usr") +
                    " && cp -r usr/share/doc/fintool/examples example &&"
                    " { cmake -G Ninja -S example -B build -DCMAKE_PREFIX_PATH=\"$PWD/usr\" &&"
                    " cmake --build build; } >log 2>&1 || cat log");
    CHECK(built.out == "");
    const auto run = shell(folder, "build/quarters example/samples/capstone* | head -3");
    CHECK(run.out ==
          "2 releases, 8 quarters\n"
          "company,ticker,metric,fiscal_label,period_end,value,unit,qoq,yoy,origin,formula\n"
          "Capstone Turbine Corporation,CPST,revenue,Q1 FY2004,2003-06-30,4132000,USD,,,derived,"
          "\"H1 FY2004 6,479,000 - Q2 FY2004 2,347,000\"\n");
    // No warning option, precompiled header or folder of the build leaks.
    const auto leaks =
        shell(folder,
              "grep -E 'Winvalid-pch|cmake_pch|stringop' build/build.ninja\n"
              "grep -rE '" FINTOOL_BINARY_DIR "|" FINTOOL_SOURCE_DIR "' usr/lib --include=*.cmake");
    CHECK(leaks.out == "");
}

TEST_CASE("install: the Debian packages are whole and lintian finds no error") {
    REQUIRE(run_program::is_built());
    const Folder folder("packages");
    if (is_sanitized || shell(folder, "command -v dpkg-deb dpkg-shlibdeps").exit_code != 0) {
        MESSAGE("skipped: there is no dpkg-deb or dpkg-shlibdeps here, or the build is sanitized");
        return;
    }
    const auto packed = shell(folder, "cpack -G DEB --config '" FINTOOL_BINARY_DIR
                                      "/CPackConfig.cmake' -B \"$PWD\""
                                      " >log 2>&1 || cat log");
    CHECK(packed.out == "");
    const auto depends = shell(folder, "dpkg-deb -f fintool_*.deb Depends").out;
    CAPTURE(depends);
    CHECK(depends.find("libc6 (>= 2.") != std::string::npos);
    CHECK(depends.find("libsqlite3-0 (>= 3.") != std::string::npos);
    const auto files = shell(folder, "dpkg-deb -c fintool_*.deb").out;
    CHECK(files.find("./usr/bin/fintool\n") != std::string::npos);
    CHECK(files.find("./usr/share/man/man1/fintool.1.gz\n") != std::string::npos);
    CHECK(files.find("libfintool.a") == std::string::npos);
    CHECK(shell(folder, "dpkg-deb -c libfintool-dev_*.deb").out.find("libfintool.a\n") !=
          std::string::npos);
    const auto unpacked = shell(
        folder, "dpkg-deb -x fintool_*.deb root && root/usr/bin/fintool --version | cut -c 1-9");
    CHECK(unpacked.out == "fintool 0\n");
    if (shell(folder, "command -v lintian").exit_code != 0) {
        MESSAGE("skipped: there is no lintian here");
        return;
    }
    const auto judged =
        shell(folder, "lintian --allow-root --fail-on error *.deb >found 2>&1 || cat found");
    CHECK_MESSAGE(judged.out == "", judged.out);
}
