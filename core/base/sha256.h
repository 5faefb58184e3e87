// SHA-256 of bytes (FIPS 180-4), by which a release is known again.
#pragma once

#include <string>
#include <string_view>

namespace fintool {

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace fintool
