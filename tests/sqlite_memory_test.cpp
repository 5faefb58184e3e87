// SQLite's pooled memory: pieces keep what is written in them, and the limit holds.
#include "store/sqlite_memory.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace {

struct Held {
    unsigned char* at;
    std::size_t size;
    unsigned char fill;

    bool is_whole() const {
        return std::all_of(at, at + size, [&](unsigned char c) { return c == fill; });
    }
};

Held held(std::size_t size, unsigned char fill) {
    auto* const at = static_cast<unsigned char*>(sqlite3_malloc64(size));
    REQUIRE(at);
    std::fill(at, at + size, fill);
    return {at, size, fill};
}

constexpr std::int64_t usual_limit = 512LL << 20;

}  // namespace

TEST_CASE("sqlite memory: a piece keeps what is written in it until it is freed") {
    std::vector<Held> pieces;
    std::uint32_t random = 7;
    const auto next = [&](std::uint32_t below) {
        return (random = random * 1664525 + 1013904223) / 64 % below;
    };
    for (int i = 0; i < 40000; ++i) {
        const std::size_t size = 1 + next(next(8) == 0 ? 9000 : 1100);
        const auto fill = static_cast<unsigned char>(i);
        if (pieces.size() < 400) {
            pieces.push_back(held(size, fill));
            continue;
        }
        Held& piece = pieces[next(400)];
        REQUIRE(piece.is_whole());
        if (next(2) == 0) {
            sqlite3_free(piece.at);
            piece = held(size, fill);
            continue;
        }
        piece.at = static_cast<unsigned char*>(sqlite3_realloc64(piece.at, size));
        REQUIRE(piece.at);
        piece.size = std::min(piece.size, size);
        REQUIRE(piece.is_whole());
        CHECK(sqlite3_msize(piece.at) >= size);
        CHECK(reinterpret_cast<std::uintptr_t>(piece.at) % 8 == 0);
        sqlite3_free(piece.at);
        piece = held(size, fill);
    }
    for (const Held& piece : pieces) sqlite3_free(piece.at);
}

TEST_CASE("sqlite memory: beyond the limit a piece is refused and what is held stays whole") {
    const std::size_t large = 100 << 20;
    fintool::limit_sqlite_memory(150 << 20);
    Held first = held(large, 1);
    CHECK_FALSE(sqlite3_malloc64(large));
    CHECK_FALSE(sqlite3_realloc64(first.at, 2 * large));
    CHECK(first.is_whole());
    std::vector<void*> small;
    while (void* piece = sqlite3_malloc64(1000)) {
        small.push_back(piece);
        REQUIRE(small.size() < 100000);
    }
    CHECK(small.size() > 30000);
    for (void* piece : small) sqlite3_free(piece);
    sqlite3_free(first.at);
    fintool::limit_sqlite_memory(usual_limit);
    const Held again = held(2 * large, 2);
    CHECK(again.is_whole());
    sqlite3_free(again.at);
}
