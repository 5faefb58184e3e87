// The handlers of SIGINT and SIGTERM: they only set a mark.
#include "interrupts.h"

namespace fintool::app {

volatile std::sig_atomic_t interrupt_seen = 0;

static void see_interrupt(int) { interrupt_seen = 1; }

void watch_interrupts() {
    struct sigaction action {};
    action.sa_handler = see_interrupt;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

}  // namespace fintool::app
