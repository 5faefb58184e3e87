// The test binary's main; the cases are in the files beside this one. SQLite's memory is pooled, as
// in the program.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "store/sqlite_memory.h"

int main(int argc, char** argv) {
    fintool::pool_sqlite_memory();
    return doctest::Context(argc, argv).run();
}
