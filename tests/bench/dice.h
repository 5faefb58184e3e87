// A seed in, a stream of choices out: the same on every machine and in every version of a library,
// unlike <random>'s distributions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace bench {

class Dice {
public:
    // A stream of its own for each (seed, what, which): releases do not depend on their order.
    explicit Dice(std::uint64_t seed, std::uint64_t what = 0, std::uint64_t which = 0)
        : state_(seed * 0x9E3779B97F4A7C15U ^ what * 0xD1B54A32D192ED03U ^
                 which * 0x8CB92BA72F3D8DD7U) {
        next();
    }

    // splitmix64
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    // Both ends can come.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
    }

    bool chance(int percent) { return between(1, 100) <= percent; }

    template <typename List>
    const auto& pick(const List& list) {
        return list[static_cast<std::size_t>(next() % std::size(list))];
    }

private:
    std::uint64_t state_;
};

}  // namespace bench
