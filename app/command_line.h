// argv -> the command that is meant, run. Usage faults are told here, with what was meant instead.
#pragma once

namespace fintool::app {

int run_command_line(int argc, char** argv);

}  // namespace fintool::app
