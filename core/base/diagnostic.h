// How a document disappoints us: a code, a place in its bytes, a sentence. Reading goes on.
// Diagnostics are stored with the release; each code stands in the README with its meaning.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace fintool {

// note: a choice worth knowing; doubt: a number rests on a guess; error: something is not read.
enum class Severity { note, doubt, error };

struct DiagnosticCode {
    std::string_view name;     // kebab-case, stable: it is stored
    Severity severity;
    std::string_view meaning;  // one sentence, for the README and `fintool status`
};

struct Diagnostic {
    std::string_view code;  // the name of one of diagnostic_codes()
    Span span;
    std::string message;
    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

const std::vector<DiagnosticCode>& diagnostic_codes();
// The code's row; asserts that it is listed.
const DiagnosticCode& diagnostic_code(std::string_view name);
std::string_view to_string(Severity severity);

}  // namespace fintool
