// Lists of free pieces by size, one set a thread, cut from a few chunks that are kept until the
// end; what is larger, or too much, comes from malloc. A piece that another thread frees joins its
// lists.
#include "store/sqlite_memory.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace fintool {
namespace {

constexpr std::size_t step = 16;          // sizes of pieces are multiples of it
constexpr std::size_t most_piece = 1024;  // AST nodes, table and column records, short texts
constexpr std::size_t chunk_size = 64 << 10;
constexpr std::size_t most_pooled = 16 << 20;  // of a thread: chunks are not given back

// Before every piece stands its size, this one included, and whether malloc gave it; behind it the
// piece, or in a list the next.
struct Piece {
    std::uint32_t size;
    std::uint32_t alone;
    Piece* next;
};
constexpr std::size_t before = offsetof(Piece, next);

struct Pool {
    std::array<Piece*, most_piece / step + 1> free{};
    char* begin = nullptr;  // what is left of the newest chunk
    std::size_t left = 0;
    std::size_t pooled = 0;
};
thread_local Pool pool;

std::atomic<std::int64_t> held{0}, limit{std::numeric_limits<std::int64_t>::max()};

bool take(std::size_t bytes) {
    const auto more = static_cast<std::int64_t>(bytes);
    if (held.fetch_add(more, std::memory_order_relaxed) + more <= limit) return true;
    held.fetch_sub(more, std::memory_order_relaxed);
    return false;
}

void give_back(std::size_t bytes) {
    held.fetch_sub(static_cast<std::int64_t>(bytes), std::memory_order_relaxed);
}

void* counted_malloc(std::size_t size) {
    if (!take(size)) return nullptr;
    void* const made = std::malloc(size);
    if (!made) give_back(size);
    return made;
}

void keep(Piece* piece) {
    Piece*& first = pool.free[piece->size / step];
    piece->next = first;
    first = piece;
}

bool begin_chunk() {
    if (pool.pooled + chunk_size > most_pooled) return false;
    void* const chunk = counted_malloc(chunk_size);
    if (!chunk) return false;
    if (pool.left > 0) {
        auto* const rest = reinterpret_cast<Piece*>(pool.begin);
        *rest = {static_cast<std::uint32_t>(pool.left), 0, nullptr};
        keep(rest);
    }
    pool.begin = static_cast<char*>(chunk);
    pool.left = chunk_size;
    pool.pooled += chunk_size;
    return true;
}

Piece* from_pool(std::uint32_t size) {
    if (Piece*& first = pool.free[size / step]; first) {
        Piece* const piece = first;
        first = piece->next;
        return piece;
    }
    if (pool.left < size && !begin_chunk()) return nullptr;
    auto* const piece = reinterpret_cast<Piece*>(pool.begin);
    pool.begin += size;
    pool.left -= size;
    piece->size = size;
    piece->alone = 0;
    return piece;
}

Piece* from_malloc(std::uint32_t size) {
    auto* const piece = static_cast<Piece*>(counted_malloc(size));
    if (!piece) return nullptr;
    piece->size = size;
    piece->alone = 1;
    return piece;
}

std::uint32_t whole_size(int bytes) {
    return static_cast<std::uint32_t>((static_cast<std::size_t>(bytes) + before + step - 1) / step *
                                      step);
}

void* inside(Piece* piece) { return reinterpret_cast<char*>(piece) + before; }
Piece* around(void* memory) {
    return reinterpret_cast<Piece*>(static_cast<char*>(memory) - before);
}

void* allocate(int bytes) {
    const std::uint32_t size = whole_size(bytes);
    Piece* piece = size <= most_piece ? from_pool(size) : nullptr;
    if (!piece) piece = from_malloc(size);
    return piece ? inside(piece) : nullptr;
}

void release(void* memory) {
    Piece* const piece = around(memory);
    if (!piece->alone) return keep(piece);
    give_back(piece->size);
    std::free(piece);
}

int size_of(void* memory) { return memory ? static_cast<int>(around(memory)->size - before) : 0; }

int rounded(int bytes) { return static_cast<int>(whole_size(bytes) - before); }

// What malloc gave may grow where it stands.
void* resize_alone(Piece* piece, std::uint32_t size) {
    const std::uint32_t old = piece->size;
    if (size > old && !take(size - old)) return nullptr;
    auto* const made = static_cast<Piece*>(std::realloc(piece, size));
    if (size > old && !made) give_back(size - old);
    if (!made) return nullptr;
    if (size < old) give_back(old - size);
    made->size = size;
    return inside(made);
}

void* resize(void* memory, int bytes) {
    Piece* const piece = around(memory);
    const std::uint32_t size = whole_size(bytes);
    if (piece->size == size) return memory;
    if (piece->alone) return resize_alone(piece, size);
    void* const made = allocate(bytes);
    if (!made) return nullptr;
    std::memcpy(made, memory, std::min(piece->size, size) - before);
    release(memory);
    return made;
}

int begin(void*) { return SQLITE_OK; }
void end(void*) {}

}  // namespace

void pool_sqlite_memory() {
    static constexpr sqlite3_mem_methods methods = {allocate, release, resize, size_of,
                                                    rounded,  begin,   end,    nullptr};
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}

void limit_sqlite_memory(std::int64_t bytes) {
    limit = bytes;
    sqlite3_hard_heap_limit64(bytes);
}

}  // namespace fintool
