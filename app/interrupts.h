// Ctrl-C and termination while something is written: heard between two releases, so that what is
// begun is finished.
#pragma once

#include <csignal>

namespace fintool::app {

extern volatile std::sig_atomic_t interrupt_seen;

void watch_interrupts();

}  // namespace fintool::app
