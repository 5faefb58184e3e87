// Whether this build takes memory by a sanitizer's functions: cases that weigh memory, or limit it,
// are skipped there.
#pragma once

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif
