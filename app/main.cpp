// fintool: the program's start. See command_line.cpp for what it takes, commands.h for what it
// does.
#include <csignal>
#include <cstdio>
#include <exception>

#include "command_line.h"

int main(int argc, char** argv) {
    // A disk quota ends a write with an error that is told, not the process.
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        return fintool::app::run_command_line(argc, argv);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "fintool: %s\n", e.what());
        return 1;
    }
}
