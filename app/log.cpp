// stderr, through spdlog: its own default would be stdout. See the header.
#include "log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "base/text.h"
#include "commands.h"
#include "render/escape.h"

namespace fintool::app {
namespace {

bool progress_shown = false;

// Each line on its own, so that text from a document cannot fake a line of ours.
std::string safe_lines(std::string_view text) {
    std::string out;
    for (const std::string_view line : split(text, '\n')) {
        out += (out.empty() ? "" : "\n") + terminal_text(line);
    }
    return out;
}

}  // namespace

void set_up_log(bool quiet) {
    spdlog::drop("fintool");
    auto logger = spdlog::stderr_logger_st("fintool");
    logger->set_pattern("%v");
    logger->set_level(quiet ? spdlog::level::warn : spdlog::level::info);
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(logger);
}

void note(std::string_view text) {
    clear_progress();
    spdlog::info("{}", safe_lines(text));
}

void warning(std::string_view text) {
    clear_progress();
    spdlog::warn("fintool: {}", safe_lines(text));
}

void failure(std::string_view text) {
    clear_progress();
    spdlog::error("fintool: {}", safe_lines(text));
}

int failure(const Error& error) {
    failure(error.message);
    switch (error.code) {
        case Error::Code::invalid_argument: return wrong_usage;
        case Error::Code::timeout: return time_limit;
        default: return failed;
    }
}

void show_progress(std::string_view text) {
    using Clock = std::chrono::steady_clock;
    static Clock::time_point last;
    if (!stderr_is_terminal() || Clock::now() - last < std::chrono::milliseconds(100)) return;
    last = Clock::now();
    const std::string line = terminal_text(text);
    std::fprintf(stderr, "\r\x1b[K%s", line.substr(0, bytes_that_fit(line, 78)).c_str());
    std::fflush(stderr);
    progress_shown = true;
}

void clear_progress() {
    if (!progress_shown) return;
    std::fputs("\r\x1b[K", stderr);
    std::fflush(stderr);
    progress_shown = false;
}

bool stdin_is_terminal() { return isatty(STDIN_FILENO) == 1; }
bool stdout_is_terminal() { return isatty(STDOUT_FILENO) == 1; }
bool stderr_is_terminal() { return isatty(STDERR_FILENO) == 1; }

}  // namespace fintool::app
