// SHA-256 of bytes (FIPS 180-4), by which a release is known again.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace fintool {

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

// The same of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    void add(std::string_view bytes);
    std::string hex() const;  // of what was added so far

private:
    std::array<std::uint32_t, 8> state_;
    std::string rest_;  // less than a block
    std::uint64_t size_ = 0;
};

}  // namespace fintool
