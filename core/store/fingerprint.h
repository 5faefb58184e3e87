// What the statements of a release print, as one hash: the same release as a bare exhibit and
// inside of a submission has the same, though the bytes of the files differ.
#pragma once

#include <string>

#include "facts/reading.h"

namespace fintool {

// Lower-case hex; empty for a release without numbers in statements.
std::string fingerprint_of(const Reading& reading);

}  // namespace fintool
