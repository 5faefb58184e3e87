// SHA-256 as FIPS 180-4 words it: blocks of 64 bytes, eight words of state, 64 rounds. Written out
// here because one hash is no reason to depend on a cryptography library.
#include "base/sha256.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace fintool {
namespace {

using Word = std::uint32_t;
using State = std::array<Word, 8>;

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<Word, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr State initial_state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// Round N of eight: the standard's a..h are the words N places back.
template <std::size_t N>
inline void round(State& s, Word constant_and_word) {
    const Word a = s[(8 - N) % 8], b = s[(9 - N) % 8], c = s[(10 - N) % 8];
    const Word e = s[(12 - N) % 8], f = s[(13 - N) % 8], g = s[(14 - N) % 8];
    Word& d = s[(11 - N) % 8];
    Word& h = s[(15 - N) % 8];
    const Word s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    const Word t1 = h + s1 + (g ^ (e & (f ^ g))) + constant_and_word;
    const Word s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    d += t1;
    h = t1 + s0 + ((a & b) | (c & (a | b)));
}

void absorb(State& state, const unsigned char* block) {
    std::array<Word, 64> w;
    for (std::size_t i = 0; i < 16; ++i) {
        w[i] = Word{block[4 * i]} << 24 | Word{block[4 * i + 1]} << 16 |
               Word{block[4 * i + 2]} << 8 | Word{block[4 * i + 3]};
    }
    for (std::size_t i = 16; i < 64; ++i) {
        const Word a = w[i - 15], b = w[i - 2];
        const Word s0 = std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3);
        const Word s1 = std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10);
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    State now = state;
    // Eight rounds bring every word back to its place: so no word is ever moved.
    for (std::size_t i = 0; i < 64; i += 8) {
        round<0>(now, round_constants[i] + w[i]);
        round<1>(now, round_constants[i + 1] + w[i + 1]);
        round<2>(now, round_constants[i + 2] + w[i + 2]);
        round<3>(now, round_constants[i + 3] + w[i + 3]);
        round<4>(now, round_constants[i + 4] + w[i + 4]);
        round<5>(now, round_constants[i + 5] + w[i + 5]);
        round<6>(now, round_constants[i + 6] + w[i + 6]);
        round<7>(now, round_constants[i + 7] + w[i + 7]);
    }
    for (std::size_t i = 0; i < 8; ++i) state[i] += now[i];
}

// What is left of the last block, a one bit, zeros, and the length in bits.
std::string padded_tail(std::string_view tail, std::uint64_t bytes) {
    std::string end(tail);
    end += '\x80';
    while (end.size() % 64 != 56) end += '\0';
    for (int shift = 56; shift >= 0; shift -= 8) end += static_cast<char>(bytes * 8 >> shift);
    return end;
}

#ifdef __x86_64__
// Four rounds an instruction, on processors that have it: sources are hashed whole. The state is
// kept as the instructions want it, a b e f and c d g h.
__attribute__((target("sha,sse4.1"))) void absorb_fast(State& state, const unsigned char* block,
                                                       std::size_t blocks) {
    const auto load = [](const void* at) __attribute__((target("sha,sse4.1"))) {
        return _mm_loadu_si128(static_cast<const __m128i*>(at));
    };
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const __m128i badc = _mm_shuffle_epi32(load(&state[0]), 0xb1);
    const __m128i hgfe = _mm_shuffle_epi32(load(&state[4]), 0x1b);
    __m128i abef = _mm_alignr_epi8(badc, hgfe, 8), cdgh = _mm_blend_epi16(hgfe, badc, 0xf0);
    for (; blocks > 0; --blocks, block += 64) {
        const __m128i abef_before = abef, cdgh_before = cdgh;
        __m128i words[4];
        for (std::size_t i = 0; i < 16; ++i) {
            __m128i& now = words[i % 4];
            if (i < 4) {
                now = _mm_shuffle_epi8(load(block + 16 * i), big_endian);
            } else {
                const __m128i last = words[(i + 3) % 4], before = words[(i + 2) % 4];
                now = _mm_add_epi32(_mm_sha256msg1_epu32(now, words[(i + 1) % 4]),
                                    _mm_alignr_epi8(last, before, 4));
                now = _mm_sha256msg2_epu32(now, last);
            }
            const __m128i sum = _mm_add_epi32(now, load(&round_constants[4 * i]));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1b), dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(&state[0]), _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(&state[4]), _mm_alignr_epi8(dchg, feba, 8));
}

// Asked of the processor itself: compilers differ in the names that they know.
bool has_fast_rounds() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    const bool known = __get_cpuid(1, &a, &b, &c, &d) != 0;
    const bool shuffles = known && (c & bit_SSSE3) != 0 && (c & bit_SSE4_1) != 0;
    return shuffles && __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
}
#else
void absorb_fast(State&, const unsigned char*, std::size_t) {}
bool has_fast_rounds() { return false; }
#endif

}  // namespace

std::string sha256_hex(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

Sha256::Sha256(Rounds rounds) : state_(initial_state) {
    static const bool fast = has_fast_rounds();
    fast_ = fast && rounds == Rounds::fastest;
}

void Sha256::absorb_blocks(State& state, std::string_view blocks) const {
    const auto* block = reinterpret_cast<const unsigned char*>(blocks.data());
    if (fast_) return absorb_fast(state, block, blocks.size() / 64);
    for (std::size_t at = 0; at + 64 <= blocks.size(); at += 64) absorb(state, block + at);
}

void Sha256::add(std::string_view bytes) {
    size_ += bytes.size();
    if (!rest_.empty()) {
        const std::size_t missing = std::min(64 - rest_.size(), bytes.size());
        rest_ += bytes.substr(0, missing);
        bytes.remove_prefix(missing);
        if (rest_.size() < 64) return;
        absorb_blocks(state_, rest_);
    }
    const std::size_t whole = bytes.size() / 64 * 64;
    absorb_blocks(state_, bytes.substr(0, whole));
    rest_ = bytes.substr(whole);
}

std::string Sha256::hex() const {
    State state = state_;
    absorb_blocks(state, padded_tail(rest_, size_));
    std::string hex;
    for (const Word word : state) {
        for (int shift = 28; shift >= 0; shift -= 4) hex += "0123456789abcdef"[word >> shift & 15];
    }
    return hex;
}

}  // namespace fintool
