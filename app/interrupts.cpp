// The handlers of SIGINT and SIGTERM: they only set a mark.
#include "interrupts.h"

#include <csignal>

namespace fintool::app {

std::atomic<bool> interrupt_seen = false;
static_assert(std::atomic<bool>::is_always_lock_free);  // else a handler must not touch it

static void see_interrupt(int) { interrupt_seen = true; }

void watch_interrupts() {
    struct sigaction action {};
    action.sa_handler = see_interrupt;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

}  // namespace fintool::app
