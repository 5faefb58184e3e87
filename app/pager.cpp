// Starting the pager and writing to it. The answer is whole by then: no lock is held meanwhile.
#include "pager.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "log.h"

namespace fintool::app {
namespace {

// Empty: no pager.
std::string pager_command() {
    if (const char* own = std::getenv("FINTOOL_PAGER")) return own;
    const char* shared = std::getenv("PAGER");
    return shared && *shared ? shared : "less -FRX";
}

bool fits(std::string_view text) {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0) return true;
    return std::count(text.begin(), text.end(), '\n') < size.ws_row;
}

}  // namespace

bool show_in_pager(std::string_view text) {
    if (!stdout_is_terminal() || fits(text)) return false;
    const std::string command = pager_command();
    if (command.empty()) return false;
    // Colours pass through a less that was set up by $PAGER, too; where there is no such program,
    // the text is printed all the same.
    setenv("LESS", "FRX", 0);
    const auto before = std::signal(SIGPIPE, SIG_IGN);  // whoever quits early has seen enough
    std::FILE* pager = popen(("{ " + command + "; } || cat").c_str(), "w");
    if (pager) {
        std::fwrite(text.data(), 1, text.size(), pager);
        pclose(pager);
    }
    std::signal(SIGPIPE, before);
    return pager != nullptr;
}

}  // namespace fintool::app
