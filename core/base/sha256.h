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
    enum class Rounds { fastest, portable };  // what this processor does best, or plain C++
    Sha256() : Sha256(Rounds::fastest) {}
    explicit Sha256(Rounds rounds);
    void add(std::string_view bytes);
    std::string hex() const;  // of what was added so far

private:
    void absorb_blocks(std::array<std::uint32_t, 8>& state, std::string_view blocks) const;

    bool fast_;
    std::array<std::uint32_t, 8> state_;
    std::string rest_;  // less than a block
    std::uint64_t size_ = 0;
};

}  // namespace fintool
