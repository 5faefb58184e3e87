// A text that is longer than the terminal goes through a pager: $FINTOOL_PAGER, $PAGER, else less.
#pragma once

#include <string_view>

namespace fintool::app {

// False where none is wanted (no terminal, a short text, an empty $FINTOOL_PAGER): print it then.
bool show_in_pager(std::string_view text);

}  // namespace fintool::app
