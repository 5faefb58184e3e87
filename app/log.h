// Everything that is not data goes to stderr through here: one line a remark, made safe to show.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace fintool::app {

void set_up_log(bool quiet);
void note(std::string_view text);     // what an answer rests on, a summary
void warning(std::string_view text);  // "fintool: ...", yet the work goes on
void failure(std::string_view text);  // "fintool: ..."
// Says the error and gives its exit code.
int failure(const Error& error);

// A line that is rewritten in place, ten times a second at most, where stderr is a terminal.
void show_progress(std::string_view text);
void clear_progress();

bool stdin_is_terminal();
bool stdout_is_terminal();
bool stderr_is_terminal();

}  // namespace fintool::app
