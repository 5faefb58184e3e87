// Where an answer goes: stdout or a file, in the asked format; a full disk or a closed pipe is
// said.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "commands.h"
#include "render/render.h"

namespace fintool::app {

// The format that `shape` asks for; nothing (said on stderr) where there is none of that name.
std::optional<Format> format_of(const Shape& shape);

// Writes the whole text; gives the exit code.
int write_out(std::string_view text, const std::string& file);

// Renders and writes; notes go to stderr, where the format does not hold them itself.
int write_answer(std::vector<ResultSet> panels, const ResultSet& tidy, const Common& common,
                 const Shape& shape);
int write_answer(const ResultSet& result, const Common& common, const Shape& shape);

// Notes on stderr, nothing else.
void say_notes(const ResultSet& result);
// Does the terminal's locale have block characters?
bool has_unicode();

}  // namespace fintool::app
