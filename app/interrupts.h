// Ctrl-C and termination while something is written: heard between two releases, so that what is
// begun is finished.
#pragma once

#include <atomic>

namespace fintool::app {

extern std::atomic<bool> interrupt_seen;

void watch_interrupts();

}  // namespace fintool::app
