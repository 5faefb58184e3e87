// fintool: the program's start. See command_line.cpp for what it takes, commands.h for what it
// does.
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

#include "command_line.h"
#include "store/sqlite_memory.h"

namespace {

constexpr char no_memory[] = "fintool: out of memory: what was not yet committed is undone\n";

// A thread of the readers, or a destructor, that finds no memory. SQLite rolls the rest back.
[[noreturn]] void end_without_memory() {
    try {
        if (std::current_exception()) std::rethrow_exception(std::current_exception());
    } catch (const std::bad_alloc&) {
        if (write(STDERR_FILENO, no_memory, sizeof no_memory - 1) < 0) _exit(1);
        _exit(1);
    } catch (...) {
        std::abort();
    }
    std::abort();
}

}  // namespace

int main(int argc, char** argv) {
    // A disk quota ends a write with an error that is told, not the process.
    std::signal(SIGXFSZ, SIG_IGN);
    std::set_terminate(end_without_memory);
    fintool::pool_sqlite_memory();
    try {
        return fintool::app::run_command_line(argc, argv);
    } catch (const std::bad_alloc&) {
        std::fputs(no_memory, stderr);
        return 1;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "fintool: %s\n", e.what());
        return 1;
    }
}
