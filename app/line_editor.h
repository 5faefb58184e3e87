// Lines typed at the prompt: with history, editing and completion where libedit is there, else as
// they come.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace fintool::app {

// One at a time: libedit keeps its state in globals. The history is ~/.fintool_history.
class LineEditor {
public:
    explicit LineEditor(std::vector<std::string> completions);
    ~LineEditor();
    LineEditor(const LineEditor&) = delete;
    LineEditor& operator=(const LineEditor&) = delete;

    std::optional<std::string> next();  // nothing at the end of the input
};

}  // namespace fintool::app
